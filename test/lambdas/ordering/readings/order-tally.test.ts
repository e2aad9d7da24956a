import { describe, expect, test } from '@jest/globals';
import { published } from '../../../../contracts/paths.ts';
import { type OrderReadingsFile, readingsPath } from '../../../../contracts/readings.ts';
import { keptReadings } from '../../../../lambdas/foundation/readings/kept-readings.ts';
import type { OrderRecord } from '../../../../lambdas/ordering/order/order.ts';
import { orderTwin } from '../../../../lambdas/ordering/order/order.twin.ts';
import { countOrders } from '../../../../lambdas/ordering/readings/count-orders.ts';
import { OrderCounter } from '../../../../lambdas/ordering/readings/order-counter.ts';
import {
  countOf,
  foldInto,
  nothingSold,
  type SeenOrder,
  sumOfHistory,
} from '../../../../lambdas/ordering/readings/order-tally.ts';
import { filesIn } from '../../../files-in.ts';
import fc from '../../../properties.ts';
import { confirmedOrder } from '../small-stage.ts';

const minute = 60_000;
const doors = Date.UTC(2027, 3, 10, 8);

/** A book of orders, and those who count it, each start anew. */
async function opened() {
  const { deps } = await confirmedOrder({ method: 'sandbox-card', card: 'approved' });
  const [base] = (await deps.store.page(1)).orders;
  if (!base) throw new Error('Nothing was ordered');
  const store = orderTwin();
  const files = new Map<string, unknown>();
  const reads = { orders: 0 };
  const counted: Pick<typeof store, 'placedBetween' | 'getMany'> = {
    placedBetween: async (from, to, see) => {
      const found = await store.placedBetween(from, to, see);
      reads.orders += found.length;
      return found;
    },
    getMany: async (ids) => {
      reads.orders += ids.length;
      return store.getMany(ids);
    },
  };
  const onSale = { id: base.onSale, opensAt: doors, closesAt: doors + 600 * minute, currency: 'GBP' };
  const start = () => {
    const readings = keptReadings<OrderReadingsFile>(filesIn(files), readingsPath.orders, ({ now }) => now.countedAt);
    return new OrderCounter({ store: counted, readings });
  };
  let made = 0;
  const place = async (placedAt: number, change: Partial<OrderRecord> = {}) => {
    made += 1;
    const order = { ...base, id: `order-${made}`.padEnd(20, '-'), version: 1, placedAt, ...change };
    await store.put(order);
    return order;
  };
  const file = () => files.get(readingsPath.orders(base.onSale)) as OrderReadingsFile;
  return { base, store, reads, onSale, start, place, file };
}

describe('the money of an order', () => {
  const paid = (more: object) => ({
    state: 'confirmed' as const,
    items: [],
    outcomes: {},
    currency: 'GBP',
    payment: { method: 'stripe', state: 'captured', paid: 13_000, ...more } as const,
  });
  const dispute = { id: 'dp_1', state: 'lost', amount: 6500, currency: 'GBP', reason: 'general', heardAt: 1 } as const;

  test('is what was paid and not given back', () => {
    expect(countOf(paid({})).money).toBe(13_000);
    expect(countOf(paid({ refunded: 6500 })).money).toBe(6500);
  });

  test.each([
    ['needs-response', 6500],
    ['under-review', 6500],
    ['lost', 6500],
    ['won', 13_000],
    ['warning-needs-response', 13_000],
    ['warning-closed', 13_000],
    ['prevented', 13_000],
  ] as const)('with a dispute that is %s it is %i', (state, money) => {
    expect(countOf(paid({ disputes: [{ ...dispute, state }] })).money).toBe(money);
  });

  test('is never less than nothing; a dispute in another currency takes what is left', () => {
    expect(countOf(paid({ disputes: [dispute, { ...dispute, id: 'dp_2', amount: 9000 }] })).money).toBe(0);
    expect(countOf(paid({ disputes: [{ ...dispute, amount: 1, currency: 'USD' }] })).money).toBe(0);
  });
});

describe('the count of orders', () => {
  test('is the same however often it was started, and what is sold is never counted twice', async () => {
    const { onSale, start, place, file } = await opened();
    for (let at = 0; at < 20; at += 1) {
      await place(doors + at * minute + 7000);
      const now = doors + at * minute + 30_000;
      await start().count([onSale], now, now);
      expect(file().now.orders).toBe(at + 1);
    }
    expect(file().now.tickets).toBe(20 * (file().now.tickets / 20));
    expect(file().history.at.length).toBe(16);
    expect(file().now.lately.orders).toBe(1);
  });

  test('reads an order a few times, not with each look', async () => {
    const { onSale, start, place, reads } = await opened();
    for (let at = 0; at < 100; at += 1) await place(doors + at * 100);
    const counter = start();
    for (let step = 0; step < 12; step += 1) {
      const now = doors + 10_000 + step * 5000;
      await counter.count([onSale], now, now);
    }
    expect(reads.orders).toBeLessThan(500);
  });

  test('an order that is given back later is taken off when its minute is counted anew', async () => {
    const { onSale, start, place, store, file } = await opened();
    const order = await place(doors + 1000);
    const count = (at: number) => start().count([onSale], at, at);
    await count(doors + 10_000);
    await count(doors + 6 * minute);
    expect(file().now.orders).toBe(1);
    await store.write({ ...order, version: 2, state: 'cancelled' });
    for (let at = 7; at < 20; at += 1) await count(doors + at * minute);
    expect(file().now.orders).toBe(0);
  });

  test('of another on-sale, and of a trial, nothing is counted', async () => {
    const { onSale, start, place, file } = await opened();
    await place(doors + 1000, { onSale: 'other' });
    await place(doors + 1000, { onSale: `trial-${'a'.repeat(26)}` });
    await start().count([onSale], doors + 5000, doors + 5000);
    expect(file().now.orders).toBe(0);
  });
});

describe('folding into the history', () => {
  test('no order is lost, whenever it is folded', () => {
    const count = { orders: 1, tickets: 2, money: 100, underWay: 0, promised: 0, failedRefunds: 0 };
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 59 }), { maxLength: 40 }),
        fc.integer({ min: 1, max: 60 }),
        (at, cut) => {
          const window = at.map(
            (n, id): SeenOrder => ({ id: `${id}`, onSale: 'a', placedAt: doors + n * minute, count }),
          );
          const half = foldInto(nothingSold, doors, window, doors + cut * minute);
          const whole = foldInto(half.history, half.upTo, window, doors + 60 * minute);
          expect(sumOfHistory(whole.history)).toMatchObject({ orders: at.length, tickets: 2 * at.length });
          expect(whole.upTo).toBe(doors + 60 * minute);
        },
      ),
    );
  });
});

describe('the loop', () => {
  const season = { currency: 'GBP', onSales: [{ id: 'friends', opensAt: doors, closesAt: doors + 60 * minute }] };

  /** When it counted. `nextAt`: from then on another start counts each step first. */
  async function run(
    from: number,
    looked: boolean,
    { forMs = 20_000, nextAt = Number.POSITIVE_INFINITY, opensAt = doors } = {},
  ) {
    const at: number[] = [];
    let now = from;
    const deps: Parameters<typeof countOrders>[0] = {
      read: async <File>(path: string) => (path === published.season() ? season : { opensAt }) as File,
      counter: { count: async (_, __, when) => at.push(when - doors) > 0 && when < nextAt },
      isLookedAt: async () => looked,
      report: (error) => {
        throw error;
      },
      clock: () => now,
      wait: async (milliseconds) => {
        now += milliseconds;
      },
    };
    await countOrders(deps, from + forMs);
    return at;
  }

  test('counts once while nobody looks, and at each fifth second while somebody does', async () => {
    expect(await run(doors + 1000, false)).toEqual([1000]);
    expect(await run(doors + 1000, true)).toEqual([1000, 5000, 10_000, 15_000, 20_000]);
  });

  test('ends when the next start has counted a step, and counts on while none has', async () => {
    const last = async (nextAt?: number) =>
      (await run(doors + 1000, true, { forMs: 80_000, ...(nextAt && { nextAt }) })).slice(-4);
    // From the minute on it comes a second after the step, so that the next one is first.
    expect(await last()).toEqual([60_000, 66_000, 71_000, 76_000]);
    expect(await last(doors + 61_000)).toEqual([50_000, 55_000, 60_000, 66_000]);
    // Younger than a minute: another that counted first is the one before, and ends soon.
    expect((await run(doors + 1000, true, { nextAt: doors })).at(-1)).toBe(20_000);
  });

  test('ends at once when nothing is on sale', async () => {
    expect(await run(doors - 1, true)).toEqual([]);
    expect(await run(doors + 91 * minute, true)).toEqual([]);
  });

  test('counts from the doors on that staff opened early, and from the promise on where they held them', async () => {
    expect(await run(doors - 10 * minute, false, { opensAt: doors - 10 * minute })).toEqual([-10 * minute]);
    expect(await run(doors - 10 * minute - 1, false, { opensAt: doors - 10 * minute })).toEqual([]);
    expect(await run(doors, false, { opensAt: doors + 10 * minute })).toEqual([0]);
  });
});
