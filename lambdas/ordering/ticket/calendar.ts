import { createEvents } from 'ics';
import { languages } from '../../../contracts/languages.ts';
import type { OrderView } from '../../../contracts/order.ts';
import { seatWords } from '../../../words/all/seats.ts';
import { faceWords } from '../../../words/all/ticket-face.ts';
import { seatNamed } from '../../../words/seat-name.ts';

/*
 * An order as a calendar: one entry a performance, whatever number of seats. The entry's id is the performance's in
 * this order, so that a calendar that gets the file again corrects the entry it has. Nobody is named.
 */

/** Shows say when they begin, not when they end; a calendar wants both. */
const usualHours = 3;

/** `host` of the site makes the ids ours, e.g. `tickets.example.org`. */
export function calendarOf(order: OrderView, host: string): string {
  const { language = languages[0] } = order;
  const { error, value } = createEvents(
    entriesOf(order).map(({ performance, title, venue, startsAt, labels }) => ({
      uid: `${order.order}.${performance}@${host}`,
      productId: 'Stampede',
      title,
      location: venue,
      description: [
        ...labels.map((label) => seatNamed(label, seatWords[language])),
        faceWords[language].reference(order.reference),
      ].join('\n'),
      start: partsOf(startsAt),
      startInputType: 'utc',
      startOutputType: 'utc',
      duration: { hours: usualHours },
      status: 'CONFIRMED',
      busyStatus: 'BUSY',
      // Of the order and not of the moment: the same order is the same file.
      timestamp: order.placedAt,
      alarms: [{ action: 'display', description: title, trigger: { hours: 3, before: true } }],
    })),
  );
  if (error || !value) throw new Error(`Order ${order.order} makes no calendar`, { cause: error });
  return value;
}

interface CalendarEntry {
  readonly performance: string;
  readonly title: string;
  readonly venue: string;
  readonly startsAt: number;
  readonly labels: readonly string[];
}

function entriesOf({ tickets }: OrderView): readonly CalendarEntry[] {
  const performances = [...new Set(tickets.map(({ performance }) => performance))];
  return performances.flatMap((performance) => {
    const own = tickets.filter((ticket) => ticket.performance === performance);
    const [first] = own;
    if (!first) return [];
    const { title, venue, startsAt } = first;
    return [{ performance, title, venue, startsAt, labels: own.map(({ label }) => label) }];
  });
}

function partsOf(at: number): [number, number, number, number, number] {
  const date = new Date(at);
  return [date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate(), date.getUTCHours(), date.getUTCMinutes()];
}
