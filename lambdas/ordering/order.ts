import type {
  OrderBookEntry,
  OrderLine,
  OrderRequest,
  OrderState,
  OrderView,
  PaymentMethod,
  Ticket,
} from '../../contracts/order.ts';

/*
 * An order: what one fan bought with one request, for ever.
 *
 *                    ┌─▶ confirmed   all lines answered, at least one sold
 *   unpaid ─▶ placed ┤
 *                    └─▶ refused     all lines lost; or the card was declined before any seat was asked for
 *
 * `unpaid` is the moment between writing the order down and hearing what payment says of it: nothing is
 * owed, no seat is asked for, it stands in no book, and the fan's retry carries it on. What the house
 * answers is kept a hold: the first answer for a hold is its answer, so a repeated one changes nothing.
 */

export interface OrderRecord {
  readonly id: string;
  readonly onSale: string;
  readonly fan: string;
  /** Which of the fan's passes it was placed with. */
  readonly pass: string;
  /** Of the request: see order-id.ts. */
  readonly fingerprint: string;
  readonly state: 'unpaid' | OrderState;
  readonly refusal?: 'card-declined' | 'seats-lost';
  readonly lines: readonly OrderedHold[];
  /** By hold. */
  readonly outcomes: Readonly<Record<string, 'sold' | 'lost'>>;
  readonly currency: string;
  readonly timeZone: string;
  readonly buyer: OrderRequest['buyer'];
  readonly payment: PaymentRecord;
  readonly tickets: readonly IssuedTicket[];
  /** Milliseconds since the epoch. */
  readonly at: number;
}

export type OrderedHold = Omit<OrderLine, 'outcome'>;

/** No card data: what was decided, never with what (O3). */
export interface PaymentRecord {
  readonly method: PaymentMethod;
  readonly state: 'undecided' | OrderView['payment']['state'];
  /** Milliseconds since the epoch; only with a promise. */
  readonly deadline?: number;
}

/** What the ticket says besides stands in the order's line. */
export type IssuedTicket = Pick<Ticket, 'id' | 'performance' | 'seat' | 'code'>;

/** Minor units of the seats not lost. */
export function totalOf(order: Pick<OrderRecord, 'lines' | 'outcomes'>): number {
  return order.lines
    .filter(({ hold }) => order.outcomes[hold] !== 'lost')
    .flatMap(({ seats }) => seats)
    .reduce((sum, { price }) => sum + price, 0);
}

/** Whether the house has answered for every hold. */
export function answered(order: Pick<OrderRecord, 'lines' | 'outcomes'>): boolean {
  return order.lines.every(({ hold }) => order.outcomes[hold]);
}

export function soldLines(order: Pick<OrderRecord, 'lines' | 'outcomes'>): readonly OrderedHold[] {
  return order.lines.filter(({ hold }) => order.outcomes[hold] === 'sold');
}

/** What the fan sees. The key is given out only with the answer to the order itself. */
export function viewOf(order: OrderRecord, reference: string, key?: string): OrderView {
  return { ...facts(order, reference), ...(key !== undefined && { key }), tickets: ticketsSeen(order) };
}

/** What the box office sees. */
export function entryOf(order: OrderRecord, reference: string): OrderBookEntry {
  const { name, email, phone } = order.buyer;
  return {
    ...facts(order, reference),
    buyer: { name, email, ...(phone && { phone }) },
    tickets: order.tickets.length,
  };
}

function facts(order: OrderRecord, reference: string): Omit<OrderView, 'key' | 'tickets'> {
  const { state, payment } = order;
  if (state === 'unpaid' || payment.state === 'undecided')
    throw new Error(`Order ${order.id} was shown before payment was decided`);
  return {
    order: order.id,
    reference,
    state,
    ...(order.refusal && { refusal: order.refusal }),
    lines: order.lines.map((line) => ({ ...line, outcome: order.outcomes[line.hold] ?? 'asked' })),
    currency: order.currency,
    timeZone: order.timeZone,
    total: totalOf(order),
    payment: { ...payment, state: payment.state },
    placedAt: order.at,
  };
}

function ticketsSeen(order: OrderRecord): readonly Ticket[] {
  return order.tickets.flatMap((ticket) => {
    const line = order.lines.find(
      ({ performance, seats }) => performance === ticket.performance && seats.some(({ id }) => id === ticket.seat),
    );
    const seat = line?.seats.find(({ id }) => id === ticket.seat);
    if (!line || !seat) throw new Error(`Ticket ${ticket.id} is for a seat that order ${order.id} does not name`);
    return [{ ...ticket, label: seat.label, title: line.title, startsAt: line.startsAt, venue: line.venue }];
  });
}
