import { describe, expect, test } from '@jest/globals';
import { api } from '../../../../contracts/api.ts';
import { openSealed, publicKeyOf } from '../../../../lambdas/foundation/signing.ts';
import type { OrderRecord } from '../../../../lambdas/ordering/order/order.ts';
import { issueTickets, type TicketCode } from '../../../../lambdas/ordering/ticket/ticket.ts';
import { drawTicketCode } from '../../../../lambdas/ordering/ticket/ticket-code-path.ts';
import { priceInCode } from '../../../../rules/ticket-price.ts';
import { run } from '../../../../verify/src/cli.ts';
import { ticketsWords } from '../../../../words/all/tickets.ts';
import { written } from '../../../../words/all/written.ts';
import { priceOnTicket } from '../../../../words/price-on-ticket.ts';
import { memoryDisk } from '../../../verify/memory-disk.ts';
import { keys } from '../small-stage.ts';
import { aTicketedOrder } from './ticketed.ts';

const paid = { method: 'stripe', state: 'captured', paid: 19_500 } as const;
const codesOf = (more: Partial<OrderRecord> = {}) =>
  issueTickets(aTicketedOrder({ seatsPerFan: 8, payment: paid, ...more }), keys).map(({ code }) => code);
const [code = ''] = codesOf();
const [promised = ''] = codesOf({ payment: { method: 'box-office', state: 'promised', deadline: 1 } });

describe('a ticket says what was asked for its seat', () => {
  test('under the signature of its code: price, currency, limit, on-sale and order, and nobody', () => {
    const key = publicKeyOf(keys.ticket.publicKey);
    expect(key && openSealed<TicketCode>(key, 't1', code)).toEqual({
      i: expect.any(String),
      p: 'storm-1',
      s: 'C-14',
      o: 'order000000000000001',
      n: 'friends',
      c: 'GBP',
      v: 6500,
      l: 8,
    });
  });

  test('a promise says that it was not paid, and so does what is due', () => {
    expect(priceInCode(promised)).toMatchObject({ price: 6500, unpaid: true });
    expect(priceInCode(codesOf({ payment: { ...paid, due: 500 } })[0] ?? '')).toMatchObject({ unpaid: true });
    expect(priceInCode(code)).not.toHaveProperty('unpaid');
  });

  test('a seat for nothing says so, and owes nothing', () => {
    const { items, payment } = aTicketedOrder();
    const free = items.map((item) => ({ ...item, seats: item.seats.map((seat) => ({ ...seat, price: 0 })) }));
    const [given = ''] = codesOf({ items: free, payment });
    expect(priceInCode(given)).toEqual({ onSale: 'friends', currency: 'GBP', price: 0, limit: 8 });
    expect(priceOnTicket(given, ticketsWords.en, written.en.money)).toBe(
      'Free: the house asked for no money · limit 8 a person',
    );
  });

  test('in words, in five languages', () => {
    const said = (Object.keys(ticketsWords) as (keyof typeof ticketsWords)[]).map((language) =>
      priceOnTicket(promised, ticketsWords[language], written[language].money),
    );
    expect(said).toContain('Price £65, nothing added · not paid when it was issued · limit 8 a person');
    expect(new Set(said).size).toBe(5);
  });

  test('a ticket of before says nothing, and neither does what is no ticket', () => {
    const before = keys.ticket.seal('t1', { i: 'a', p: 'storm-1', s: 'C-14', o: 'b' });
    for (const text of [before, '', 't1.%.x', 'https://example.org', 't1.bnVsbA.x', 't1.e30.x'])
      expect(priceOnTicket(text, ticketsWords.en, written.en.money)).toBeUndefined();
  });

  test('its drawing stays above half a millimetre a module on an A6 page', () => {
    const { size, quiet } = drawTicketCode(promised);
    const side = (168 / 72) * 25.4;
    expect(size - 2 * quiet).toBeLessThanOrEqual(73);
    expect(side / size).toBeGreaterThan(0.5);
  });
});

describe('a stranger checks it by the key of the house', () => {
  const asked = async (...args: readonly string[]) => {
    const said: string[] = [];
    const site = {
      wait: async () => undefined,
      read: async (url: string) =>
        url === `https://tickets.example.org${api('GET ticket-key').url}`
          ? JSON.stringify({ publicKey: keys.ticket.publicKey })
          : undefined,
    };
    const deps = { disk: memoryDisk(new Map()), site, now: () => 0, say: (line: string) => void said.push(line) };
    const status = await run(['ticket', ...args], deps);
    return { status, text: said.join('\n') };
  };

  test('from the site, or with the key itself', async () => {
    for (const from of ['https://tickets.example.org', 'https://tickets.example.org/', keys.ticket.publicKey]) {
      const { status, text } = await asked(code, from);
      expect(text).toMatch(/^✓ The house signed it: seat C-14 of storm-1/);
      expect(text).toContain('✓ In the on-sale friends the house asked for £65, nothing added\n');
      expect(text).toContain('✓ One person could have 8 seats there');
      expect(status).toBe(0);
    }
    expect((await asked(promised, keys.ticket.publicKey)).text).toContain('not paid when the ticket was issued');
  });

  test('a price that somebody changed is found out', async () => {
    const [, payload = '', seal] = code.split('.');
    const said = JSON.parse(Buffer.from(payload, 'base64url').toString()) as TicketCode;
    const dearer = Buffer.from(JSON.stringify({ ...said, v: 65_000 })).toString('base64url');
    expect(await asked(`t1.${dearer}.${seal}`, keys.ticket.publicKey)).toEqual({
      status: 1,
      text: '✗ This house did not sign this ticket.',
    });
  });

  test('without a key it says so', async () => {
    expect((await asked(code, 'https://elsewhere.example.org')).status).toBe(2);
    expect((await asked(code)).status).toBe(2);
    expect((await asked('r2.x.y', keys.ticket.publicKey)).status).toBe(2);
  });

  test('a ticket of before is genuine still, and says no price', async () => {
    const before = keys.ticket.seal('t1', { i: 'a', p: 'storm-1', s: 'C-14', o: 'b' });
    const { status, text } = await asked(before, keys.ticket.publicKey);
    expect(status).toBe(0);
    expect(text).toContain('– It is of a version that said no price');
  });
});
