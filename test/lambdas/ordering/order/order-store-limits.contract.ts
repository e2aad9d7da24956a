import { describe, expect, test } from '@jest/globals';
import { makeSigned } from '../../../../lambdas/foundation/signing.ts';
import type { OrderedHold, OrderRecord } from '../../../../lambdas/ordering/order/order.ts';
import type { OrderStore } from '../../../../lambdas/ordering/order/order-store.ts';
import { now, slipKeys } from '../small-stage.ts';
import { anOrder } from './order-store.contract.ts';

/*
 * The largest order that a request can make, and crowds at one order. An item may have 400 KB. Twenty slips of fifty
 * seats are a thousand seats, of which a fan can have a hundred (`seatsPerFan`). A slip stays good until its time even
 * if its hold was given back. So a stubborn fan may order seats that are another's by now, and hears that they are
 * lost. The length that a slip may have keeps such an order small enough.
 */

const longestSlip = 8192;
const slips = 20;
const ticketsAFan = 100;

/** A hold of fifty seats whose slip is just not too long. */
function largestHold(n: number): OrderedHold {
  const performance = `${n}-`.padEnd(64, 'p');
  const seatsNamed = (length: number) =>
    Array.from({ length: 50 }, (_, seat) => ({
      id: `${seat}-`.padEnd(length, 's'),
      category: 'band'.padEnd(length, 'c'),
      label: `${seat} `.padEnd(length, 'l'),
    }));
  const slipOf = (length: number) => {
    // As long as a slip was whose seats had names; today it has their ids, and the plan bounds their names.
    const slip = {
      hold: `hold-${n}`.padEnd(12, '0'),
      performance,
      onSale: 'o'.padEnd(40, 'o'),
      fan: 'f'.padEnd(43, 'f'),
      seats: seatsNamed(length),
      expiresAt: now,
    };
    return makeSigned('s1', slipKeys[0], slip);
  };
  let length = 4;
  while (slipOf(length + 1).length <= longestSlip) length += 1;
  expect(slipOf(length).length).toBeGreaterThan(longestSlip * 0.95);
  return {
    hold: `hold-${n}`.padEnd(12, '0'),
    performance,
    title: 't'.repeat(120),
    startsAt: now,
    venue: 'v'.repeat(120),
    seats: seatsNamed(length).map((seat) => ({
      ...seat,
      price: 10_000_000,
      concession: 'c'.repeat(60),
      percentOff: 50,
    })),
  };
}

export function largestOrder(): OrderRecord {
  const items = Array.from({ length: slips }, (_, n) => largestHold(n));
  const [first] = items;
  if (!first) throw new Error('There is no item');
  const reason = 'r'.repeat(200);
  return anOrder({
    items,
    outcomes: Object.fromEntries(items.map(({ hold }, n) => [hold, n < 2 ? 'sold' : 'lost'])),
    changes: Object.fromEntries(items.map(({ hold }) => [hold, 60])),
    changing: {
      kind: 'exchange',
      hold: first.hold,
      from: first.seats.map(({ id }) => id),
      to: first.seats,
      by: 'staff',
      note: reason,
      answers: {},
    },
    // Letters of four bytes.
    buyer: { name: '🎭'.repeat(60), email: `${'e'.repeat(242)}@example.org`, phone: '0'.repeat(32) },
    tickets: Array.from({ length: ticketsAFan }, (_, n) => ({
      id: `ticket-${n}`.padEnd(20, '0'),
      performance: first.performance,
      seat: `${n}-`.padEnd(64, 's'),
      code: 't1.'.padEnd(400, 'x'),
    })),
    history: Array.from({ length: 60 }, () => ({ happenedAt: now, by: 'staff', act: 'exchanged', note: reason })),
  });
}

export function orderStoreLimits(name: string, open: () => OrderStore | Promise<OrderStore>): void {
  describe(`order store, its limits: ${name}`, () => {
    test('the largest order that can be asked for is kept, and changed', async () => {
      const store = await open();
      const order = largestOrder();
      expect(JSON.stringify(order).length).toBeGreaterThan(200_000);
      expect(await store.put(order)).toEqual({ ok: true });
      expect(await store.write({ ...order, version: 2 })).toEqual({ ok: true });
      expect(await store.get(order.id)).toEqual({ ...order, version: 2 });
    });

    test('of twenty who follow the same version one is written', async () => {
      const store = await open();
      const order = anOrder();
      await store.put(order);
      const written = await Promise.all(
        Array.from({ length: 20 }, (_, n) => store.write({ ...order, version: 2, fingerprint: `print-${n}` })),
      );
      expect(written.filter(({ ok }) => ok)).toHaveLength(1);
      const winner = written.findIndex(({ ok }) => ok);
      expect(await store.get(order.id)).toMatchObject({ version: 2, fingerprint: `print-${winner}` });
    });
  });
}
