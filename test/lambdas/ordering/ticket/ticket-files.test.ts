import { describe, expect, test } from '@jest/globals';
import decodeQR from 'qr/decode.js';
import { ticketMessage } from '../../../../lambdas/ordering/mail/ticket-mail.ts';
import { orderKeyOf } from '../../../../lambdas/ordering/order/order-id.ts';
import { viewOf } from '../../../../lambdas/ordering/order/order-view.ts';
import { calendarOf } from '../../../../lambdas/ordering/ticket/calendar.ts';
import { drawTicketCode } from '../../../../lambdas/ordering/ticket/ticket-code-path.ts';
import { facesOf } from '../../../../lambdas/ordering/ticket/ticket-face.ts';
import { ticketPdf } from '../../../../lambdas/ordering/ticket/ticket-pdf.ts';
import { ticketedOrder } from '../../../../lambdas/ordering/ticket/ticketed-order.ts';
import fc from '../../../properties.ts';
import { keys } from '../small-stage.ts';
import { type ReadPage, readPdf } from './read-pdf.ts';
import { aTicketedOrder, fonts } from './ticketed.ts';

const order = aTicketedOrder();
const view = viewOf(order);

/** The text that a camera reads in the page's squares, a few dots a module. */
function codeIn({ squares }: ReadPage): string {
  const modules = squares.filter(({ height }) => height === 1);
  const [scale, quiet] = [4, 4];
  const side = (Math.max(...modules.map(({ x, width }) => x + width)) + quiet) * scale;
  const data = new Uint8Array(side * side * 4).fill(255);
  for (const { x, y, width } of modules)
    for (let line = 0; line < scale; line += 1) {
      const start = ((y * scale + line) * side + x * scale) * 4;
      data.fill(0, start, start + width * scale * 4);
    }
  return decodeQR({ width: side, height: side, data });
}

describe('tickets as a PDF', () => {
  test('are a page each, saying who plays, where, when, and which seat; the code is drawn and can be read', async () => {
    const pages = readPdf(await ticketPdf(view, fonts, { compress: false }));
    expect(pages).toHaveLength(3);
    expect(pages.map(codeIn)).toEqual(view.tickets.map(({ code }) => code));
    expect(pages.map(({ lines }) => lines.slice(0, -2))).toEqual([
      [
        'THEATR Y MÔR',
        'Y Storm',
        'Monday 31 May 2027',
        '10:00',
        'Stalls',
        'Row',
        'C',
        'Seat',
        '14',
        'Under 26',
        'Bring proof',
        view.reference,
        'Ticket 1 of 3',
        'Price £65, nothing added · not paid when it was issued',
      ],
      [
        'THEATR Y MÔR',
        'Y Storm',
        'Monday 31 May 2027',
        '10:00',
        'Stalls',
        'Row',
        'C',
        'Seat',
        '15',
        view.reference,
        'Ticket 2 of 3',
        'Price £65, nothing added · not paid when it was issued',
      ],
      [
        'THEATR Y MÔR',
        'Y Storm',
        'Tuesday 1 June 2027',
        '10:00',
        'Pit',
        'Standing',
        view.reference,
        'Ticket 3 of 3',
        'Price £65, nothing added · not paid when it was issued',
      ],
    ]);
  });

  test('are the same bytes each time, and name nobody', async () => {
    const [one, two] = await Promise.all([ticketPdf(view, fonts), ticketPdf(view, fonts)]);
    expect(Buffer.compare(one, two)).toBe(0);
    const open = Buffer.from(await ticketPdf(view, fonts, { compress: false })).toString('latin1');
    expect(open).not.toMatch(/Lovelace|ada@example/);
    expect(open).toContain('/Lang (en)');
  });

  test('draw every letter that a venue here writes, and let no long name run over the page', async () => {
    const title = 'Tŵr, tŷ: dŵr — “Ω” straße, œuvre, ¿qué?';
    const long = 'Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch '.repeat(4);
    const odd = {
      ...view,
      tickets: view.tickets.slice(0, 1).map((ticket) => ({ ...ticket, title, venue: long, label: long })),
    };
    const [page] = readPdf(await ticketPdf(odd, fonts, { compress: false }));
    const text = (page?.lines.join(' ') ?? '').replace(/\s+/g, ' ');
    expect(text).toContain('Tŵr, tŷ: dŵr — “Ω” straße,');
    expect(text).not.toContain('\ufffd');
    expect(text).toContain('…');
    expect(codeIn(page as ReadPage)).toBe(view.tickets[0]?.code);
  });

  test('stay small: some 6 KB a page, so that a hundred are below a megabyte', async () => {
    const many = {
      ...view,
      tickets: Array.from({ length: 10 }, (_, n) => ({ ...view.tickets[0], id: `${n}` }) as never),
    };
    expect((await ticketPdf(many, fonts)).length).toBeLessThan(100_000);
  });

  test('take a label apart as plans write it, and leave any other whole', () => {
    const face = (label: string) => {
      const tickets = view.tickets.slice(0, 1).map((ticket) => ({ ...ticket, label }));
      const [{ part, place } = { part: '', place: [] }] = facesOf({ ...view, tickets });
      return [part, ...place.map(({ name = '', value }) => `${name} ${value}`.trim())];
    };
    expect(face('Stalls, left, row AA, seat 114')).toEqual(['Stalls, left', 'Row AA', 'Seat 114']);
    expect(face('Slips, unreserved')).toEqual(['Slips', 'Sit where you like']);
    expect(face('Box 3')).toEqual(['Box 3']);
  });
});

test('a code’s drawing keeps the quiet zone, and its runs never touch', () => {
  const { size, quiet, runs } = drawTicketCode(view.tickets[0]?.code ?? '');
  for (const { x, y, length } of runs) {
    expect(Math.min(x, y, size - x - length, size - y - 1)).toBeGreaterThanOrEqual(quiet);
    expect(runs.some((other) => other.y === y && other.x === x + length)).toBe(false);
  }
});

describe('the calendar', () => {
  const entries = calendarOf(view, 'tickets.example.org')
    .replace(/\r\n[\t ]/g, '')
    .split('\r\n');
  const all = (name: string) =>
    entries.filter((line) => line.startsWith(`${name}:`)).map((line) => line.slice(name.length + 1));

  test('has one entry a performance, in universal time, with an id that stays', () => {
    expect(all('UID')).toEqual(['storm-1', 'storm-2'].map((id) => `${order.id}.${id}@tickets.example.org`));
    expect(all('DTSTART')).toEqual(['20270531T090000Z', '20270601T090000Z']);
    expect(all('SUMMARY')).toEqual(['Y Storm', 'Y Storm']);
    expect(all('LOCATION')).toEqual(['Theatr y Môr', 'Theatr y Môr']);
    expect(all('DESCRIPTION')[0]).toBe(
      `Stalls\\, row C\\, seat 14\\nStalls\\, row C\\, seat 15\\nReference ${view.reference}`,
    );
    expect(calendarOf(view, 'tickets.example.org')).toBe(calendarOf(view, 'tickets.example.org'));
  });

  describe('whatever a title is', () => {
    /** Name and value of each line, unfolded; a value that is a text is as it was before it was escaped. */
    const readCalendar = (calendar: string) => {
      expect(calendar.split('\r\n').filter((line) => Buffer.byteLength(line) > 75)).toEqual([]);
      expect(calendar).toMatch(/^BEGIN:VCALENDAR\r\n[\s\S]*\r\nEND:VCALENDAR\r\n$/);
      // A text has neither a bare sign that parts lists nor a control character.
      const lines = calendar
        .replace(/\r\n[\t ]/g, '')
        .split('\r\n')
        .slice(0, -1);
      return lines.map((line) => {
        const [, name = '', value = ''] = /^([A-Z-]+)(?:;[A-Z]+=[^:]*)?:(.*)$/u.exec(line) ?? [];
        expect(name).not.toBe('');
        if (/^(SUMMARY|LOCATION|DESCRIPTION)$/.test(name)) expect(value).toMatch(/^(?:[^\\;,\p{Cc}]|\\[\\;,nN])*$/u);
        return [name, value.replace(/\\(.)/g, (_, sign) => (/n/i.test(sign) ? '\n' : sign))] as const;
      });
    };
    const calendarFor = (title: string, venue = title) => {
      const items = order.items.map((item) => ({ ...item, title, venue }));
      return readCalendar(calendarOf(viewOf(aTicketedOrder({ items })), 'tickets.example.org'));
    };

    test.each([
      'Romeo; and, Juliet \\ "x"',
      'C:\\nights, \\; and more',
      'Ärger; mit, der \\Straße: '.repeat(5).trim(),
      '紅楼夢・夢、'.repeat(12),
      '👩‍👩‍👧‍👦'.repeat(9),
      'a:b;c=d,e',
    ])('%s', (title) => {
      const lines = calendarFor(title);
      const texts = (name: string) => lines.filter(([one]) => one === name).map(([, value]) => value);
      expect(texts('SUMMARY')).toEqual([title, title]);
      expect(texts('LOCATION')).toEqual([title, title]);
      // Of the entry, and of its alarm.
      expect(texts('DESCRIPTION').filter((text) => text === title)).toHaveLength(2);
      expect(lines.filter(([name]) => name === 'BEGIN').map(([, value]) => value)).toEqual([
        'VCALENDAR',
        'VEVENT',
        'VALARM',
        'VEVENT',
        'VALARM',
      ]);
    });

    test('nobody writes lines of their own into it', () => {
      for (const sly of [
        'x\r\nEND:VALARM\r\nATTENDEE:mailto:eve@example.com',
        'x\nATTENDEE:eve',
        'x\rATTENDEE:eve',
        'x\u0000y',
      ])
        expect(calendarFor(sly).map(([name]) => name)).toEqual(calendarFor('x').map(([name]) => name));
    });

    test('any title at all', () => {
      fc.assert(
        fc.property(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 80 }), (text) => {
          const title = text.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ').trim();
          if (title === '') return;
          const summaries = calendarFor(text).filter(([name]) => name === 'SUMMARY');
          expect(summaries).toEqual([
            ['SUMMARY', title],
            ['SUMMARY', title],
          ]);
        }),
        { numRuns: 50 },
      );
    });
  });

  test('names nobody and opens no door', () => {
    expect(entries.join('\n')).not.toMatch(/Lovelace|example\.org.*ada|t1\.|key=/);
  });
});

describe('the message', () => {
  const url = `https://tickets.example.org/order?id=${order.id}#key=${orderKeyOf(keys.orderKey, order.id)}`;
  const message = ticketMessage(view, order.buyer.name, url);

  test('says what was bought, what to pay by when, and where to see it', () => {
    expect(message.subject).toBe(`Your tickets: Y Storm (${view.reference})`);
    expect(message.text).toContain('Dear Ada <b>Lovelace</b>,\n\nhere are your 3 tickets.');
    expect(message.text).toContain(
      'Y Storm\nMonday 31 May 2027, 10:00, Theatr y Môr\n  Stalls, row C, seat 14 (Under 26: bring proof)',
    );
    expect(message.text).toContain(
      'Pay the box office by Saturday 3 April 2027, 10:00. Until then the seats are yours;',
    );
    expect(message.text).toContain(url);
    const paid = { ...view, payment: { method: 'sandbox-card', state: 'captured' } as const };
    const [first, ...others] = view.items;
    const partly = { ...paid, items: [{ ...first, outcome: 'lost' }, ...others] } as typeof view;
    expect(ticketMessage(partly, 'Ada', url).text).toContain(
      'These seats could not be had, and are not charged: Stalls, row C, seat 14; Stalls, row C, seat 15.',
    );
    expect(ticketMessage(paid, 'Ada', url).text).not.toContain('Pay the box office');
  });

  test('has no code in it, runs nothing, loads nothing, and is one line where it must be', () => {
    expect(message.text + message.html).not.toContain('t1.');
    expect(message.html).toContain('Dear Ada &lt;b&gt;Lovelace&lt;/b&gt;,');
    expect(message.html).not.toMatch(/<script|<img|src=/);
    const tickets = view.tickets.map((ticket) => ({ ...ticket, title: 'A\r\nBcc: x' }));
    expect(ticketMessage({ ...view, tickets }, 'x', url).subject).not.toMatch(/[\r\n]/);
  });
});

describe('who gets the files', () => {
  const key = orderKeyOf(keys.orderKey, order.id);
  const ask = (stored: typeof order | undefined, asked: { id: string; key: string | undefined }) =>
    ticketedOrder({ store: { get: async () => stored }, keys }, asked);

  test('whoever holds the order’s key, while there are tickets that open the door', async () => {
    expect(await ask(order, { id: order.id, key })).toEqual({ ok: true, order: view });
    expect(await ask(order, { id: order.id, key: undefined })).toMatchObject({ refusal: 'order-key-wrong' });
    expect(await ask(order, { id: 'order000000000000002', key })).toMatchObject({ refusal: 'order-key-wrong' });
    expect(await ask(undefined, { id: order.id, key })).toMatchObject({ refusal: 'order-unknown' });
    const none = aTicketedOrder({ state: 'cancelled', tickets: [] });
    expect(await ask(none, { id: order.id, key })).toMatchObject({ refusal: 'tickets-not-ready' });
    const moving = aTicketedOrder({ changing: { kind: 'cancel', by: 'fan', answers: {} } });
    expect(await ask(moving, { id: order.id, key })).toMatchObject({ refusal: 'tickets-not-ready' });
  });
});
