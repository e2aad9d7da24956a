import type { OrderView, Ticket } from '../../../contracts/order.ts';

/*
 * What stands on a ticket of paper, in words and in the order one reads it. The date is the venue's, in its time
 * zone. Nobody is named: a ticket is for whoever holds it.
 */

export interface TicketFace {
  readonly venue: string;
  readonly title: string;
  readonly date: string;
  readonly time: string;
  /** Of the house, e.g. `Stalls`. */
  readonly part: string;
  /** What is set large beside the code, e.g. row C, seat 14; or `standing`. */
  readonly place: readonly { readonly name?: string; readonly value: string }[];
  /** Whose price it was: whoever shows it brings proof. */
  readonly concession?: string;
  readonly reference: string;
  readonly number: string;
  readonly code: string;
}

export const terms =
  'Each code opens the door once, for whoever shows it first: keep it to yourself. It is worth nothing once the order ' +
  'is cancelled or the seat exchanged.';

export function facesOf({ tickets, timeZone, reference }: OrderView): readonly TicketFace[] {
  return tickets.map((ticket, index) => ({
    venue: ticket.venue,
    title: ticket.title,
    ...momentOf(ticket.startsAt, timeZone),
    ...seatOf(ticket),
    ...(ticket.concession !== undefined && { concession: ticket.concession }),
    reference,
    number: `Ticket ${index + 1} of ${tickets.length}`,
    code: ticket.code,
  }));
}

/** `Friday 4 June 2027` and `19:30`, at the venue. */
export function momentOf(at: number, timeZone: string): { readonly date: string; readonly time: string } {
  const written = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat('en-GB', { ...options, timeZone }).format(at);
  return {
    date: written({ weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' }).replace(',', ''),
    time: written({ hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }),
  };
}

/** A label as `seatLabel` (contracts/plan.ts) writes it, taken apart; any other stays whole. */
function seatOf({ label }: Ticket): Pick<TicketFace, 'part' | 'place'> {
  const [, part = '', row = '', seat = ''] = /^(.+), row (.+), seat (.+)$/.exec(label) ?? [];
  if (part !== '')
    return {
      part,
      place: [
        { name: 'Row', value: row },
        { name: 'Seat', value: seat },
      ],
    };
  const [, block = label, how = ''] = /^(.+), (standing|unreserved)$/.exec(label) ?? [];
  const said = { standing: 'Standing', unreserved: 'Sit where you like' }[how];
  return { part: block, place: said === undefined ? [] : [{ value: said }] };
}
