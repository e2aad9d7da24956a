import { type OrderStep, withAct } from '../order/amend.ts';
import { amountSold, changeOf, type OrderedHold, type OrderRecord, type PaymentRecord } from '../order/order.ts';
import { issueTicket, owesBoxOffice, type TicketKeys } from '../ticket/ticket.ts';
import { isChangeAnswered, noteOf, paidFor } from './change-steps.ts';

/* How an exchange ends: with the other seats, or with everything as it was. */

/** The other seats are the order's: items, tickets and what is owed in one write. */
export function exchangeDone(keys: TicketKeys, now: number): OrderStep {
  return (order) => {
    const exchanged = exchangedLine(order);
    if (!exchanged || !isChangeAnswered(order) || order.changing?.answers[exchanged.hold] !== 'changed')
      return undefined;
    const { changing, unchanged: _, ...rest } = order;
    const items = order.items.map((item) => (item.hold === exchanged.hold ? exchanged : item));
    return {
      ...rest,
      items,
      payment: paymentExchanged(order, items, exchanged.hold),
      tickets: exchangedTickets(order, keys),
      untold: true,
      history: withAct(order.history, {
        happenedAt: now,
        by: changing?.by ?? 'fan',
        act: 'exchanged',
        ...noteOf(order),
      }),
    };
  };
}

/** The item as it becomes by the exchange under way, each seat in the place of the one given up for it. */
function exchangedLine({ items, changing }: OrderRecord): OrderedHold | undefined {
  if (changing?.kind !== 'exchange') return undefined;
  const item = items.find(({ hold }) => hold === changing.hold);
  return item && { ...item, seats: item.seats.map((seat) => changing.to[changing.from.indexOf(seat.id)] ?? seat) };
}

/** The tickets after it: those of the seats given up are replaced. */
function exchangedTickets(order: OrderRecord, keys: TicketKeys): OrderRecord['tickets'] {
  return order.tickets.map((ticket) => replacementOf(order, ticket, keys) ?? ticket);
}

/** The ticket that takes the place of this one by the exchange under way; undefined if it stays. */
export function replacementOf(order: OrderRecord, ticket: OrderRecord['tickets'][number], keys: TicketKeys) {
  const { changing } = order;
  if (changing?.kind !== 'exchange') return undefined;
  const item = order.items.find(({ hold }) => hold === changing.hold);
  const seat = changing.to[changing.from.indexOf(ticket.seat)];
  if (!item || !seat || item.performance !== ticket.performance) return undefined;
  const change = changeOf(order, changing.hold);
  const exchanged = exchangedLine(order);
  const items = order.items.map((one) => (one.hold === changing.hold && exchanged ? exchanged : one));
  const isUnpaid = owesBoxOffice(paymentExchanged(order, items, changing.hold));
  return issueTicket(order, { performance: item.performance, seat, change, isUnpaid }, keys);
}

/** A promise is for the present cost of the seats. Of money that was taken, the difference is owed, or due. */
function paymentExchanged(before: OrderRecord, items: OrderRecord['items'], hold: string): PaymentRecord {
  const { due: _, ...payment } = before.payment;
  if (payment.state !== 'captured') return payment;
  const balance = amountSold({ ...before, items }) - paidFor(before);
  if (balance > 0) return { ...payment, due: balance };
  if (balance === 0) return payment;
  return { ...payment, owed: { name: `exchange-${hold}-${changeOf(before, hold)}`, amount: -balance } };
}

/** A seat that was asked for was not free: everything is as it was. No tickets were sent while that was open. */
export function exchangeKept(now: number): OrderStep {
  return (order) => {
    const { changing, ...rest } = order;
    if (changing?.kind !== 'exchange' || changing.answers[changing.hold] !== 'kept') return undefined;
    return {
      ...rest,
      untold: true,
      unchanged: { change: 'exchange', why: 'seats-taken' },
      history: withAct(order.history, { happenedAt: now, by: 'house', act: 'exchange-kept', ...noteOf(order) }),
    };
  };
}
