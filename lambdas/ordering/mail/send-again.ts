import type { StaffAct } from '../../../contracts/order.ts';
import { type OrderStep, withAct } from '../order/amend.ts';
import type { OrderRecord } from '../order/order.ts';
import { tellingOf } from './tell-buyer.ts';

/*
 * The last mail of an order again: its tickets as they are now, or that it is over. Staff ask for it while its buyer is
 * on the telephone, and perhaps twice. While one is on its way, and for a minute after it was asked for, a second ask is
 * the first. A corrected address asks for it as well: what the old one never got, the new one gets.
 */

const sameAskMs = 60_000;

/** Whether there is anything to send. */
export const mayBeSent = (order: OrderRecord): boolean => tellingOf(order) !== 'nothing';

export function mailAsked(reason: string, now: number): OrderStep {
  return (order) => (wasJustAsked(order, now) ? undefined : asked(order, reason, now));
}

/** The reason stands in the history, and neither address does. */
export function emailCorrected({ email, reason }: Extract<StaffAct, { act: 'correct-email' }>, now: number): OrderStep {
  return (order) => {
    if (order.buyer.email === email) return undefined;
    const history = withAct(order.history, { happenedAt: now, by: 'staff', act: 'address-corrected', note: reason });
    const corrected = { ...order, buyer: { ...order.buyer, email }, history };
    // Also of one that waits: it may be on its way to the old address at this moment.
    return mayBeSent(order) ? asked(corrected, reason, now) : corrected;
  };
}

function asked(order: OrderRecord, note: string, now: number): ReturnType<OrderStep> {
  const history = withAct(order.history, { happenedAt: now, by: 'staff', act: 'mail-asked', note });
  return { ...order, untold: true, history };
}

function wasJustAsked(order: OrderRecord, now: number): boolean {
  const last = order.history.findLast(({ act }) => act === 'mail-asked');
  return last !== undefined && (now < last.happenedAt + sameAskMs || tellingOf(order) === 'waits');
}
