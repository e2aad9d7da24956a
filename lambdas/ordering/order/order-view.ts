import type { OrderAct, OrderAudit, OrderBookEntry, OrderItem, OrderView, Ticket } from '../../../contracts/order.ts';
import { stillOwed } from '../payment/still-owed.ts';
import { isLapsed } from './due.ts';
import { isMoving, type OrderRecord, seatsLapseAt, soldItems, totalOf } from './order.ts';
import { referenceOf } from './order-id.ts';

/*
 * An order as it is shown: to the fan who holds its key, and to the box office. Only the fan sees tickets and what
 * their page needs to pay; only the box office sees the buyer, the history, refunds that failed, and disputes.
 */

/** What its fan may do: see change/terms.ts. */
interface SeenMay {
  readonly change: boolean;
  readonly giveBack: readonly string[];
  readonly tickets?: readonly string[];
}

function maySeen({ change, giveBack, tickets = [] }: SeenMay): NonNullable<OrderView['may']> {
  return {
    cancel: change,
    exchange: change,
    ...(giveBack.length > 0 && { giveBack }),
    ...(tickets.length > 1 && { tickets }),
  };
}

/** The key is given out only with the answer to the order itself. */
export function viewOf(
  order: OrderRecord,
  { key, may, now }: { readonly key?: string; readonly may?: SeenMay | undefined; readonly now?: number } = {},
): OrderView {
  const { clientSecret } = order.payment;
  const facts = factsOf(order);
  return {
    ...facts,
    payment: {
      ...facts.payment,
      ...(order.state === 'paying' && {
        seatsUntil: seatsLapseAt(order),
        ...(order.bankAskedAt !== undefined && { bankAsks: true as const }),
        ...(now !== undefined && isLapsed(order, now) && { lapsed: true as const }),
        ...(clientSecret !== undefined && { clientSecret }),
      }),
    },
    ...(key !== undefined && { key }),
    ...(may && { may: maySeen(may) }),
    tickets: ticketsSeen(order),
  };
}

/** A row of the order book. */
export function entryOf(order: OrderRecord): OrderBookEntry {
  const { name, email, phone } = order.buyer;
  const { failedRefunds, disputes } = order.payment;
  return {
    ...factsOf(order),
    buyer: { name, email, ...(phone && { phone }) },
    tickets: order.tickets.length,
    ...(isAdmittedUnpaid(order) && { admittedUnpaid: true }),
    ...(failedRefunds && { failedRefunds: failedRefunds.map(({ id }) => id) }),
    ...(disputes && { disputes }),
    ...(order.erasedAt !== undefined && { erasedAt: order.erasedAt }),
  };
}

function isAdmittedUnpaid(order: OrderRecord): boolean {
  return stillOwed(order) > 0 && order.history.some(({ act }) => act === 'admitted-unpaid');
}

/** All that became of it, for the box office. */
export function auditOf(order: OrderRecord): OrderAudit {
  return { ...entryOf(order), onSale: order.onSale, history: order.history.map(actSeen) };
}

/** Behind the tickets that were sent stands a print of their ids (mail/tell-buyer.ts), which says nothing to people. */
function actSeen({ note, ...act }: OrderAct): OrderAct {
  if (note === undefined) return act;
  const hasPrint = act.act === 'tickets-sent' || act.act === 'performance-told';
  return { ...act, note: hasPrint ? note.replace(/, [0-9a-f]{8}$/, '') : note };
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
    items: order.items.map((item) => itemSeen(order, item)),
    currency: order.currency,
    timeZone: order.timeZone,
    ...(order.language && { language: order.language }),
    ...(order.news && { news: order.news }),
    total: shownTotal(order),
    payment: {
      method,
      state: payment.state,
      ...(deadline !== undefined && { deadline }),
      ...(refunded !== undefined && { refunded }),
      ...(due !== undefined && { due }),
    },
    ...(changing && { changing: changing.kind }),
    ...(order.choices && { choices: order.choices.map(({ tries: _, ...choice }) => choice) }),
    ...(!isMoving(order) && order.unchanged && { unchanged: order.unchanged }),
    placedAt: order.placedAt,
  };
}

/** Of an order that goes on without a performance, only the seats that are left cost something. */
function shownTotal(order: OrderRecord): number {
  if (order.state !== 'confirmed') return totalOf(order);
  return totalOf({ ...order, items: order.items.filter(({ hold }) => order.outcomes[hold] !== 'returned') });
}

function itemSeen(
  { outcomes }: OrderRecord,
  { share: _, untold: __, givenBack, ...item }: OrderRecord['items'][number],
): OrderItem {
  const outcome = outcomes[item.hold] ?? 'asked';
  // Of a hold that is back as a whole, its seats say so already.
  const given = givenBack
    ?.filter(({ id }) => !item.seats.some((seat) => seat.id === id))
    .map(({ ticket: _, ...seat }) => seat);
  return { ...item, ...(given && given.length > 0 && { givenBack: given }), outcome };
}

/** The content of its tickets, each with the item that it is for. */
export function ticketsSeen(order: Pick<OrderRecord, 'id' | 'items' | 'outcomes' | 'tickets'>): readonly Ticket[] {
  const sold = soldItems(order);
  return order.tickets.map((ticket) => {
    const item = sold.find(
      ({ performance, seats }) => performance === ticket.performance && seats.some(({ id }) => id === ticket.seat),
    );
    const seat = item?.seats.find(({ id }) => id === ticket.seat);
    if (!item || !seat) throw new Error(`Ticket ${ticket.id} is for a seat that order ${order.id} does not name`);
    const { label, concession } = seat;
    return {
      ...ticket,
      label,
      title: item.title,
      startsAt: item.startsAt,
      venue: item.venue,
      ...(concession !== undefined && { concession }),
    };
  });
}
