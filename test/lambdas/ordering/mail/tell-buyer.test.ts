import { beforeEach, describe, expect, test } from '@jest/globals';
import type { Message, SendMail } from '../../../../lambdas/foundation/mail.ts';
import { moved, written } from '../../../../lambdas/foundation/write-outcome.ts';
import { type TellBuyerDeps, tellBuyer } from '../../../../lambdas/ordering/mail/tell-buyer.ts';
import type { OrderRecord } from '../../../../lambdas/ordering/order/order.ts';
import type { OrderStore } from '../../../../lambdas/ordering/order/order-store.ts';
import { issueTicket } from '../../../../lambdas/ordering/ticket/ticket.ts';
import { keys, now } from '../small-stage.ts';
import { aTicketedOrder } from '../ticket/ticketed.ts';

let stored: OrderRecord | undefined;
let mails: { readonly to: string; readonly message: Message }[];
let answer: Awaited<ReturnType<SendMail>>;
let die: 'never' | 'after sending';
beforeEach(() => {
  stored = aTicketedOrder();
  mails = [];
  answer = 'sent';
  die = 'never';
});

const store: Pick<OrderStore, 'get' | 'write'> = {
  get: async () => stored,
  write: async (order) => {
    if (stored?.version !== order.version - 1) return moved;
    stored = order;
    return written;
  },
};
const deps: TellBuyerDeps = {
  store,
  keys,
  send: async (to, message) => {
    if (answer === 'sent') mails.push({ to, message });
    if (die === 'after sending') throw new Error('killed');
    return answer;
  },
  findHead: async (of) => `h1.${of}.12.3.${'ab'.repeat(32)}.${now}`,
  findBoxOffice: async () => undefined,
  findPerformance: async () => undefined,
  draw: async ({ reference }) => Buffer.from(`drawn ${reference}`),
  site: 'https://tickets.example.org',
};
const send = (more: Partial<TellBuyerDeps> = {}) => tellBuyer({ ...deps, ...more }, stored?.id ?? 'gone', now);
const sent = () => stored?.history.filter(({ act }) => act === 'tickets-sent') ?? [];

describe('an order’s tickets', () => {
  test('of a trial go to nobody', async () => {
    stored = { ...aTicketedOrder(), onSale: `trial-${'a'.repeat(26)}` };
    expect(await send()).toBe('nothing');
    expect(mails).toEqual([]);
  });

  test('go to the buyer with both files and the link, and the history says so without a name', async () => {
    expect(await send()).toBe('sent');
    expect(mails.map(({ to }) => to)).toEqual(['ada@example.org']);
    const { attachments = [], text } = (mails[0] as { readonly message: Message }).message;
    expect(attachments.map(({ name, type }) => [name.replace(/-.*\./, '.'), type])).toEqual([
      ['tickets.pdf', 'application/pdf'],
      ['calendar.ics', 'text/calendar'],
    ]);
    expect(text).toMatch(/https:\/\/tickets\.example\.org\/order\?id=order000000000000001#key=[\w-]{43}/);
    expect(sent()).toMatchObject([{ happenedAt: now, by: 'house' }]);
    expect(sent()[0]?.note).toMatch(/^3 tickets, [0-9a-f]{8}$/);
  });

  test('carry the head of the line’s board, as the mail of an end does', async () => {
    const url = `https://tickets.example.org/ledger?on-sale=${stored?.onSale}#head=h1.${stored?.onSale}.12.3.${'ab'.repeat(32)}.${now}`;
    await send();
    stored = { ...(stored as OrderRecord), state: 'cancelled' };
    await send();
    expect(mails).toHaveLength(2);
    for (const { message } of mails) {
      expect(message.text.split('\n')).toContain(url);
      expect(message.html).toContain(`href="${url}"`);
    }
  });

  test('are sent without a head if the board cannot be read', async () => {
    expect(await send({ findHead: async () => undefined })).toBe('sent');
    expect(mails[0]?.message.text).not.toContain('#head=');
  });

  test('say how the box office is reached, if the season says so', async () => {
    expect(await send()).toBe('sent');
    expect(mails[0]?.message.text).not.toMatch(/telephone/);
    stored = { ...(stored as OrderRecord), history: [] };
    const boxOffice = { telephone: '+44 (0)20 7946 0000', hours: 'Mon–Sat 10:00–18:00' };
    expect(await send({ findBoxOffice: async () => boxOffice })).toBe('sent');
    const { text, html } = mails[1]?.message ?? { text: '', html: '' };
    expect(text).toMatch(/^Box office, by telephone: \+44 \(0\)20 7946 0000, .*Mon–Sat 10:00–18:00/m);
    expect(html).toContain('href="tel:+442079460000"');
  });

  test('are sent once, however often they are announced', async () => {
    await send();
    expect(await send()).toBe('nothing');
    expect(mails).toHaveLength(1);
  });

  test('are sent again when they are others: after an exchange', async () => {
    await send();
    const [, ...kept] = stored?.tickets ?? [];
    const seat = { id: 'C-14', price: 6500 };
    const change = issueTicket(
      stored as OrderRecord,
      { performance: 'storm-1', seat, change: 1, isUnpaid: true },
      keys,
    );
    stored = { ...(stored as OrderRecord), tickets: [change, ...kept] };
    expect(await send()).toBe('sent');
    expect(await send()).toBe('nothing');
    expect(mails).toHaveLength(2);
  });

  test('come twice rather than never: a crash after the mail and before the note', async () => {
    die = 'after sending';
    await expect(send()).rejects.toThrow('killed');
    expect(sent()).toEqual([]);
    die = 'never';
    expect(await send()).toBe('sent');
    expect(mails).toHaveLength(2);
  });

  test('the harm without the note: every announcement is another mail', async () => {
    const forgetful = { ...store, write: async () => written };
    for (let n = 0; n < 3; n += 1) await send({ store: forgetful });
    expect(mails).toHaveLength(3);
  });

  test('wait when the mail service is busy', async () => {
    answer = 'busy';
    await expect(send()).rejects.toThrow('busy');
    answer = 'sent';
    expect(await send()).toBe('sent');
  });

  test('for an address that takes none are tried once, and staff can read it', async () => {
    answer = 'no-such-address';
    expect(await send()).toBe('no-such-address');
    expect(sent()[0]?.note).toMatch(/^the address takes no mail, /);
    expect(await send()).toBe('nothing');
  });

  test('to an address that SES’s sandbox does not know do not come back to the queue', async () => {
    answer = 'not-verified';
    expect(await send()).toBe('not-verified');
    expect(sent()[0]?.note).toMatch(/^not sent: SES is in its sandbox, .* not verified there, /);
    expect(await send()).toBe('nothing');
  });

  test('are not sent where there is no mail, and not while they may be void', async () => {
    expect(await send({ send: undefined })).toBe('nothing');
    stored = aTicketedOrder({ changing: { kind: 'cancel', by: 'fan', answers: {} } });
    expect(await send()).toBe('nothing');
    expect(mails).toEqual([]);
    stored = undefined;
    await expect(send()).rejects.toThrow('not known');
  });

  test('keep what others wrote into the order meanwhile', async () => {
    const first = store.write;
    let moved = false;
    const busy: Pick<OrderStore, 'get' | 'write'> = {
      get: store.get,
      write: async (order) => {
        if (!moved && stored)
          stored = { ...stored, version: stored.version + 1, payment: { method: 'box-office', state: 'captured' } };
        moved = true;
        return first(order);
      },
    };
    await send({ store: busy });
    expect(stored?.payment.state).toBe('captured');
    expect(sent()).toHaveLength(1);
  });
});

describe('that an order is over', () => {
  const back = { outcomes: { hold00000001: 'returned', hold00000002: 'returned' }, tickets: [] } as const;
  const lost = { outcomes: { hold00000001: 'lost', hold00000002: 'lost' }, tickets: [] } as const;
  const card = 'sandbox-card' as const;
  const over: readonly [string, Partial<OrderRecord>, string, RegExp][] = [
    [
      'seats lost',
      { ...lost, state: 'refused', refusal: 'seats-lost', payment: { method: card, state: 'voided' } },
      'Not ordered',
      /somebody else has them now\. Nothing was charged\./,
    ],
    [
      'never paid',
      { ...lost, outcomes: {}, state: 'refused', refusal: 'not-paid', payment: { method: card, state: 'voided' } },
      'Not ordered',
      /no payment came in time\. Nothing was charged\./,
    ],
    [
      'taken back by the bank, its seats still on their way',
      {
        ...back,
        outcomes: { hold00000001: 'sold', hold00000002: 'sold' },
        changing: { kind: 'cancel', by: 'payment', answers: {} },
        state: 'refused',
        refusal: 'payment-withdrawn',
        payment: { method: card, state: 'declined' },
      },
      'Not ordered',
      /your bank took back the payment .* Nothing was charged/,
    ],
    [
      'a promise not kept',
      { ...back, state: 'cancelled', payment: { method: 'box-office', state: 'expired' } },
      'Cancelled',
      /not paid by its deadline\. It is cancelled, nothing is owed/,
    ],
    [
      'a promise given back',
      { ...back, state: 'cancelled', payment: { method: 'box-office', state: 'voided' } },
      'Cancelled',
      /Nothing was charged\./,
    ],
    [
      'paid and given back',
      { ...back, state: 'cancelled', payment: { method: card, state: 'refunded', paid: 19500, refunded: 19500 } },
      'Cancelled',
      /£195 was given back to the way you paid/,
    ],
    [
      'paid at the counter',
      {
        ...back,
        state: 'cancelled',
        payment: { method: 'box-office', state: 'refunded', paid: 19500, refunded: 19500 },
      },
      'Cancelled',
      /£195 was paid at the box office, and is given back there/,
    ],
  ];

  test.each(over)('%s: once, with what becomes of the money', async (_, more, subject, words) => {
    stored = aTicketedOrder(more);
    expect(await send()).toBe('sent');
    expect(await send()).toBe('nothing');
    expect(mails).toHaveLength(1);
    const { message } = mails[0] as (typeof mails)[number];
    expect(message.subject).toMatch(new RegExp(`^${subject}: Y Storm \\([A-Z0-9-]{7}\\)$`));
    expect(message.text).toMatch(words);
    expect(message.text).toContain('Stalls, row C, seat 14');
    expect(message.attachments).toBeUndefined();
    expect(stored?.history.at(-1)).toMatchObject({ by: 'house', act: 'end-told', note: more.refusal ?? 'cancelled' });
  });

  test('is not written to somebody whose card was declined: they are at the page', async () => {
    stored = aTicketedOrder({
      ...lost,
      state: 'refused',
      refusal: 'card-declined',
      payment: { method: card, state: 'declined' },
    });
    expect(await send()).toBe('nothing');
  });

  test('is written also after the tickets were', async () => {
    await send();
    stored = {
      ...(stored as OrderRecord),
      ...back,
      state: 'cancelled',
      payment: { method: 'box-office', state: 'voided' },
    };
    expect(await send()).toBe('sent');
    expect(mails.map(({ message }) => message.subject.split(':')[0])).toEqual(['Your tickets', 'Cancelled']);
  });
});
