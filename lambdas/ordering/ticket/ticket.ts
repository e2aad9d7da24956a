import type { IssuedTicket, OrderedHold, OrderRecord } from '../order/order.ts';
import { soldItems } from '../order/order.ts';
import { type OrderingKeys, ticketIdOf } from '../order/order-id.ts';

/*
 * One ticket a seat that was sold. Ids and codes follow from the order alone, and Ed25519 signs the same
 * text the same way every time, so issuing again after a crash issues the same tickets. The code says
 * nothing about the person, and a door that knows the public key can check it without a network.
 *
 * A ticket that is marked void at the door stays void for ever. A seat may come back to its order, or may have to be
 * given a ticket again. That ticket has another id: that of the change it came with.
 */

/** The signed content of a ticket's code: ticket, performance, seat, order. */
export interface TicketCode {
  readonly i: string;
  readonly p: string;
  readonly s: string;
  readonly o: string;
}

/** The keys that tickets are named and signed with. */
export type TicketKeys = Pick<OrderingKeys, 'ticketId' | 'ticket'>;

/** The tickets of an order that is confirmed. */
export function issueTickets(
  order: Pick<OrderRecord, 'id' | 'items' | 'outcomes'>,
  keys: TicketKeys,
): readonly IssuedTicket[] {
  return soldItems(order).flatMap(({ performance, seats }) =>
    seats.map(({ id }) => issueTicket(order.id, { performance, seat: id, change: 0 }, keys)),
  );
}

/** `change` counts the changes of the seat's hold from 1; 0 for the tickets that it was sold with. */
export function issueTicket(
  order: string,
  { performance, seat, change }: { readonly performance: string; readonly seat: string; readonly change: number },
  keys: TicketKeys,
): IssuedTicket {
  const id = ticketIdOf(keys.ticketId, order, performance, seat, change);
  const said: TicketCode = { i: id, p: performance, s: seat, o: order };
  return { id, performance, seat, code: keys.ticket.seal('t1', said) };
}

/** The tickets of these seats of an item, all of them if none are named. */
export function ticketsOf(
  { tickets }: Pick<OrderRecord, 'tickets'>,
  { performance, seats }: Pick<OrderedHold, 'performance' | 'seats'>,
  named: readonly string[] = seats.map(({ id }) => id),
): readonly IssuedTicket[] {
  return tickets.filter((ticket) => ticket.performance === performance && named.includes(ticket.seat));
}
