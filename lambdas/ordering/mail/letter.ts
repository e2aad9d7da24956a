import type { OrderView } from '../../../contracts/order.ts';
import { isolated } from '../../../words/isolated.ts';
import { seatNamed } from '../../../words/seat-name.ts';
import type { Message } from '../../foundation/mail.ts';
import { escaped, oneLine } from '../../foundation/mail-text.ts';
import type { MailWords } from './mail-words.ts';

/*
 * An e-mail about an order: a greeting, its message, the seats it is about, and the address where the order is seen.
 * Plain text for readers of plain text, and HTML with nothing to load. The link's key stands behind the `#`, so that
 * neither a server nor a log sees it. Names, titles and labels are what somebody typed.
 */

export interface Letter {
  readonly subject: string;
  /** The buyer's name. */
  readonly name: string;
  readonly opening: string;
  readonly shows: readonly Show[];
  /** Not to be overlooked. */
  readonly mind?: readonly string[];
  /** Before the link. */
  readonly look: string;
  /** Ours. */
  readonly url: string;
  readonly care?: string;
  readonly reference: string;
  /** After all else: lines of text, and of HTML. */
  readonly foot?: MailFoot | undefined;
}

export interface MailFoot {
  readonly text: readonly string[];
  readonly html: readonly string[];
}

/** Seats of one performance. */
export interface Show {
  readonly title: string;
  readonly when: string;
  readonly labels: readonly string[];
}

export function letterOf(letter: Letter, words: MailWords): Omit<Message, 'attachments'> {
  const { opening, shows, mind = [], look, url, care, reference, foot } = letter;
  const subject = oneLine(letter.subject);
  const hello = words.dear(isolated(oneLine(letter.name)));
  const last = words.reference(reference);
  const paragraph = (inside: string) => `<p style="margin:0 0 1em">${inside}</p>`;
  return {
    subject,
    text: [
      ...[hello, '', opening, ''],
      ...shows.flatMap(({ title, when, labels }) => [title, when, ...labels.map((label) => `  ${label}`), '']),
      ...mind.flatMap((one) => [one, '']),
      ...[look, url, ''],
      ...(care === undefined ? [] : [care, '']),
      ...[last, ''],
      ...(foot?.text ?? []),
    ].join('\n'),
    html: [
      `<!doctype html><html lang="${words.language}"><head><meta charset="utf-8"><title>${escaped(subject)}</title></head>`,
      '<body style="margin:0;padding:1.5em;font:1.0625rem/1.5 system-ui,sans-serif;color:#1c1b1a;background:#ffffff">',
      '<div style="max-width:34em;margin:0 auto">',
      paragraph(escaped(hello)),
      paragraph(escaped(opening)),
      ...shows.map(({ title, when, labels }) =>
        [
          '<div style="margin:0 0 1em;padding:.2em 0 .2em 1em;border-left:.3em solid #a0122d">',
          `<b dir="auto" style="font:700 1.25rem/1.3 Georgia,serif">${escaped(title)}</b><br>${escaped(when)}`,
          ...labels.map((label) => `<br>${escaped(label)}`),
          '</div>',
        ].join(''),
      ),
      ...mind.map((one) => paragraph(`<b>${escaped(one)}</b>`)),
      paragraph(
        `<a href="${escaped(url)}" style="display:inline-block;padding:.7em 1.2em;border-radius:.2em;background:#a5112d;color:#ffffff;text-decoration:none;font-weight:600">${escaped(words.button)}</a>`,
      ),
      ...(care === undefined ? [] : [paragraph(escaped(care))]),
      paragraph(escaped(last)),
      ...(foot?.html ?? []),
      '</div></body></html>',
    ].join('\n'),
  };
}

interface LetterSeat {
  readonly performance: string;
  readonly title: string;
  readonly venue: string;
  /** Milliseconds since the epoch. */
  readonly startsAt: number;
  readonly label: string;
}

/** Seats, a performance at a time, as they came. `say` adds what is to be said of a seat. */
export function showsOf<Seat extends LetterSeat>(
  seats: readonly Seat[],
  { timeZone }: Pick<OrderView, 'timeZone'>,
  words: MailWords,
  say: (seat: Seat, name: string) => string = (_, name) => name,
): readonly Show[] {
  const performances = [...new Set(seats.map(({ performance }) => performance))];
  return performances.map((performance) => {
    const own = seats.filter((seat) => seat.performance === performance);
    const { title = '', venue = '', startsAt = 0 } = own[0] ?? {};
    return {
      title: oneLine(title),
      when: `${words.written.longMoment(startsAt, timeZone)}, ${isolated(oneLine(venue))}`,
      labels: own.map((seat) => say(seat, seatNamed(seat.label, words.seats))),
    };
  });
}

/** The titles, each once. */
export function titlesOf(shows: readonly Show[]): string {
  return [...new Set(shows.map(({ title }) => title))].join(', ');
}
