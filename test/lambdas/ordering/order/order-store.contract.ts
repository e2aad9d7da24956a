import { describe, expect, test } from '@jest/globals';
import { amend, withAct } from '../../../../lambdas/ordering/order/amend.ts';
import { dueOf, givenUpAt, stuckMs } from '../../../../lambdas/ordering/order/due.ts';
import type { OrderRecord } from '../../../../lambdas/ordering/order/order.ts';
import { bookMark, bookMarkForm, type OrderStore } from '../../../../lambdas/ordering/order/order-store.ts';
import { buyer, now } from '../small-stage.ts';

/* Long because one suite holds every duty of the store. */

let made = 0;

/** An unpaid order with an id of its own, so that tests can share a table. */
export function anOrder(more: Partial<OrderRecord> = {}): OrderRecord {
  made += 1;
  return {
    id: `order${`${made}`.padStart(15, '0')}`,
    version: 1,
    movedAt: now,
    onSale: 'friends',
    fan: 'ada',
    pass: '1',
    fingerprint: 'print-1',
    state: 'unpaid',
    items: [
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
    changes: {},
    currency: 'GBP',
    timeZone: 'Europe/London',
    buyer,
    language: 'cy',
    payment: { method: 'box-office', state: 'undecided' },
    tickets: [],
    history: [{ happenedAt: now, by: 'fan', act: 'placed' }],
    placedAt: now,
    heldUntil: now + 600_000,
    ...more,
  };
}

/** As it is once payment is decided. */
export function decided(order: OrderRecord): OrderRecord {
  const payment = { method: 'box-office', state: 'promised', deadline: now + 1000 } as const;
  return { ...order, version: order.version + 1, state: 'placed', payment };
}

/** The duties of every order store. `open` gives an empty one, or one that other tests wrote into. */
export function orderStoreContract(name: string, open: () => OrderStore | Promise<OrderStore>): void {
  describe(`order store: ${name}`, () => {
    test('lists disputed orders, each once', async () => {
      const store = await open();
      made += 1;
      const ids = ['a', 'b'].map((id) => `disputed-${made}-${id}`);
      await Promise.all([...ids, ...ids].map((id) => store.listDisputed(id)));
      const listed = (await store.disputed()).filter((id) => id.startsWith(`disputed-${made}-`));
      expect([...listed].sort()).toEqual(ids);
    });

    test('lists orders that allowed news, each once, a page at a time as they were placed', async () => {
      const store = await open();
      made += 1;
      // Later than those of other tests, which may share the table.
      const at = now + made * 1_000_000_000;
      const ids = [3, 1, 2].map((n) => ({ id: `n${n}`.padEnd(20, '-'), placedAt: at + n }));
      for (const order of [...ids, ...ids]) await store.listConsenting(order);
      const first = await store.consenting(2, bookMark({ placedAt: at, id: ''.padEnd(20, '-') }));
      expect(first.ids.map((id) => id.replace(/-+$/, ''))).toEqual(['n1', 'n2']);
      const rest = await store.consenting(2, first.next);
      expect(rest).toEqual({ ids: ['n3'.padEnd(20, '-')] });
    });

    test('is gone through a stretch at a time, and each order of the book is met once', async () => {
      const store = await open();
      const orders = [1, 2, 3, 4, 5].map(() => anOrder());
      for (const order of orders) {
        await store.put(order);
        await store.write(decided(order));
      }
      const unpaid = anOrder();
      await store.put(unpaid);
      const met: string[] = [];
      for (let from: string | undefined; ; ) {
        const stretch = await store.stretch(from);
        if (!stretch) throw new Error('There is no such place');
        for (const { id, email } of stretch.lines) if (email === buyer.email) met.push(id);
        from = stretch.next;
        if (from === undefined) break;
      }
      const own = met.filter((id) => [...orders, unpaid].some((order) => order.id === id));
      expect(own.sort()).toEqual(orders.map(({ id }) => id).sort());
      expect(await store.stretch('somewhere')).toBeUndefined();
    });

    test('keeps a fan’s book of reduced prices, of several writes at once one', async () => {
      const store = await open();
      made += 1;
      const of = { onSale: `sale-${made}`, fan: 'ada' };
      expect(await store.reducedBook(of)).toEqual({ ...of, version: 0, orders: [] });
      const book = (version: number, id: string) => ({
        ...of,
        version,
        orders: [{ id, notedAt: now, asked: { Young: 2 } }],
      });
      for (const version of [1, 2]) {
        const tried = await Promise.all(['a', 'b', 'c'].map((id) => store.writeReducedBook(book(version, id))));
        expect(tried.filter(({ ok }) => ok)).toHaveLength(1);
        const winner = ['a', 'b', 'c'][tried.findIndex(({ ok }) => ok)] ?? '';
        expect(await store.reducedBook(of)).toEqual(book(version, winner));
      }
      expect(await store.writeReducedBook(book(4, 'd'))).toEqual({ ok: false });
      expect(await store.reducedBook({ ...of, fan: 'bob' })).toMatchObject({ version: 0 });
    });

    test('puts an order once and gives the first one back', async () => {
      const store = await open();
      const order = anOrder({ buyer: { ...buyer, name: 'Ἄννα 🎭 <script>' } });
      expect(await store.put(order)).toEqual({ ok: true });
      expect(await store.put({ ...order, fingerprint: 'print-2' })).toEqual({ ok: false, order });
      expect(await store.get(order.id)).toEqual(order);
      expect(await store.get('xxxxxxxxxxxxxxxxxxxx')).toBeUndefined();
    });

    test('gives many orders at once, each once, and none for what is not there', async () => {
      const store = await open();
      const orders = [anOrder(), anOrder()];
      for (const order of orders) await store.put(order);
      const ids = orders.map(({ id }) => id);
      const found = await store.getMany([...ids, ...ids, 'nobodys-order-000001']);
      expect(found.map(({ id }) => id).sort()).toEqual([...ids].sort());
      expect(found.find(({ id }) => id === ids[0])).toEqual(orders[0]);
      expect(await store.getMany([])).toEqual([]);
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
      expect(results.filter(({ ok }) => ok)).toHaveLength(1);
      const fingerprint = `print-${results.findIndex(({ ok }) => ok)}`;
      for (const one of results) if (!one.ok) expect(one.order.fingerprint).toBe(fingerprint);
    });

    test('a write follows the version before it: the second of two finds it moved, and changes nothing', async () => {
      const store = await open();
      const order = anOrder();
      await store.put(order);
      const placed = decided(order);
      expect(await store.write(placed)).toEqual({ ok: true });
      expect(await store.write({ ...placed, fingerprint: 'of another' })).toEqual({ ok: false });
      expect(await store.write({ ...placed, version: 4 })).toEqual({ ok: false });
      expect(await store.get(order.id)).toEqual(placed);
      expect(await store.write(decided(anOrder()))).toEqual({ ok: false });
    });

    test('a write takes away what the order has no more', async () => {
      const store = await open();
      const order = anOrder({ untold: true });
      await store.put(order);
      const { untold: _, ...rest } = order;
      expect(await store.write({ ...rest, version: 2 })).toEqual({ ok: true });
      expect(await store.get(order.id)).toEqual({ ...rest, version: 2 });
    });

    test('twenty steps at once are each taken once', async () => {
      const store = await open();
      const order = anOrder();
      await store.put(order);
      const holds = Array.from({ length: 20 }, (_, n) => `hold${n}.with-_dots`);
      const twice = [...holds, ...holds];
      await Promise.all(
        twice.map((hold) =>
          amend(
            store,
            order.id,
            (found) =>
              found.outcomes[hold]
                ? undefined
                : {
                    ...found,
                    outcomes: { ...found.outcomes, [hold]: 'sold' },
                    history: withAct(found.history, {
                      happenedAt: now,
                      by: 'house',
                      act: 'seats-answered',
                      note: hold,
                    }),
                  },
            now,
          ),
        ),
      );
      const standing = await store.get(order.id);
      expect(Object.keys(standing?.outcomes ?? {}).sort()).toEqual([...holds].sort());
      expect(standing?.history.map(({ note }) => note ?? '').sort()).toEqual(['', ...holds].sort());
      expect(standing?.version).toBe(21);
    });

    test('the book holds decided orders alone, newest first, each once over its pages', async () => {
      const store = await open();
      const orders = Array.from({ length: 23 }, (_, n) => anOrder({ placedAt: now + 1e9 + (n >> 1) }));
      for (const order of orders) await store.put(order);
      const unpaid = orders.slice(0, 3);
      for (const order of orders.slice(3)) await store.write(decided(order));
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

    test('shows of what was placed between two moments all that is counted, each once, and keeps what is seen of it', async () => {
      const store = await open();
      made += 1;
      const from = now + 3e9 + made * 100_000;
      const orders = Array.from({ length: 30 }, (_, n) => anOrder({ placedAt: from + n }));
      for (const order of orders) await store.put(order);
      for (const order of orders.slice(1)) await store.write(decided(order));
      // The first is not decided, and the last is placed when it is over.
      const seen = await store.placedBetween(from, from + 29, (order) => {
        const { id, onSale, placedAt, state, items, outcomes, payment } = order;
        return { id, onSale, placedAt, state, items, outcomes, payment };
      });
      const counted = orders.slice(1, -1).map(decided);
      const byId = (one: { readonly id: string }, other: { readonly id: string }) => (one.id < other.id ? -1 : 1);
      expect([...seen].sort(byId)).toEqual(
        counted
          .map(({ id, onSale, placedAt, state, items, outcomes, payment }) => ({
            ...{ id, onSale, placedAt, state, items, outcomes, payment },
          }))
          .sort(byId),
      );
    });

    test('a trial is in no book, and known to whoever has it', async () => {
      const store = await open();
      const trial = anOrder({ onSale: `trial-${'a'.repeat(26)}`, fan: 'canary', placedAt: now + 5e9 });
      await store.put(trial);
      await store.write(decided(trial));
      const { orders } = await store.page(1);
      expect(orders.map(({ id }) => id)).not.toContain(trial.id);
      expect(await store.get(trial.id)).toMatchObject({ state: 'placed' });
      expect(await store.ofFan('canary', 5)).toEqual([trial.id]);
    });

    test('a fan’s orders are theirs alone, the newest first, once their payment is decided', async () => {
      const store = await open();
      const mine = [1, 2, 3].map((n) => anOrder({ fan: 'eve', state: 'placed', placedAt: now + n }));
      const unpaid = anOrder({ fan: 'eve' });
      for (const order of [...mine, unpaid, anOrder({ fan: 'eva', state: 'placed' })]) await store.put(order);
      const [first, second, third] = mine.map(({ id }) => id);
      expect(await store.ofFan('eve', 50)).toEqual([third, second, first]);
      expect(await store.ofFan('eve', 2)).toEqual([third, second]);
      await store.write({ ...unpaid, version: 2, state: 'paying', placedAt: now + 4 });
      expect(await store.ofFan('eve', 50)).toEqual([unpaid.id, third, second, first]);
      expect(await store.ofFan('nobody', 50)).toEqual([]);
    });

    test('what is due comes when it is due, the longest overdue first, and goes with the write that moves it on', async () => {
      const store = await open();
      // Long before the others that share the table.
      const past = 1_000_000;
      const orders = Array.from({ length: 12 }, (_, n) => {
        const at = past + n * 1000;
        return anOrder({
          state: 'placed',
          placedAt: at,
          movedAt: at,
          payment: { method: 'box-office', state: 'promised' },
        });
      });
      for (const order of [...orders].reverse()) await store.put(order);
      const [first, second] = orders as [OrderRecord, OrderRecord];
      const due = (at: number, size = 50) => store.due(at, size);
      expect(await due(past + stuckMs - 1)).toEqual([]);
      expect(await due(past + stuckMs)).toEqual([first.id]);
      expect(await due(past + stuckMs + 1999)).toEqual([first.id, second.id]);
      expect(await due(past + stuckMs + 11_000)).toEqual(orders.map(({ id }) => id));
      expect(await due(past + stuckMs + 11_000, 5)).toEqual(orders.slice(0, 5).map(({ id }) => id));
      await store.write({ ...first, version: 2, movedAt: past + 11_500 });
      await store.write({ ...second, version: 2, state: 'refused', refusal: 'seats-lost' });
      const rest = orders.slice(2).map(({ id }) => id);
      expect(await due(past + stuckMs + 12_000)).toEqual([...rest, first.id]);
      for (const { id } of [first, ...orders.slice(2)]) {
        const order = (await store.get(id)) as OrderRecord;
        await store.write({ ...order, version: order.version + 1, state: 'refused' });
      }
      expect(await due(past + 1e9)).toEqual([]);
    });

    test('an unpaid order is due at its end, a promise at its deadline', async () => {
      const store = await open();
      const past = 2_000_000;
      const unpaid = anOrder({ placedAt: past, movedAt: past, heldUntil: past + 60_000 });
      const payment = { method: 'box-office', state: 'promised', deadline: past + 5_000_000 } as const;
      const promised = anOrder({ placedAt: past, movedAt: past, state: 'confirmed', payment });
      for (const order of [unpaid, promised]) await store.put(order);
      expect([dueOf(unpaid), dueOf(promised)]).toEqual([givenUpAt(unpaid), past + 5_000_000]);
      expect(await store.due(past + 659_999, 9)).toEqual([]);
      expect(await store.due(past + 660_000, 9)).toEqual([unpaid.id]);
      expect(await store.due(past + 5_000_000, 9)).toEqual([unpaid.id, promised.id]);
      for (const order of [unpaid, promised]) await store.write({ ...order, version: 2, state: 'refused' });
    });
  });
}
