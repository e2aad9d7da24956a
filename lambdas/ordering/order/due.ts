import { type OrderRecord, owesNow, seatsLapseAt } from './order.ts';

/*
 * Says when somebody must look after an order that nobody moves on: a message was lost, a function died, a provider
 * never called, a promise was not kept. It follows from the record alone, so every write sets it right. The stores keep
 * it as the keys of a sparse index: an order at rest is not in it.
 *
 *   unpaid     at its end          nothing was begun: the fan's retry carries it on until then
 *   paying     every minute        the provider is looked at again; with the time of its seats it is given up, and
 *                                  while a bank asks the seats wait for it
 *   placed     after 2 minutes     the house is asked again
 *   changing, owing, untold        after 2 minutes: carried on, whatever its state; but what is owed waits while a bank
 *                                  has the money by a dispute
 *   promised   at the deadline     the seats go back on sale
 *   choices    at their end        the money goes back to a buyer who has chosen no other date
 */

const minute = 60_000;

/** A message of ours takes seconds; five tries of it, minutes. */
export const stuckMs = 2 * minute;

/** News of a payment takes seconds as well, but a fan waits for it. */
const lookMs = minute;

/**
 * Milliseconds since the epoch: an order that is not paid by then is over. A payment that was begun ends with the hold of
 * its seats. One that a crash of ours kept from beginning has some minutes more, in which the fan's retry may begin it.
 */
export function givenUpAt(order: Pick<OrderRecord, 'state' | 'placedAt' | 'heldUntil' | 'bankAskedAt'>): number {
  const { state, placedAt, heldUntil } = order;
  return state === 'unpaid' ? Math.min(placedAt + 30 * minute, heldUntil + 10 * minute) : seatsLapseAt(order);
}

/** Whether nothing more can be paid, though nobody has ended it yet. */
export function isLapsed(order: Parameters<typeof givenUpAt>[0], now: number): boolean {
  return order.state === 'paying' && givenUpAt(order) <= now;
}

/** Milliseconds since the epoch; undefined for an order at rest. */
export function dueOf(order: OrderRecord): number | undefined {
  const { state, payment, movedAt } = order;
  const stuckAt = movedAt + stuckMs;
  const endsAt = givenUpAt(order);
  if (state === 'unpaid') return Math.max(stuckAt, endsAt);
  if (state === 'paying') return movedAt < endsAt ? Math.min(movedAt + lookMs, endsAt) : stuckAt;
  // Money that waits for a bank is given back when the provider tells how the dispute ended.
  if (state === 'placed' || order.changing || owesNow(payment) || order.untold || payment.unvoided) return stuckAt;
  if (state !== 'confirmed') return undefined;
  const promised = payment.state === 'promised' && payment.deadline !== undefined ? [payment.deadline] : [];
  const ends = [...promised, ...(order.choices ?? []).map(({ until }) => until)];
  return ends.length > 0 ? Math.min(...ends) : undefined;
}
