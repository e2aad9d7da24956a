import { describe, expect, test } from '@jest/globals';
import type { OrderRecord } from '../../../lambdas/ordering/order.ts';
import { bookMark, bookMarkForm, type OrderStore } from '../../../lambdas/ordering/order-store.ts';
import { buyer, now } from './world.ts';

let made = 0;

/** An unpaid order with an id of its own, so that tests can share a table. */
export function anOrder(more: Partial<OrderRecord> = {}): OrderRecord {
  made += 1;
  return {
    id: `order${`${made}`.padStart(15, '0')}`,
    onSale: 'friends',
    fan: 'ada',
    pass: '1',
    fingerprint: 'print-1',
    state: 'unpaid',
    lines: [
      {
        hold: 'hold00000001',
        performance: 'storm-1',
        title: 'The Storm',
        startsAt: now,
        venue: 'Festival Theatre',
        seats: [{ id: 'C-1', label: 'Stalls, row C, seat 1', category: 'band1', price: 6500 }],
      },
    ],
    outcomes: {},
    currency: 'GBP',
    timeZone: 'Europe/London',
    buyer,
    payment: { method: 'box-office', state: 'undecided' },
    tickets: [],
    at: now,
    ...more,
  };
}

const promise = {
  state: 'placed',
  payment: { method: 'box-office', state: 'promised', deadline: now + 1000 },
} as const;
const decline = {
  state: 'refused',
  refusal: 'card-declined',
  payment: { method: 'sandbox-card', state: 'declined' },
} as const;
const confirm = {
  state: 'confirmed',
  payment: promise.payment,
  tickets: [{ id: 'ticket0000000000001', performance: 'storm-1', seat: 'C-1', code: 't1.x.y' }],
} as const;
const refuseIt = {
  state: 'refused',
  refusal: 'seats-lost',
  payment: { method: 'box-office', state: 'voided' },
  tickets: [],
} as const;

/** What every order store must do. `open` gives an empty one. */
export function orderStoreContract(name: string, open: () => OrderStore | Promise<OrderStore>): void {
  describe(`order store: ${name}`, () => {
    test('puts an order once and gives the first one back', async () => {
      const store = await open();
      const order = anOrder({ buyer: { ...buyer, name: 'Ἄννα 🎭 <script>' } });
      expect(await store.put(order)).toEqual({ first: true, order });
      expect(await store.put({ ...order, fingerprint: 'print-2' })).toEqual({ first: false, order });
      expect(await store.get(order.id)).toEqual(order);
      expect(await store.get('xxxxxxxxxxxxxxxxxxxx')).toBeUndefined();
    });

    test('an absent phone stays absent', async () => {
      const store = await open();
      const order = anOrder({ buyer: { name: 'Ada', email: 'ada@example.org', phone: undefined } });
      await store.put(order);
      expect((await store.get(order.id))?.buyer.phone).toBeUndefined();
    });

    test('of eight puts at once one is first', async () => {
      const store = await open();
      const order = anOrder();
      const tries = Array.from({ length: 8 }, (_, n) => store.put({ ...order, fingerprint: `print-${n}` }));
      const results = await Promise.all(tries);
      expect(results.filter(({ first }) => first)).toHaveLength(1);
      expect(new Set(results.map(({ order: { fingerprint } }) => fingerprint)).size).toBe(1);
    });

    test('payment is decided once: the second decision gets the first', async () => {
      const store = await open();
      const order = anOrder();
      await store.put(order);
      const decided = { ...order, ...promise };
      expect(await store.decidePayment(order, promise)).toEqual(decided);
      expect(await store.decidePayment(order, decline)).toEqual(decided);
      expect(await store.decidePayment(anOrder(), promise)).toBeUndefined();
    });

    test('a declined order is over', async () => {
      const store = await open();
      const order = anOrder();
      await store.put(order);
      const declined = { ...order, ...decline };
      expect(await store.decidePayment(order, decline)).toEqual(declined);
      expect(await store.settle(order.id, confirm)).toEqual(declined);
    });

    test('each hold has one outcome, the first', async () => {
      const store = await open();
      const order = anOrder();
      await store.put(order);
      await store.decidePayment(order, promise);
      const holds = ['hold00000001', 'hold-_000002', 'hold.with.dots'];
      for (const hold of holds) await store.recordOutcome(order.id, hold, 'sold');
      const again = await store.recordOutcome(order.id, 'hold00000001', 'lost');
      expect(again?.outcomes).toEqual(Object.fromEntries(holds.map((hold) => [hold, 'sold'])));
      expect(await store.recordOutcome('xxxxxxxxxxxxxxxxxxxx', 'hold00000001', 'sold')).toBeUndefined();
    });

    test('outcomes of eight holds at once are all kept, and the last one sees them all', async () => {
      const store = await open();
      const order = anOrder();
      await store.put(order);
      const results = await Promise.all(
        Array.from({ length: 8 }, (_, n) => store.recordOutcome(order.id, `hold0000000${n}`, 'sold')),
      );
      const seen = results.map((result) => Object.keys(result?.outcomes ?? {}).length);
      expect(Math.max(...seen)).toBe(8);
    });

    test('is settled once, and not before it is placed', async () => {
      const store = await open();
      const order = anOrder();
      await store.put(order);
      expect(await store.settle(order.id, confirm)).toEqual(order);
      await store.decidePayment(order, promise);
      const settled = { ...order, ...promise, ...confirm };
      expect(await store.settle(order.id, confirm)).toEqual(settled);
      expect(await store.settle(order.id, refuseIt)).toEqual(settled);
      expect(await store.settle('xxxxxxxxxxxxxxxxxxxx', confirm)).toBeUndefined();
    });

    test('the book holds decided orders alone, newest first, each once over its pages', async () => {
      const store = await open();
      const orders = Array.from({ length: 23 }, (_, n) => anOrder({ at: now + 1e9 + (n >> 1) }));
      for (const order of orders) await store.put(order);
      const unpaid = orders.slice(0, 3);
      for (const order of orders.slice(3)) await store.decidePayment(order, promise);
      const marks: string[] = [];
      let from: string | undefined;
      do {
        const page = await store.page(7, from);
        expect(page.orders.length).toBeLessThanOrEqual(7);
        marks.push(...page.orders.map(bookMark));
        from = page.next;
      } while (from !== undefined);
      const mine = new Set(orders.slice(3).map(bookMark));
      expect(marks.filter((mark) => mine.has(mark))).toEqual([...mine].sort().reverse());
      expect(marks).toEqual([...new Set(marks)].sort().reverse());
      expect(marks.filter((mark) => unpaid.map(bookMark).includes(mark))).toEqual([]);
      expect(marks.every((mark) => bookMarkForm.test(mark))).toBe(true);
    });
  });
}
