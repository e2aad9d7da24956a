import type { OrderAct, OrderActor } from '../../../contracts/order.ts';
import type { KeptWhy } from '../../../contracts/personal-data.ts';
import { isDisputeOpen } from '../../../rules/card-dispute.ts';
import { type OrderStep, withAct } from '../order/amend.ts';
import { isMoving, type OrderRecord, soldItems } from '../order/order.ts';
import { stillOwed } from '../payment/still-owed.ts';

/*
 * What remains of an order when its person is erased. Accounts must keep what was bought, when, for how much, and how it
 * was paid: seats, dates, amounts, the provider's ids, the tickets' ids, and who did what when. Name, address and number
 * go, with the consent to news, with what people wrote into the history, and with the print of the request, which was
 * made of them and could be guessed. Which fan it was stays, as the keyed hash that the limits of the sale count by.
 */

const hour = 3_600_000;

/** A performance may begin late and be long: its doors need no name after this. */
const overAfter = 12 * hour;

/** Why the person of an order is still needed. Undefined: nothing is left to be done for it. */
export function whyKept(order: OrderRecord, now: number): KeptWhy | undefined {
  const { state, payment, items, choices, untold } = order;
  const isUnderWay = state === 'unpaid' || state === 'paying' || state === 'placed' || isMoving(order);
  const isUntold = untold || payment.unvoided || items.some((item) => item.untold);
  const isDisputed = (payment.disputes ?? []).some(isDisputeOpen);
  if (isUnderWay || isUntold || choices || isDisputed || stillOwed(order) > 0) return 'unfinished';
  const isToCome = state === 'confirmed' && soldItems(order).some(({ startsAt }) => now < startsAt + overAfter);
  return isToCome ? 'to-come' : undefined;
}

export const isErased = ({ erasedAt }: Pick<OrderRecord, 'erasedAt'>): boolean => erasedAt !== undefined;

/** The order without its person. */
export function withoutPerson<Order extends Omit<OrderRecord, 'version' | 'movedAt'>>(
  order: Order,
  now: number,
): Order {
  const { news: _, ...kept } = order;
  const { clientSecret: __, ...payment } = order.payment;
  return {
    ...(kept as Order),
    buyer: { name: '', email: '' },
    fingerprint: 'erased',
    payment,
    history: order.history.map(withoutWords),
    erasedAt: now,
  };
}

/** What staff and doors typed may name somebody. An amount that was taken does not. */
function withoutWords(act: OrderAct): OrderAct {
  const isTyped = act.by === 'staff' || act.by === 'door';
  if (!isTyped || act.act === 'payment-taken') return act;
  const { note: _, ...rest } = act;
  return rest;
}

/** Erased once, however often it is asked for. `although`: its tickets are still good, and that was said. */
export function personErased(by: OrderActor, now: number, although?: 'to-come'): OrderStep {
  return (order) => {
    if (isErased(order)) return undefined;
    const kept = whyKept(order, now);
    if (kept !== undefined && kept !== although) return undefined;
    const erased = withoutPerson(order, now);
    return { ...erased, history: withAct(erased.history, { happenedAt: now, by, act: 'person-erased' }) };
  };
}
