import { type OrderStep, withAct } from '../order/amend.ts';
import type { OrderRecord } from '../order/order.ts';
import { moneyText } from '../order/staff-money.ts';
import type { DoorMark } from './door-store.ts';

/**
 * The history says that a door let this seat in while money was owed: which seat, which door, how much. A scan that is
 * sent again says the same words, and is noted once.
 */
export function admittedUnpaid(
  { currency }: Pick<OrderRecord, 'currency'>,
  label: string,
  { door, unpaid = 0 }: DoorMark & { readonly state: 'used' },
  now: number,
): OrderStep {
  const note = `${label}; ${door}; ${moneyText(unpaid, currency)}`;
  return (order) => {
    if (order.history.some((done) => done.act === 'admitted-unpaid' && done.note === note)) return undefined;
    const act = { happenedAt: now, by: 'door', act: 'admitted-unpaid', note } as const;
    return { ...order, history: withAct(order.history, act) };
  };
}
