import type { DoorStore } from '../door/door-store.ts';
import { amend } from '../order/amend.ts';
import { type AskHouse, askToTakeBack } from '../order/ask-house.ts';
import { changedHolds, type OrderRecord, seatsBack } from '../order/order.ts';
import type { OrderingKeys } from '../order/order-id.ts';
import type { OrderStore } from '../order/order-store.ts';
import { ticketsOf } from '../ticket/ticket.ts';
import { cancelKept } from './cancel-steps.ts';
import { type ChangeAsked, changeAsked } from './change-steps.ts';

/*
 * Cancelling an order, in steps of which each is safe to do again:
 *
 *   1 mark the order, once                        a second cancellation finds the mark and changes nothing
 *   2 make its tickets void at the door           one that opened it already: the order stays as it was
 *   3 ask the house to take back each hold        the house knows each ask by its number, and gives a seat back once
 *   4 when all is answered: cancelled, and the money owed, in one write (cancel-steps.ts)
 *   5 give the money back, by a name that the provider knows again (finish-after-crash.ts)
 *
 * No seat goes back on sale while a ticket for it could still open the door.
 *
 * The seats of one performance alone may be given back, or those of some tickets. If that was cancelled, a ticket that opened the door is
 * no reason to keep anything: the evening was broken off.
 */

export interface CancelDeps {
  readonly store: Pick<OrderStore, 'get' | 'write'>;
  readonly door: Pick<DoorStore, 'mark' | 'marksOf'>;
  readonly askHouse: AskHouse;
  readonly keys: Pick<OrderingKeys, 'ticketId' | 'ticket'>;
}

/** `asked`: the cancellation is on its way, or done. `not-now`: the order is not one that may be cancelled as it stands. */
export type Cancelling =
  | { readonly answer: 'asked'; readonly order: OrderRecord }
  | { readonly answer: 'not-now' | 'ticket-used'; readonly order: OrderRecord };

/** `order`: as it was just read. `may` is asked of it as it stands when it is marked. Undefined if it is gone. */
export async function cancel(
  deps: CancelDeps,
  order: OrderRecord,
  asked: ChangeAsked & { readonly performance?: string | undefined; readonly tickets?: readonly string[] },
  may: (order: OrderRecord) => boolean,
  now: number,
): Promise<Cancelling | undefined> {
  const { performance, tickets, ...by } = asked;
  const ofIt = order.tickets.filter(
    (ticket) => ticket.performance === (performance ?? ticket.performance) && (tickets?.includes(ticket.id) ?? true),
  );
  if (order.state === 'confirmed' && !order.changing && may(order) && (await isUsed(deps.door, ofIt)))
    return { answer: 'ticket-used', order };
  const wanted = {
    kind: 'cancel' as const,
    ...(performance !== undefined && { performance }),
    ...(tickets && { tickets }),
  };
  const marked = await amend(deps.store, order.id, changeAsked(wanted, by, may, now), now, order);
  if (!marked) return undefined;
  if (marked.state === 'cancelled' || isReturned(marked, performance)) return { answer: 'asked', order: marked };
  if (
    marked.changing?.kind !== 'cancel' ||
    marked.changing.performance !== performance ||
    marked.changing.tickets?.join() !== tickets?.join()
  )
    return { answer: 'not-now', order: marked };
  // Also for who comes second: the first may have died.
  const carried = await carryCancel(deps, marked, now);
  return { answer: carried.unchanged?.change === 'cancel' ? 'ticket-used' : 'asked', order: carried };
}

/** From the mark on, as often as it takes. The order as it stands then. */
export async function carryCancel(deps: CancelDeps, order: OrderRecord, now: number): Promise<OrderRecord> {
  const voided: string[] = [];
  let used = false;
  const changed = changedHolds(order);
  for (const { performance, id } of changed.flatMap((item) => ticketsOf(order, item, seatsBack(order, item)))) {
    const marked = await deps.door.mark(performance, id, { state: 'void' });
    if (marked.ok || marked.mark.state === 'void') voided.push(id);
    else used = true;
  }
  if (used && !changed.every(({ cancelled }) => cancelled))
    return (await amend(deps.store, order.id, cancelKept(voided, deps.keys, now), now)) ?? order;
  await askToTakeBack(deps.askHouse, order);
  return order;
}

/** Whether the seats of this performance were given back, and nothing of it is left. */
function isReturned({ items, outcomes }: OrderRecord, performance: string | undefined): boolean {
  const own = items.filter((item) => item.performance === performance);
  return own.length > 0 && own.every(({ hold }) => outcomes[hold] === 'returned' || outcomes[hold] === 'lost');
}

/** Whether one of these tickets has opened the door. */
export async function isUsed(door: Pick<DoorStore, 'marksOf'>, tickets: OrderRecord['tickets']): Promise<boolean> {
  const performances = [...new Set(tickets.map(({ performance }) => performance))];
  const marks = await Promise.all(
    performances.map((performance) =>
      door.marksOf(
        performance,
        tickets.filter((ticket) => ticket.performance === performance).map(({ id }) => id),
      ),
    ),
  );
  return marks.some((found) => [...found.values()].some(({ state }) => state === 'used'));
}
