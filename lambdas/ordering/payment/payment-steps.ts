import type { OrderActor } from '../../../contracts/order.ts';
import { underWay } from '../change/change-steps.ts';
import { type OrderStep, withAct } from '../order/amend.ts';
import { amountSold, answered, type OrderRecord, type PaymentRecord, soldItems } from '../order/order.ts';
import type { OrderingKeys } from '../order/order-id.ts';
import { moneyText } from '../order/staff-money.ts';
import { issueTickets } from '../ticket/ticket.ts';
import type { Authorisation, Captured } from './payment.ts';
import { stillOwed } from './still-owed.ts';

/*
 * The payment steps: an order changes by the news of its payment, up to the moment its seats are sold or lost. Other
 * steps say when money is let go of or given back. Each step is taken once: it does not apply to the order that it
 * made.
 */

/**
 * The provider said something of an order that is not decided. Hearing again that it is pending changes nothing, but
 * that its bank asks is written down the first time.
 */
export function paymentSaid(said: Authorisation, by: OrderActor, now: number): OrderStep {
  return (order) => {
    if (order.state !== 'unpaid' && order.state !== 'paying') return undefined;
    const { method, reference: known } = order.payment;
    const { reference = known } = said;
    const kept = { method, ...(reference !== undefined && { reference }) };
    if (said.state === 'pending') {
      const asks = said.bankAsks && order.bankAskedAt === undefined && { bankAskedAt: now };
      if (order.state === 'paying') return asks ? { ...order, ...asks } : undefined;
      const { clientSecret } = said;
      return {
        ...order,
        ...asks,
        state: 'paying',
        payment: { ...kept, state: 'pending', ...(clientSecret !== undefined && { clientSecret }) },
      };
    }
    const history = withAct(order.history, { happenedAt: now, by, act: 'payment-decided', note: said.state });
    if (said.state === 'declined')
      return { ...order, state: 'refused', refusal: 'card-declined', payment: { ...kept, state: 'declined' }, history };
    const { state } = said;
    const payment = { ...kept, state, ...(state === 'promised' && { deadline: said.deadline }) };
    return { ...order, state: 'placed', payment, history };
  };
}

/** The fan was given more time, as the slips of all its holds say. */
export function moreTime(heldUntil: number): OrderStep {
  return (order) => (order.state === 'paying' && heldUntil > order.heldUntil ? { ...order, heldUntil } : undefined);
}

/** Nobody paid in time, or there is nothing to pay for any more. The provider hears of it after this is written, so that nothing it says later counts. */
export function givenUp(now: number, refusal: 'not-paid' | 'performance-cancelled' = 'not-paid'): OrderStep {
  return (order) => {
    if (order.state !== 'unpaid' && order.state !== 'paying') return undefined;
    const { method, reference } = order.payment;
    return {
      ...order,
      state: 'refused',
      refusal,
      payment: { method, state: 'voided', unvoided: true, ...(reference !== undefined && { reference }) },
      // A buyer who never came to the payment knows it already.
      ...(order.state === 'paying' && { untold: true }),
      history: withAct(order.history, { happenedAt: now, by: 'clock', act: 'refused', note: refusal }),
    };
  };
}

/**
 * Some seats are sold and their money is taken, or promised: tickets in the same write. A sum that was too small for
 * the provider is due at the box office, and the seats are the fan's: it was not the fan who lost the others.
 */
export function confirmed(
  taken: Exclude<Captured, 'withdrawn'>,
  keys: Pick<OrderingKeys, 'ticketId' | 'ticket'>,
  now: number,
): OrderStep {
  return (order) => {
    if (order.state !== 'placed' || !answered(order)) return undefined;
    const payment = paymentTakenOf(order, taken);
    return {
      ...order,
      state: 'confirmed',
      payment,
      tickets: issueTickets({ ...order, payment }, keys),
      untold: true,
      history: withAct(order.history, { happenedAt: now, by: 'house', act: 'confirmed', note: taken }),
    };
  };
}

function paymentTakenOf(order: OrderRecord, taken: Exclude<Captured, 'withdrawn'>): PaymentRecord {
  const { method, reference, deadline } = order.payment;
  const kept = { method, ...(reference !== undefined && { reference }) };
  const amount = amountSold(order);
  if (taken === 'too-small') return { ...kept, state: 'captured', paid: 0, due: amount };
  if (taken === 'captured') return { ...kept, state: 'captured', paid: amount };
  return { ...kept, state: 'promised', ...(deadline !== undefined && { deadline }) };
}

/**
 * A promise of nothing is kept at once. An exchange for free seats makes one, and orders of before what costs nothing
 * was paid when it is placed are such.
 */
export function nothingDue(now: number): OrderStep {
  return (order) => {
    if (!isPromiseOfNothing(order)) return undefined;
    const { deadline: _, ...payment } = order.payment;
    return {
      ...order,
      payment: { ...payment, state: 'captured', paid: 0 },
      history: withAct(order.history, { happenedAt: now, by: 'payment', act: 'payment-decided', note: 'nothing due' }),
    };
  };
}

export function isPromiseOfNothing(order: OrderRecord): boolean {
  const { state, changing, choices, payment } = order;
  return state === 'confirmed' && !changing && !choices && payment.state === 'promised' && amountSold(order) === 0;
}

/** None of its seats could be sold. */
export function seatsLost(now: number): OrderStep {
  return (order) => {
    if (order.state !== 'placed' || !answered(order) || soldItems(order).length > 0) return undefined;
    const { method, reference } = order.payment;
    const why = order.items.map(({ hold }) => order.losses?.[hold]);
    const refusal = why.every((one) => one === 'performance-cancelled') ? 'performance-cancelled' : 'seats-lost';
    return {
      ...order,
      state: 'refused',
      refusal,
      payment: { method, state: 'voided', unvoided: true, ...(reference !== undefined && { reference }) },
      untold: true,
      history: withAct(order.history, { happenedAt: now, by: 'house', act: 'refused', note: refusal }),
    };
  };
}

/** The provider took back its word before the money was taken. The seats that were sold are nobody's, and go back. */
export function moneyWithdrawn(now: number): OrderStep {
  return (order) => {
    if (order.state !== 'placed' || !answered(order)) return undefined;
    const { method, reference } = order.payment;
    const refusal = 'payment-withdrawn';
    const by = 'payment';
    const refused: OrderRecord = {
      ...order,
      state: 'refused',
      refusal,
      payment: { method, state: 'declined', ...(reference !== undefined && { reference }) },
      untold: true,
      history: withAct(order.history, { happenedAt: now, by, act: 'refused', note: refusal }),
    };
    return underWay(refused, { kind: 'cancel', by, note: refusal, answers: {} });
  };
}

/** The provider has let go of the money. */
export const letGo: OrderStep = (order) => {
  if (!order.payment.unvoided) return undefined;
  const { unvoided: _, ...payment } = order.payment;
  return { ...order, payment };
};

/** The refund of this name was made. */
export function paidBack(name: string): OrderStep {
  return (order) => {
    const { owed, ...payment } = order.payment;
    if (owed?.name !== name) return undefined;
    const state = order.state === 'cancelled' ? 'refunded' : payment.state;
    return { ...order, payment: { ...payment, state, refunded: (payment.refunded ?? 0) + owed.amount } };
  };
}

/**
 * The buyer hears of the order as it was then. If it has moved since, nobody knows what they hear: the letter is written
 * from the order as it stands, and none is while it is being changed. So it is announced again.
 */
export function told(announced: OrderRecord): OrderStep {
  return (order) => {
    if (!order.untold || order.version !== announced.version) return undefined;
    const { untold: _, ...rest } = order;
    return rest;
  };
}

/** The box office has the money that was promised, or what an exchange made dearer. */
export function paymentTaken(now: number): OrderStep {
  return (order) => {
    const { state, payment } = order;
    if (!mayTakePayment(order)) return undefined;
    const { deadline: _, due: __, ...kept } = payment;
    const amount = stillOwed(order);
    const note = moneyText(amount, order.currency);
    return {
      ...order,
      state,
      payment: { ...kept, state: 'captured', paid: (payment.paid ?? 0) + amount },
      history: withAct(order.history, { happenedAt: now, by: 'staff', act: 'payment-taken', note }),
    };
  };
}

/** Whether the box office is owed anything. */
export function mayTakePayment(order: OrderRecord): boolean {
  const { state, changing, choices, payment } = order;
  if (state !== 'confirmed' || changing || payment.owed) return false;
  // Its buyer may choose another date: until then there is nothing to pay for.
  if (choices && amountSold(order) === 0) return false;
  return payment.state === 'promised' || payment.due !== undefined;
}
