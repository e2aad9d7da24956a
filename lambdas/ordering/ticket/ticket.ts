import type { SaidOfPrice } from '../../../rules/ticket-price.ts';
import type { IssuedTicket, OrderedHold, OrderedSeat, OrderRecord } from '../order/order.ts';
import { soldItems } from '../order/order.ts';
import { type OrderingKeys, ticketIdOf } from '../order/order-id.ts';

/*
 * One ticket a seat that was sold. Ids and codes follow from the order alone, and Ed25519 signs the same
 * text the same way every time, so issuing again after a crash issues the same tickets. The code says
 * nothing about the person. It says what the seat cost when it was issued, so that whoever is offered it later can know. A door that knows the public key can check it without a network.
 *
 * A ticket that is marked void at the door stays void for ever. A seat may come back to its order, or may have to be
 * given a ticket again. That ticket has another id: that of the change it came with.
 */

/** The signed content of a ticket's code: ticket, performance, seat, order, and what is said of its price. */
export interface TicketCode extends SaidOfPrice {
  readonly i: string;
  readonly p: string;
  readonly s: string;
  readonly o: string;
}

/** The part of an order that is said of a ticket. */
type Ordered = Pick<OrderRecord, 'id' | 'onSale' | 'currency' | 'seatsPerFan'>;

/** The keys that tickets are named and signed with. */
export type TicketKeys = Pick<OrderingKeys, 'ticketId' | 'ticket'>;

/** The tickets of an order that is confirmed. */
export function issueTickets(
  order: Ordered & Pick<OrderRecord, 'items' | 'outcomes' | 'payment'>,
  keys: TicketKeys,
): readonly IssuedTicket[] {
  const isUnpaid = owesBoxOffice(order.payment);
  return soldItems(order).flatMap(({ performance, seats }) =>
    seats.map(({ id, price }) => issueTicket(order, { performance, seat: { id, price }, change: 0, isUnpaid }, keys)),
  );
}

export interface SeatToIssue {
  readonly performance: string;
  readonly seat: Pick<OrderedSeat, 'id' | 'price'>;
  /** Counts the changes of the seat's hold from 1; 0 for the tickets that it was sold with. */
  readonly change: number;
  /** The box office has to be paid for something of the order. */
  readonly isUnpaid: boolean;
}

export function issueTicket(
  { id: order, onSale, currency, seatsPerFan }: Ordered,
  { performance, seat, change, isUnpaid }: SeatToIssue,
  keys: TicketKeys,
): IssuedTicket {
  const id = ticketIdOf(keys.ticketId, order, performance, seat.id, change);
  const said: TicketCode = {
    i: id,
    p: performance,
    s: seat.id,
    o: order,
    n: onSale,
    c: currency,
    v: seat.price,
    ...(seatsPerFan !== undefined && { l: seatsPerFan }),
    ...(isUnpaid && seat.price > 0 && { u: 1 }),
  };
  return { id, performance, seat: seat.id, code: keys.ticket.seal('t1', said) };
}

/** A promise, or what an exchange or a sum too small for the provider left to be paid. */
export function owesBoxOffice({ state, due = 0 }: Pick<OrderRecord['payment'], 'state' | 'due'>): boolean {
  return state === 'promised' || due > 0;
}

/** The tickets of these seats of an item, all of them if none are named. */
export function ticketsOf(
  { tickets }: Pick<OrderRecord, 'tickets'>,
  { performance, seats }: Pick<OrderedHold, 'performance' | 'seats'>,
  named: readonly string[] = seats.map(({ id }) => id),
): readonly IssuedTicket[] {
  return tickets.filter((ticket) => ticket.performance === performance && named.includes(ticket.seat));
}
