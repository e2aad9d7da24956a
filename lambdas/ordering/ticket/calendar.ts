import { createEvents } from 'ics';
import { languages } from '../../../contracts/languages.ts';
import type { OrderView } from '../../../contracts/order.ts';
import { seatWords } from '../../../words/all/seats.ts';
import { faceWords } from '../../../words/all/ticket-face.ts';
import { seatNamed } from '../../../words/seat-name.ts';

/*
 * An order as a calendar: one entry a performance, whatever number of seats. The entry's id is the performance's in
 * this order, so that a calendar that gets the file again corrects the entry it has. A performance that was moved is the
 * same entry at another time, and one that was cancelled the same entry, cancelled; its sequence says which of two files
 * is the later. Nobody is named.
 *
 * Two things of RFC 5545 are done here, as the library leaves them: the text of an alarm is escaped like any other, and a
 * line is folded by its octets, where a letter of another alphabet has two or three.
 */

/** Shows say when they begin, not when they end; a calendar wants both. */
const usualHours = 3;

/** `host` of the site makes the ids ours, e.g. `tickets.example.org`. */
export function calendarOf(order: OrderView, host: string): string {
  const { language = languages[0] } = order;
  const { error, value } = createEvents(
    entriesOf(order).map(({ performance, title, venue, startsAt, labels, sequence, revisedAt, isCancelled }) => ({
      uid: `${order.order}.${performance}@${host}`,
      productId: 'Stampede',
      title: oneLine(title),
      location: oneLine(venue),
      description: [
        ...labels.map((label) => oneLine(seatNamed(label, seatWords[language]))),
        faceWords[language].reference(order.reference),
      ].join('\n'),
      start: partsOf(startsAt),
      startInputType: 'utc',
      startOutputType: 'utc',
      duration: { hours: usualHours },
      status: isCancelled ? ('CANCELLED' as const) : ('CONFIRMED' as const),
      busyStatus: isCancelled ? ('FREE' as const) : ('BUSY' as const),
      sequence,
      // Of the order and not of the moment: the same order is the same file.
      timestamp: revisedAt,
      alarms: isCancelled
        ? []
        : [{ action: 'display', description: escaped(oneLine(title)), trigger: { hours: 3, before: true } }],
    })),
  );
  if (error || !value) throw new Error(`Order ${order.order} makes no calendar`, { cause: error });
  return folded(value);
}

/** Control characters may not stand in a calendar; one of them could end a line and begin another. */
function oneLine(text: string): string {
  return text.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ').trim();
}

/** A text as RFC 5545 (3.3.11) has it. */
function escaped(text: string): string {
  return text.replace(/[\\;,]/g, (sign) => `\\${sign}`);
}

/** At most 75 octets a line (3.1), and no letter in two parts. A line that goes on begins with a space. */
function folded(calendar: string): string {
  const lines = calendar.replace(/\r\n[\t ]/g, '').split('\r\n');
  return lines
    .map((line) => {
      const parts = [''];
      let octets = 0;
      for (const letter of line) {
        const more = Buffer.byteLength(letter);
        if (octets + more > 75) {
          parts.push(' ');
          octets = 1;
        }
        parts[parts.length - 1] += letter;
        octets += more;
      }
      return parts.join('\r\n');
    })
    .join('\r\n');
}

interface CalendarEntry {
  readonly performance: string;
  readonly title: string;
  readonly venue: string;
  readonly startsAt: number;
  readonly labels: readonly string[];
  readonly sequence: number;
  /** Milliseconds since the epoch. */
  readonly revisedAt: number;
  readonly isCancelled: boolean;
}

function entriesOf({ items, tickets, placedAt }: OrderView): readonly CalendarEntry[] {
  const performances = [...new Set(items.map(({ performance }) => performance))];
  return performances.flatMap((performance): readonly CalendarEntry[] => {
    const live = tickets.filter((ticket) => ticket.performance === performance);
    const own = items.filter((item) => item.performance === performance && (live.length > 0 || item.cancelled));
    const [first] = own.filter(({ outcome }) => live.length === 0 || outcome === 'sold');
    if (!first) return [];
    const { title, venue, startsAt } = first;
    const acted = first.cancelled ?? first.moved;
    const seats = live.length > 0 ? live : own.flatMap((item) => item.seats);
    return [
      {
        performance,
        title,
        venue,
        startsAt,
        labels: seats.map(({ label }) => label),
        sequence: acted?.number ?? 0,
        revisedAt: Math.max(placedAt, acted?.actedAt ?? 0),
        isCancelled: live.length === 0,
      },
    ];
  });
}

function partsOf(at: number): [number, number, number, number, number] {
  const date = new Date(at);
  return [date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate(), date.getUTCHours(), date.getUTCMinutes()];
}
