import { languages } from '../../../contracts/languages.ts';
import type { OrderView } from '../../../contracts/order.ts';
import { readSeatLabel } from '../../../contracts/plan.ts';
import { type FaceWords, faceWords } from '../../../words/all/ticket-face.ts';
import { ticketsWords } from '../../../words/all/tickets.ts';
import { written } from '../../../words/all/written.ts';
import { priceOnTicket } from '../../../words/price-on-ticket.ts';

/*
 * The face of a paper ticket, in the order's language and in the order one reads it. The date is the venue's, in its
 * time zone. Nobody is named: a ticket is for whoever holds it.
 */

export interface TicketFace {
  readonly venue: string;
  readonly title: string;
  readonly date: string;
  readonly time: string;
  /** Of the house, e.g. `Stalls`. */
  readonly part: string;
  /** The place, set large beside the code, e.g. row C, seat 14; or `standing`. */
  readonly place: readonly { readonly name?: string; readonly value: string }[];
  /** The group whose price it was. The holder brings proof. */
  readonly concession?: string;
  /** As its code says it: the price, and the limit a person. */
  readonly price?: string;
  readonly reference: string;
  readonly number: string;
  readonly code: string;
}

export function facesOf({
  tickets,
  timeZone,
  reference,
  language = languages[0],
}: Pick<OrderView, 'tickets' | 'timeZone' | 'reference' | 'language'>): readonly TicketFace[] {
  const words = faceWords[language];
  const { longDate, timeOfDay, money } = written[language];
  return tickets.map((ticket, index) => {
    const price = priceOnTicket(ticket.code, ticketsWords[language], money);
    return {
      venue: ticket.venue,
      title: ticket.title,
      date: longDate(ticket.startsAt, timeZone),
      time: timeOfDay(ticket.startsAt, timeZone),
      ...seatOf(ticket.label, words),
      ...(ticket.concession !== undefined && { concession: ticket.concession }),
      ...(price !== undefined && { price }),
      reference,
      number: words.number(index + 1, tickets.length),
      code: ticket.code,
    };
  });
}

/** A label of another form than the platform's stays whole. */
function seatOf(label: string, words: FaceWords): Pick<TicketFace, 'part' | 'place'> {
  const seat = readSeatLabel(label);
  if (!seat) return { part: label, place: [] };
  if ('anywhere' in seat) return { part: seat.section, place: [{ value: words[seat.anywhere] }] };
  return {
    part: seat.section,
    place: [...('row' in seat ? [{ name: words.row, value: seat.row }] : []), { name: words.seat, value: seat.seat }],
  };
}
