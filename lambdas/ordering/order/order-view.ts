import type { OrderAudit, OrderBookEntry, OrderLine, OrderView, Ticket } from '../../../contracts/order.ts';
import { isMoving, type OrderRecord, soldLines, totalOf } from './order.ts';
import { referenceOf } from './order-id.ts';

/*
 * An order as it is shown: to the fan who holds its key, and to the box office. Only the fan sees tickets and what
 * their page needs to pay; only the box office sees the buyer and the history.
 */

/** The key is given out only with the answer to the order itself. */
export function viewOf(
  order: OrderRecord,
  { key, may }: { readonly key?: string; readonly may?: boolean | undefined } = {},
): OrderView {
  const { clientSecret } = order.payment;
  const facts = factsOf(order);
  return {
    ...facts,
    payment: { ...facts.payment, ...(order.state === 'paying' && clientSecret !== undefined && { clientSecret }) },
    ...(key !== undefined && { key }),
    ...(may !== undefined && { may: { cancel: may, exchange: may } }),
    tickets: ticketsSeen(order),
  };
}

/** A line of the order book. */
export function entryOf(order: OrderRecord): OrderBookEntry {
  const { name, email, phone } = order.buyer;
  return {
    ...factsOf(order),
    buyer: { name, email, ...(phone && { phone }) },
    tickets: order.tickets.length,
  };
}

/** All that became of it, for the box office. */
export function auditOf(order: OrderRecord): OrderAudit {
  return { ...entryOf(order), history: order.history };
}

function factsOf(order: OrderRecord): Omit<OrderView, 'key' | 'tickets' | 'may'> {
  const { state, payment, changing } = order;
  if (state === 'unpaid' || payment.state === 'undecided')
    throw new Error(`Order ${order.id} was shown before payment was decided`);
  const { method, deadline, refunded, due } = payment;
  return {
    order: order.id,
    reference: referenceOf(order.id),
    state,
    ...(order.refusal && { refusal: order.refusal }),
    lines: order.lines.map((line) => lineSeen(order, line)),
    currency: order.currency,
    timeZone: order.timeZone,
    total: totalOf(order),
    payment: {
      method,
      state: payment.state,
      ...(deadline !== undefined && { deadline }),
      ...(refunded !== undefined && { refunded }),
      ...(due !== undefined && { due }),
    },
    ...(changing && { changing: changing.kind }),
    ...(!isMoving(order) && order.unchanged && { unchanged: order.unchanged }),
    placedAt: order.at,
  };
}

function lineSeen({ outcomes }: OrderRecord, { share: _, ...line }: OrderRecord['lines'][number]): OrderLine {
  const seats = line.seats.map(({ percentOff: _, ...seat }) => seat);
  return { ...line, seats, outcome: outcomes[line.hold] ?? 'asked' };
}

/** What its tickets say, each with the line that it is for. */
export function ticketsSeen(order: Pick<OrderRecord, 'id' | 'lines' | 'outcomes' | 'tickets'>): readonly Ticket[] {
  const sold = soldLines(order);
  return order.tickets.map((ticket) => {
    const line = sold.find(
      ({ performance, seats }) => performance === ticket.performance && seats.some(({ id }) => id === ticket.seat),
    );
    const seat = line?.seats.find(({ id }) => id === ticket.seat);
    if (!line || !seat) throw new Error(`Ticket ${ticket.id} is for a seat that order ${order.id} does not name`);
    const { label, concession } = seat;
    return {
      ...ticket,
      label,
      title: line.title,
      startsAt: line.startsAt,
      venue: line.venue,
      ...(concession !== undefined && { concession }),
    };
  });
}
