import type { OrderActor } from '../../../contracts/order.ts';
import type { DateChoice } from '../../../contracts/performance-acts.ts';
import { type OrderStep, withAct } from '../order/amend.ts';
import {
  amountSold,
  changedHolds,
  changeOf,
  isMoving,
  type OrderedHold,
  type OrderRecord,
  type PaymentRecord,
  seatsBack,
  soldItems,
} from '../order/order.ts';
import { issueTicket, owesBoxOffice, type TicketKeys, ticketsOf } from '../ticket/ticket.ts';
import { isChangeAnswered, paidFor } from './change-steps.ts';

/*
 * How a cancellation ends: with every seat back, or with the order as it was. One that was refused stays refused. If it
 * was about one performance of several, the order goes on with the others.
 */

/**
 * Every seat is back. If the house kept one, it knows of no such sale, so there was nothing to give back. The money
 * that was taken is owed from now on, and staff can see that it is.
 */
export function cancelDone(now: number): OrderStep {
  return (order) => {
    const { changing } = order;
    if (changing?.kind !== 'cancel' || !isChangeAnswered(order)) return undefined;
    const { by, note } = changing;
    const choice = order.state === 'confirmed' ? changing.choice : undefined;
    // All of it is cancelled: then there is nothing left to choose.
    const { choices: _open, ...ended } = order;
    const before: OrderRecord = changing.performance === undefined ? ended : order;
    const back = changedHolds(order);
    const whole = back.filter((item) => seatsBack(order, item).length === item.seats.length);
    const outcomes = {
      ...order.outcomes,
      ...Object.fromEntries(whole.map(({ hold }) => [hold, 'returned' as const])),
    };
    const history = withAct(order.history, {
      happenedAt: now,
      by,
      act: choice ? 'choice-offered' : changing.tickets ? 'given-back' : 'cancelled',
      ...(note !== undefined && { note }),
    });
    const { changing: _, unchanged: __, ...others } = before;
    const rest = { ...others, items: changing.tickets ? withGivenBack(order, back) : order.items };
    const isLeft = choice || before.choices || order.items.some(({ hold }) => outcomes[hold] === 'sold');
    if (order.state === 'confirmed' && isLeft) return partlyDone({ ...rest, outcomes, history }, before, back, choice);
    const payment = paymentCancelled(before, by);
    return {
      ...rest,
      state: order.state === 'refused' ? 'refused' : 'cancelled',
      items: withBack(rest.items, back, payment.owed?.amount),
      outcomes,
      payment,
      tickets: [],
      ...(order.state !== 'refused' && { untold: true }),
      history,
    };
  };
}

/** The holds of one performance are back, and the order has others; or its buyer has a choice. */
function partlyDone(
  rest: Omit<OrderRecord, 'changing'>,
  before: OrderRecord,
  back: readonly OrderedHold[],
  choice: DateChoice | undefined,
): Omit<OrderRecord, 'changing'> {
  const gone = back.flatMap((item) => ticketsOf(before, item, seatsBack(before, item))).map(({ id }) => id);
  const [{ performance = '', hold = '' } = {}] = back;
  const isSome = before.changing?.kind === 'cancel' && before.changing.tickets !== undefined;
  const name = isSome ? `back-${hold}-${changeOf(before, hold)}` : `cancel-${performance}`;
  const { owed, ...payment } = paymentPartly(before, rest, name);
  const isEmpty = soldItems(rest).length === 0;
  return {
    ...rest,
    items: choice ? rest.items : withBack(rest.items, back, owed?.amount),
    payment: choice && isEmpty ? withoutDeadline(payment) : { ...payment, ...(!choice && owed && { owed }) },
    ...(choice && {
      choices: [...(rest.choices ?? []), { ...choice, performance, amount: owed?.amount ?? 0, tries: 0 }],
    }),
    tickets: before.tickets.filter(({ id }) => !gone.includes(id)),
    untold: true,
  };
}

/** The items with the seats of the given tickets beside those that are left. */
function withGivenBack(order: OrderRecord, back: readonly OrderedHold[]): readonly OrderedHold[] {
  return order.items.map((item) => {
    if (!back.includes(item)) return item;
    const ids = seatsBack(order, item);
    const given = item.seats
      .filter(({ id }) => ids.includes(id))
      .map((seat) => ({ ...seat, ticket: ticketsOf(order, item, [seat.id])[0]?.id ?? '' }));
    const left = item.seats.filter(({ id }) => !ids.includes(id));
    // A hold that is back as a whole keeps its seats, as ever.
    return { ...item, seats: left.length > 0 ? left : item.seats, givenBack: [...(item.givenBack ?? []), ...given] };
  });
}

/** Nobody need pay for nothing, and the promise has its time again when another date is chosen. */
function withoutDeadline({ deadline: _, ...payment }: PaymentRecord): PaymentRecord {
  return payment;
}

/** The buyer is told what comes back for a performance that was cancelled: with the first of its holds. */
function withBack(
  items: OrderRecord['items'],
  back: readonly OrderedHold[],
  amount: number | undefined,
): OrderRecord['items'] {
  const first = back.find(({ cancelled }) => cancelled)?.hold;
  return items.map((item) =>
    item.hold === first && item.cancelled && amount !== undefined
      ? { ...item, cancelled: { ...item.cancelled, back: amount } }
      : item,
  );
}

/** A promise is for the present cost of the seats. Of money that was taken, the difference is owed, or less is due. */
function paymentPartly(
  before: OrderRecord,
  after: Pick<OrderRecord, 'items' | 'outcomes'>,
  name: string,
): PaymentRecord {
  const { due: _, ...payment } = before.payment;
  if (payment.state !== 'captured') return payment;
  const paid = payment.paid ?? amountSold(before);
  const balance = amountSold(after) - paidFor(before);
  if (balance > 0) return { ...payment, paid, due: balance };
  if (balance === 0) return { ...payment, paid };
  return { ...payment, paid, owed: { name, amount: -balance } };
}

export function paymentCancelled(order: OrderRecord, by: OrderActor): PaymentRecord {
  const { deadline: _, due: __, ...payment } = order.payment;
  if (order.state === 'refused') return { ...payment, unvoided: true };
  if (payment.state !== 'captured') return { ...payment, state: by === 'clock' ? 'expired' : 'voided', unvoided: true };
  const amount = paidFor(order);
  // What was never taken is not given back.
  if (amount === 0) return { ...payment, state: payment.refunded ? 'refunded' : 'voided' };
  return { ...payment, state: 'refunding', owed: { name: 'cancel', amount } };
}

/**
 * A ticket had opened the door before the cancellation reached it. Tickets that were made void on the way there are
 * issued again. A promise past its deadline is the box office's to settle then: the clock must not come back.
 */
export function cancelKept(voided: readonly string[], keys: TicketKeys, now: number): OrderStep {
  return (order) => {
    const { changing, ...rest } = order;
    if (changing?.kind !== 'cancel' || Object.keys(changing.answers).length > 0) return undefined;
    const { deadline, ...payment } = order.payment;
    const isUnpaid = owesBoxOffice(payment);
    const again = changedHolds(order).flatMap((item) =>
      ticketsOf(order, item)
        .filter(({ id }) => voided.includes(id))
        .flatMap((old) =>
          item.seats
            .filter(({ id }) => id === old.seat)
            .map((seat) => ({
              id: old.id,
              ticket: issueTicket(
                order,
                { performance: old.performance, seat, change: changeOf(order, item.hold), isUnpaid },
                keys,
              ),
            })),
        ),
    );
    return {
      ...rest,
      payment: changing.by === 'clock' || deadline === undefined ? payment : { ...payment, deadline },
      tickets: order.tickets.map((ticket) => again.find(({ id }) => id === ticket.id)?.ticket ?? ticket),
      untold: true,
      unchanged: { change: 'cancel', why: 'ticket-used' },
      history: withAct(order.history, { happenedAt: now, by: changing.by, act: 'cancel-kept', note: 'ticket-used' }),
    };
  };
}

/** As above, found before anything was marked: somebody sits in a seat that was promised and never paid. */
export function promiseInUse(now: number): OrderStep {
  return (order) => {
    const { deadline, ...payment } = order.payment;
    if (order.state !== 'confirmed' || isMoving(order) || deadline === undefined || deadline > now) return undefined;
    return {
      ...order,
      payment,
      history: withAct(order.history, { happenedAt: now, by: 'clock', act: 'cancel-kept', note: 'ticket-used' }),
    };
  };
}
