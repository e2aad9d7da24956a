import { isMoving, type OrderRecord, seatsLapseAt } from './order.ts';

/*
 * Says when somebody must look after an order that nobody moves on: a message was lost, a function died, a provider
 * never called, a promise was not kept. It follows from the record alone, so every write sets it right. The stores keep
 * it as the keys of a sparse index: an order at rest is not in it.
 *
 *   unpaid     at its end          nothing was begun: the fan's retry carries it on until then
 *   paying     every minute        the provider is looked at again; at its end it is given up: while a bank asks,
 *                                  that is the end of the seats that wait for it
 *   placed     after 2 minutes     the house is asked again
 *   changing, owing, untold        after 2 minutes: carried on, whatever its state
 *   promised   at the deadline     the seats go back on sale
 *   choices    at their end        the money goes back to a buyer who has chosen no other date
 */

const minute = 60_000;

/** A message of ours takes seconds; five tries of it, minutes. */
export const stuckMs = 2 * minute;

/** News of a payment takes seconds as well, but a fan waits for it. */
const lookMs = minute;

/** Milliseconds since the epoch: an order that is not paid by then is over. */
export function givenUpAt(order: Pick<OrderRecord, 'placedAt' | 'heldUntil' | 'bankAskedAt'>): number {
  const { placedAt, heldUntil, bankAskedAt } = order;
  const usual = Math.min(placedAt + 30 * minute, heldUntil + 10 * minute);
  return bankAskedAt === undefined ? usual : Math.max(usual, seatsLapseAt(order));
}

/** Milliseconds since the epoch; undefined for an order at rest. */
export function dueOf(order: OrderRecord): number | undefined {
  const { state, payment, movedAt } = order;
  const stuckAt = movedAt + stuckMs;
  const endsAt = givenUpAt(order);
  if (state === 'unpaid') return Math.max(stuckAt, endsAt);
  if (state === 'paying') return movedAt < endsAt ? Math.min(movedAt + lookMs, endsAt) : stuckAt;
  if (state === 'placed' || isMoving(order) || order.untold || payment.unvoided) return stuckAt;
  if (state !== 'confirmed') return undefined;
  const promised = payment.state === 'promised' && payment.deadline !== undefined ? [payment.deadline] : [];
  const ends = [...promised, ...(order.choices ?? []).map(({ until }) => until)];
  return ends.length > 0 ? Math.min(...ends) : undefined;
}
