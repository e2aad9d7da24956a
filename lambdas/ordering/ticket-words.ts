import type { OrderView } from '../../contracts/order.ts';
import type { Message } from '../foundation/mail.ts';
import { momentOf } from './ticket-face.ts';

/*
 * The e-mail that brings the tickets: what was bought, where to see it, and the files. In English, as the venue
 * writes. It carries no code in its text, so that what is quoted or forwarded opens no door; the link's key stands
 * behind the `#`, so that no server and no log sees it.
 */

/** `url` is ours; names, titles and labels are whatever somebody typed. */
export function ticketMessage(order: OrderView, name: string, url: string): Omit<Message, 'attachments'> {
  const { reference, tickets } = order;
  const titles = [...new Set(tickets.map(({ title }) => oneLine(title)))];
  const subject = `Your tickets: ${titles.join(', ')} (${reference})`;
  const shows = showsOf(order);
  const owed = order.payment.state === 'promised' && order.payment.deadline !== undefined ? payBy(order) : undefined;
  const hello = `Dear ${oneLine(name)},`;
  const thanks = `here ${tickets.length === 1 ? 'is your ticket' : `are your ${tickets.length} tickets`}. ${show(tickets.length)}`;
  const look = 'See your order, give it back or exchange seats:';
  const care = 'The link and the tickets are for you: whoever has them can use them.';
  const last = `Your reference is ${reference}. Say it on the telephone.`;
  const paragraph = (inside: string) => `<p style="margin:0 0 1em">${inside}</p>`;
  return {
    subject,
    text: [
      ...[hello, '', thanks, ''],
      ...shows.flatMap(({ title, when, labels }) => [title, when, ...labels.map((label) => `  ${label}`), '']),
      ...(owed === undefined ? [] : [owed, '']),
      ...[look, url, '', care, '', last, ''],
    ].join('\n'),
    html: [
      `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${escaped(subject)}</title></head>`,
      '<body style="margin:0;padding:1.5em;font:1.0625rem/1.5 system-ui,sans-serif;color:#1c1b1a;background:#ffffff">',
      '<div style="max-width:34em;margin:0 auto">',
      paragraph(escaped(hello)),
      paragraph(escaped(thanks)),
      ...shows.map(({ title, when, labels }) =>
        [
          '<div style="margin:0 0 1em;padding:.2em 0 .2em 1em;border-left:.3em solid #a0122d">',
          `<b style="font:700 1.25rem/1.3 Georgia,serif">${escaped(title)}</b><br>${escaped(when)}`,
          ...labels.map((label) => `<br>${escaped(label)}`),
          '</div>',
        ].join(''),
      ),
      ...(owed === undefined ? [] : [paragraph(`<b>${escaped(owed)}</b>`)]),
      paragraph(
        `<a href="${escaped(url)}" style="display:inline-block;padding:.7em 1.2em;border-radius:.2em;background:#a5112d;color:#ffffff;text-decoration:none;font-weight:600">See your order</a>`,
      ),
      paragraph(escaped(care)),
      paragraph(escaped(last)),
      '</div></body></html>',
    ].join('\n'),
  };
}

const show = (count: number) =>
  count === 1
    ? 'Show its code at the door, on a screen or on paper; it opens the door once.'
    : 'Show each code at the door, on a screen or on paper; it opens the door once.';

/** What was bought, a performance at a time. */
function showsOf({ tickets, timeZone }: OrderView) {
  const performances = [...new Set(tickets.map(({ performance }) => performance))];
  return performances.map((performance) => {
    const own = tickets.filter((ticket) => ticket.performance === performance);
    const { title = '', venue = '', startsAt = 0 } = own[0] ?? {};
    const { date, time } = momentOf(startsAt, timeZone);
    return {
      title: oneLine(title),
      when: `${date}, ${time}, ${oneLine(venue)}`,
      labels: own.map(({ label, concession }) =>
        concession === undefined ? label : `${label} (${concession}: bring proof)`,
      ),
    };
  });
}

function payBy({ payment, timeZone }: OrderView): string {
  const { date, time } = momentOf(payment.deadline ?? 0, timeZone);
  return `Please pay the box office by ${date}, ${time}. After that the seats may be given to others.`;
}

/** A subject, a greeting, a heading: one line, whatever was typed. */
function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
