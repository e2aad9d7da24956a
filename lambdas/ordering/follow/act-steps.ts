import type { PerformanceAct } from '../../../contracts/performance-acts.ts';
import { underWay } from '../change/change-steps.ts';
import { type OrderStep, withAct } from '../order/amend.ts';
import { ownInHistory } from '../order/name-in-history.ts';
import { isMoving, type OrderedHold, type OrderRecord, owesNow, type PaymentRecord } from '../order/order.ts';
import { deadlineOf } from '../payment/box-office.ts';
import { givenUp } from '../payment/payment-steps.ts';

/*
 * What an order becomes when a performance of it was cancelled or moved. Each step is taken once: it does not apply to
 * the order that it made.
 *
 *   cancelled   confirmed ─▶ changing: its holds are given back, whether or not a ticket opened the door
 *               paying ─▶ refused, if nothing else is in it
 *               placed: the house sells nothing of it any more, and its answer ends the order
 *   moved       any ─▶ the new time and place in its items, also in those that are over
 */

export type Cancellation = Extract<PerformanceAct, { act: 'cancel' }>;
export type Move = Extract<PerformanceAct, { act: 'move' }>;

/** Its seats of this performance are to be given back. Not while another change is on its way. */
export function performanceCancelled(act: Cancellation, now: number): OrderStep {
  return (order) => {
    if (order.state !== 'confirmed' || isMoving(order) || !hasSold(order, act)) return undefined;
    const { unchanged: _, ...rest } = order;
    const marked = {
      ...rest,
      items: order.items.map((item) => (isSoldOf(order, item, act) ? { ...item, ...cancelledBy(act) } : item)),
      history: withAct(order.history, {
        happenedAt: now,
        by: 'staff',
        act: 'performance-cancelled',
        note: `${ownInHistory(order, act.performance)}: ${act.reason}`,
      }),
    };
    const { performance, reason } = act;
    return underWay(marked, {
      kind: 'cancel',
      performance,
      by: 'staff',
      note: reason,
      answers: {},
      // Found too late for a choice: the money comes back at once.
      ...(act.choice && now < act.choice.until && { choice: act.choice }),
    });
  };
}

/** Nobody need pay any more for an order all of whose performances were cancelled. */
export function nothingToPayFor(acts: readonly Cancellation[], now: number): OrderStep {
  const actOf = ({ performance }: OrderedHold) => acts.find((act) => act.performance === performance);
  return (order) => {
    if (order.state !== 'paying' || !order.items.every(actOf)) return undefined;
    const over = givenUp(now, 'performance-cancelled')(order);
    if (!over) return undefined;
    const items = order.items.map((item) => {
      const act = actOf(item);
      return act ? { ...item, ...cancelledBy(act) } : item;
    });
    return { ...over, items };
  };
}

function cancelledBy({ number, actedAt, reason, instead = [] }: Cancellation) {
  return { cancelled: { number, actedAt, reason, instead }, untold: true as const };
}

/** `now` in milliseconds since the epoch. */
export function performanceMoved(act: Move, now: number): OrderStep {
  return (order) => {
    const { performance, to, number, actedAt, reason, returnUntil } = act;
    const isElsewhere = (item: OrderedHold) =>
      item.performance === performance && (item.startsAt !== to.startsAt || item.venue !== to.venue);
    if (!order.items.some(isElsewhere)) return undefined;
    const items = order.items.map((item): OrderedHold => {
      if (!isElsewhere(item)) return item;
      if (isOver(order, item)) return { ...item, ...to };
      const from = { startsAt: item.startsAt, venue: item.venue };
      return { ...item, ...to, moved: { number, actedAt, reason, from, returnUntil }, untold: true };
    });
    const isNews = order.state === 'confirmed' && items.some(({ untold }) => untold);
    return {
      ...order,
      items,
      payment: withDeadline({ ...order, items }),
      ...(isNews && { untold: true }),
      history: withAct(order.history, {
        happenedAt: now,
        by: 'staff',
        act: 'performance-moved',
        note: `${ownInHistory(order, performance)}: ${reason}`,
      }),
    };
  };
}

/**
 * A promise is kept an hour before the first performance of the order, wherever that is now. A move to a later day gives
 * no more time.
 */
function withDeadline({ payment, placedAt, items }: OrderRecord): PaymentRecord {
  if (payment.deadline === undefined) return payment;
  const firstStartsAt = Math.min(...items.map(({ startsAt }) => startsAt));
  return { ...payment, deadline: Math.min(payment.deadline, deadlineOf({ placedAt, firstStartsAt })) };
}

function isOver({ state, outcomes }: OrderRecord, { hold }: OrderedHold): boolean {
  const outcome = outcomes[hold];
  return state === 'cancelled' || state === 'refused' || outcome === 'lost' || outcome === 'returned';
}

function isSoldOf({ outcomes }: OrderRecord, item: OrderedHold, { performance }: Cancellation): boolean {
  return item.performance === performance && outcomes[item.hold] === 'sold';
}

function hasSold(order: OrderRecord, act: Cancellation): boolean {
  return order.items.some((item) => isSoldOf(order, item, act));
}

/** Whether the order is not yet as these acts say, or its buyer is not announced to be written to. */
export function isBehind(order: OrderRecord, acts: readonly PerformanceAct[]): boolean {
  const own = acts.filter(({ performance }) => order.items.some((item) => item.performance === performance));
  return own.some((act) => {
    if (act.act === 'move') return performanceMoved(act, order.movedAt)(order) !== undefined || (order.untold ?? false);
    const { items, outcomes, state, payment, changing } = order;
    const open = items.some(
      ({ hold, performance }) => performance === act.performance && (outcomes[hold] ?? 'sold') === 'sold',
    );
    const isDone = state === 'cancelled' || state === 'refused' || !open;
    return !isDone || changing !== undefined || owesNow(payment) || (order.untold ?? payment.unvoided ?? false);
  });
}
