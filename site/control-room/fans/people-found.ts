import type { FoundFan } from '../../../contracts/find-fan.ts';
import type { Caller, SoughtOrder } from './fans-state.ts';

/** Places and orders of the same fan are one person; those with a place first, then as they came. */
export function peopleFound(fans: readonly FoundFan[], orders: readonly SoughtOrder[]): readonly Caller[] {
  const keys = [...new Set([...fans.map(({ fan }) => fan), ...orders.map(({ fan }) => fan)])];
  return keys.map((fan) => ({
    fan,
    found: fans.find((one) => one.fan === fan),
    orders: unlike(orders.filter((order) => order.fan === fan)),
  }));
}

/** Two questions may find the same order. */
function unlike(orders: readonly SoughtOrder[]): readonly SoughtOrder[] {
  return [...new Map(orders.map((order) => [order.order, order])).values()];
}
