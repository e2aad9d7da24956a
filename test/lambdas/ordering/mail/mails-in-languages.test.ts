import { describe, expect, test } from '@jest/globals';
import { type Language, languages } from '../../../../contracts/languages.ts';
import type { OrderView } from '../../../../contracts/order.ts';
import { endMessage } from '../../../../lambdas/ordering/mail/cancelled-or-refused-mail.ts';
import { ticketMessage } from '../../../../lambdas/ordering/mail/ticket-mail.ts';
import type { OrderRecord } from '../../../../lambdas/ordering/order/order.ts';
import { viewOf } from '../../../../lambdas/ordering/order/order-view.ts';
import { calendarOf } from '../../../../lambdas/ordering/ticket/calendar.ts';
import { seatWords } from '../../../../words/all/seats.ts';
import { written } from '../../../../words/all/written.ts';
import { aTicketedOrder } from '../ticket/ticketed.ts';

const name = 'Ada <b>Lovelace</b>';
const url = 'https://tickets.example.org/order?id=order000000000000001&a="b"#key=k';
const back = { outcomes: { hold00000001: 'returned', hold00000002: 'returned' }, tickets: [] } as const;
const lost = { outcomes: { hold00000001: 'lost', hold00000002: 'lost' }, tickets: [] } as const;
const card = 'sandbox-card' as const;
const ends = ['seats-lost', 'not-paid', 'payment-withdrawn'] as const;

/** Each mail that a buyer can get, from what the order has come to. */
const kinds: readonly (readonly [string, Partial<OrderRecord>])[] = [
  ['tickets, to be paid', {}],
  ['tickets, paid', { payment: { method: card, state: 'captured', paid: 19_500 } }],
  ['some of them lost', { outcomes: { hold00000001: 'sold', hold00000002: 'lost' } }],
  ...ends.map((refusal): [string, Partial<OrderRecord>] => [
    refusal,
    { ...lost, state: 'refused', refusal, payment: { method: card, state: 'voided' } },
  ]),
  ['a promise not kept', { ...back, state: 'cancelled', payment: { method: 'box-office', state: 'expired' } }],
  ['a promise given back', { ...back, state: 'cancelled', payment: { method: 'box-office', state: 'voided' } }],
  [
    'paid and given back',
    { ...back, state: 'cancelled', payment: { method: card, state: 'refunded', paid: 19_500, refunded: 19_550 } },
  ],
  [
    'given back at the counter',
    {
      ...back,
      state: 'cancelled',
      payment: { method: 'box-office', state: 'refunded', paid: 19_500, refunded: 19_550 },
    },
  ],
];

function orderIn(language: Language, more: Partial<OrderRecord>): OrderView {
  const whole = aTicketedOrder({ language });
  const order = { ...whole, ...more };
  // A ticket for a seat that was lost there never was.
  const tickets = order.tickets.filter(({ performance }) =>
    order.items.some((item) => item.performance === performance && order.outcomes[item.hold] === 'sold'),
  );
  return viewOf({ ...order, tickets });
}

function mailOf(order: OrderView) {
  return order.state === 'confirmed' ? ticketMessage(order, name, url) : endMessage(order, name, url);
}

describe.each(languages)('in %s', (language) => {
  const { longMoment, money } = written[language];

  test.each(kinds)('the mail says all there is to say: %s', (_, more) => {
    const order = orderIn(language, more);
    const { subject, text, html } = mailOf(order);
    expect(subject).toContain(`Y Storm (${order.reference})`);
    expect(`${subject}${text}${html}`).not.toMatch(/undefined|\[object|NaN|null|#(?!key|[0-9a-f]{6})|: *\n\n\n/);
    expect(html).toContain(`<html lang="${language}">`);
    expect(html).toContain('Ada &lt;b&gt;Lovelace&lt;/b&gt;');
    expect(html).toContain('&amp;a=&quot;b&quot;#key=k"');
    expect(html).not.toMatch(/<script|<img|src=|<b>Lovelace/);
    for (const part of [name, url, order.reference]) expect(text).toContain(part);
    for (const item of order.items) {
      const shown = order.state === 'confirmed' ? item.outcome === 'sold' : true;
      if (shown) expect(text).toContain(`${longMoment(item.startsAt, order.timeZone)}, Theatr y Môr`);
    }
    // Every seat is named, lost or not.
    const { seat, standing } = seatWords[language];
    for (const label of [seat('Stalls', 'C', '14'), seat('Stalls', 'C', '15'), standing('Pit')])
      expect(text).toContain(label);
    if (order.payment.refunded) expect(text).toContain(money(order.payment.refunded, 'GBP'));
    if (order.state === 'confirmed' && order.payment.deadline)
      expect(text).toContain(longMoment(order.payment.deadline, order.timeZone));
  });

  test.each(kinds)('text and HTML say the same: %s', (_, more) => {
    const { text, html } = mailOf(orderIn(language, more));
    const shown = html
      .replace(/<title>.*<\/title>/, '')
      .replace(/<br>|<\/?\w[^>]*>/g, ' ')
      .replaceAll('&lt;', '<')
      .replaceAll('&gt;', '>')
      .replaceAll('&quot;', '"')
      .replaceAll('&amp;', '&');
    // Before the link the text says what the HTML says on its button.
    const lines = text.split('\n');
    lines.splice(lines.indexOf(url) - 1, 2);
    const inHtml = new Set(shown.split(/\s+/));
    expect([...new Set(lines.join(' ').trim().split(/\s+/))].filter((word) => !inHtml.has(word))).toEqual([]);
  });

  test('the calendar names the seats and the reference', () => {
    const order = orderIn(language, {});
    const entries = calendarOf(order, 'tickets.example.org')
      .replace(/\r\n[\t ]/g, '')
      .replaceAll('\\,', ',');
    expect(entries).toContain(seatWords[language].seat('Stalls', 'C', '14'));
    expect(entries).toMatch(new RegExp(`${order.reference}`));
    expect(entries).not.toContain('undefined');
  });
});

describe.each(languages.filter((language) => language !== 'en'))('nothing is left in English in %s', (language) => {
  const english = /\b(?:the|your|you|row|seat|standing|reference|dear|order|ticket|tickets|was|are)\b/i;

  test.each(kinds)('%s', (_, more) => {
    const order = orderIn(language, more);
    const { subject, text, html } = mailOf(order);
    const said = `${subject}\n${text}`.replaceAll(url, '').replaceAll('Under 26', '');
    expect(said).not.toMatch(english);
    expect(html.replace(/<[^>]*>/g, ' ')).not.toMatch(english);
    // The check can fail: the English one does.
    expect(mailOf(orderIn('en', more)).text).toMatch(english);
  });

  test('the calendar', () => {
    const description = (order: OrderView) => /DESCRIPTION:(.*?)\r\n(?=\S)/s.exec(calendarOf(order, 'x'))?.[1] ?? '';
    expect(description(orderIn(language, {}))).not.toMatch(english);
    expect(description(orderIn('en', {}))).toMatch(english);
  });
});

test('an order of before there were languages is written to in English', () => {
  const { language: _, ...old } = orderIn('en', {});
  expect(mailOf(old)).toEqual(mailOf(orderIn('en', {})));
});
