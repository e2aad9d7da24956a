import type { Basket, Held } from '../../contracts/house.ts';
import type { OrderItem, OrderView } from '../../contracts/order.ts';
import { endOf, standing } from '../basket/known-basket.ts';

type Paying = Pick<OrderView, 'items' | 'payment'>;

/**
 * Until when the seats of an order that is to be paid are held: as the order has it, or longer if the fan was given more
 * time since, which the basket knows. Milliseconds since the epoch; undefined for any other order.
 */
export function heldUntil(order: Paying, basket: Basket | undefined, now: number): number | undefined {
  const { seatsUntil } = order.payment;
  if (seatsUntil === undefined) return undefined;
  const own = ownHolds(order, basket, now);
  return Math.max(seatsUntil, own && basket ? Math.min(...own.map((hold) => endOf(hold, basket))) : 0);
}

/** The slips that show the order that its seats are held for longer than it knows; none if it knows, or they are not yet written. */
export function laterSlips(order: Paying, basket: Basket | undefined, now: number): readonly string[] {
  const { seatsUntil } = order.payment;
  const own = seatsUntil === undefined ? undefined : ownHolds(order, basket, now);
  return own?.every(({ expiresAt }) => expiresAt > (seatsUntil ?? 0)) ? own.map(({ slip }) => slip) : [];
}

/** All holds of the order, if all of them stand. */
function ownHolds({ items }: Paying, basket: Basket | undefined, now: number): readonly Held[] | undefined {
  const own = standing(basket, now).filter(({ hold }) => items.some((item) => item.hold === hold));
  return own.length === items.length && own.length > 0 ? own : undefined;
}

/** Items as they are read: holds of one performance stand together, each performance once. */
export function byPerformance<Item extends Pick<OrderItem, 'performance'>>(
  items: readonly Item[],
): readonly (readonly Item[])[] {
  return [...Map.groupBy(items, ({ performance }) => performance).values()];
}
