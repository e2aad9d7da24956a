import type { OrderItem } from '../../contracts/order.ts';
import { reduced } from '../../contracts/reduced.ts';

/**
 * Minor units: what the picked seats cost. Each is reduced as the seat was that is given up for it, as the platform
 * reckons (lambdas/ordering/change/exchange-wish.ts), whatever is offered today. `priceOf`: the full price of a seat.
 */
export function sumAfter(
  seats: OrderItem['seats'],
  from: readonly string[],
  picks: readonly string[],
  priceOf: (seat: string) => number,
): number {
  return picks.reduce((sum, id, at) => {
    const { percentOff = 0 } = seats.find((seat) => seat.id === from[at]) ?? {};
    return sum + reduced(priceOf(id), { percentOff });
  }, 0);
}
