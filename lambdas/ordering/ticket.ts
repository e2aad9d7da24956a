import type { IssuedTicket, OrderRecord } from './order.ts';
import { soldLines } from './order.ts';
import { type OrderingKeys, ticketIdOf } from './order-id.ts';

/*
 * One ticket a seat that was sold. Ids and codes follow from the order alone, and Ed25519 signs the same
 * text the same way every time, so issuing again after a crash issues the same tickets. The code says
 * nothing about the person, and a door that knows the public key can check it without a network.
 */

/** The signed content of a ticket's code: ticket, performance, seat, order. */
export interface TicketCode {
  readonly i: string;
  readonly p: string;
  readonly s: string;
  readonly o: string;
}

export function issueTickets(
  order: Pick<OrderRecord, 'id' | 'lines' | 'outcomes'>,
  keys: Pick<OrderingKeys, 'ticketId' | 'ticket'>,
): readonly IssuedTicket[] {
  return soldLines(order).flatMap(({ performance, seats }) =>
    seats.map(({ id: seat }) => {
      const id = ticketIdOf(keys.ticketId, order.id, performance, seat);
      const said: TicketCode = { i: id, p: performance, s: seat, o: order.id };
      return { id, performance, seat, code: keys.ticket.seal('t1', said) };
    }),
  );
}
