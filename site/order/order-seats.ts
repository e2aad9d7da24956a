import type { Basket } from '../../contracts/house.ts';
import type { OrderItem, OrderView } from '../../contracts/order.ts';
import { endOf, standing } from '../basket/known-basket.ts';

type Paying = Pick<OrderView, 'items' | 'payment'>;

/**
 * Until when the seats of an order that is to be paid are held: as the order has it, or longer if the fan was given more
 * time since, which the basket knows. Milliseconds since the epoch; undefined for any other order.
 */
export function heldUntil({ items, payment }: Paying, basket: Basket | undefined, now: number): number | undefined {
  const { seatsUntil } = payment;
  if (seatsUntil === undefined) return undefined;
  const own = standing(basket, now).filter(({ hold }) => items.some((item) => item.hold === hold));
  const ends = own.length === items.length && basket ? own.map((hold) => endOf(hold, basket)) : [];
  return Math.max(seatsUntil, ...(ends.length > 0 ? [Math.min(...ends)] : []));
}

/** Items as they are read: holds of one performance stand together, each performance once. */
export function byPerformance<Item extends Pick<OrderItem, 'performance'>>(
  items: readonly Item[],
): readonly (readonly Item[])[] {
  return [...Map.groupBy(items, ({ performance }) => performance).values()];
}
