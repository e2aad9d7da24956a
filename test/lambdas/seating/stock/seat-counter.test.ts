import { describe, expect, test } from '@jest/globals';
import type { HouseAsk } from '../../../../contracts/house.ts';
import { pulsesOf } from '../../../../lambdas/seating/allocate/pulse.ts';
import type { Decision } from '../../../../lambdas/seating/allocate/situation.ts';
import { houseTwin } from '../../../../lambdas/seating/house/house.twin.ts';
import { countHouse, holdsOf } from '../../../../lambdas/seating/house/house-stock.ts';
import type { HouseStore } from '../../../../lambdas/seating/house/house-store.ts';
import { encodeSection, sold } from '../../../../lambdas/seating/house/section-codec.ts';
import { SeatCounter } from '../../../../lambdas/seating/stock/seat-counter.ts';
import fc from '../../../properties.ts';
import { best, drawPlan, hold, minute, noon, openStage, release, sell } from '../small-stage.ts';

const plan = drawPlan({ stalls: { rows: ['oooooooooo'] }, circle: { rows: ['oooooo'] } });
const onSale = (performances = ['evening', 'matinee'], name = 'friends') => ({
  onSale: name,
  opensAt: noon,
  closesAt: noon + 600 * minute,
  performances,
});

/** A stage whose allocator adds its pulse, as the handler does, and a counter that notes what it reads. */
async function stage() {
  const reads: number[] = [];
  const twin = houseTwin();
  const store: HouseStore = {
    ...twin,
    sections: (keys) => {
      reads.push(keys.length);
      return twin.sections(keys);
    },
  };
  const made = await openStage(plan, { store, performances: ['evening', 'matinee'], seatsPerFan: 10 });
  const counter = new SeatCounter(store);
  await counter.meet(['evening', 'matinee', 'unopened']);
  return {
    ...made,
    reads,
    counter,
    async ask(asks: readonly HouseAsk[], now = noon) {
      const answers = await made.ask(asks, now);
      for (const { key, pulse } of pulsesOf(asks[0]?.performance ?? '', asks, answers as Decision[], now))
        await store.addPulse(key, pulse);
      return answers;
    },
    async count(now = noon, sales = [onSale()]) {
      const [stock] = await counter.count(sales, now);
      if (!stock) throw new Error('nothing was counted');
      return stock;
    },
  };
}

describe('the seats of an on-sale', () => {
  test('are all free before anyone asks; a house that is not open has none', async () => {
    const { count, counter } = await stage();
    const stock = { v: 1, onSale: 'friends', countedAt: noon, seats: 32, free: 32, held: 0, sold: 0 };
    expect(await count()).toEqual({ ...stock, asks: { decided: 0, refused: 0, slow: 0 } });
    expect(await count(noon, [onSale(['unopened'])])).toMatchObject({ seats: 0, free: 0 });
    expect(counter.sectionsOf([onSale(), onSale(['evening'], 'public')])).toBe(4);
  });

  test('are held, sold, given back and lapsed', async () => {
    const { ask, count } = await stage();
    expect(await ask([hold(1, 'ada', best(3)), hold(2, 'bob', best(2))])).toEqual(['held', 'held']);
    expect(await count()).toMatchObject({ free: 27, held: 5, sold: 0, asks: { decided: 2 } });
    await ask([release(2, 'bob'), sell(1, 'ada', ['stalls-A-5'])], noon + 2000);
    expect(await count(noon + 2000)).toMatchObject({ free: 31, held: 0, sold: 1 });
    await ask([hold(3, 'cy', best(4), { performance: 'matinee' })], noon + 3000);
    expect(await count(noon + 4000)).toMatchObject({ free: 27, held: 4, sold: 1 });
    // Ten minutes later, without any write.
    expect(await count(noon + 11 * minute)).toMatchObject({ free: 31, held: 0, sold: 1, asks: { decided: 0 } });
  });

  test('of a performance whose sale was stopped are not on offer; what is held and sold of it counts on', async () => {
    const { ask, count, counter, store } = await stage();
    await ask([hold(1, 'ada', best(3)), hold(2, 'bob', best(2))]);
    await store.writeLevers({ onSale: 'friends', version: 1, stopped: ['evening'], turns: [] });
    expect(await count(noon + 2000)).toMatchObject({ seats: 21, free: 16, held: 5, sold: 0, stopped: 11 });
    const bands = async () => new Map([['stalls', Array.from({ length: 10 }, () => 'a')]]);
    const [dates] = await counter.dates(
      [onSale()],
      { bands, bandNames: async () => new Map(), prices: async () => ({ a: 100 }) },
      noon + 2000,
    );
    expect(dates?.dates).toMatchObject({ evening: { stopped: true }, matinee: { left: 'few' } });
    expect(dates?.dates.matinee).not.toHaveProperty('stopped');
    expect(counter.byPerformance([onSale()], noon + 2000)).toMatchObject([
      {
        performances: {
          evening: { seats: 16, free: 11, held: 5, sold: 0, kept: 0, holds: 2 },
          matinee: { free: 16, holds: 0 },
        },
        holdSizes: { 2: 1, 3: 1 },
      },
    ]);
    await store.writeLevers({ onSale: 'friends', version: 2, stopped: [], turns: [] });
    expect(await count(noon + 4000)).not.toHaveProperty('stopped');
  });

  test('of two on-sales that share a performance are those of both', async () => {
    const { ask, counter } = await stage();
    await ask([hold(1, 'ada', best(3))]);
    const stocks = await counter.count([onSale(), onSale(['evening'], 'public')], noon);
    expect(stocks.map(({ onSale: name, seats, held }) => [name, seats, held])).toEqual([
      ['friends', 32, 3],
      ['public', 16, 3],
    ]);
  });
});

describe('reading', () => {
  test('stops when the pulse is still, starts again with it, and never rests for longer than a minute', async () => {
    const { ask, count, reads } = await stage();
    await count();
    expect(reads).toEqual([4]);
    await count(noon + 20_000);
    expect(reads).toEqual([4, 0]);
    await ask([hold(1, 'ada', best(2), { askedAt: noon + 21_000 })], noon + 21_000);
    expect(await count(noon + 22_000)).toMatchObject({ held: 2 });
    expect(reads).toEqual([4, 0, 4]);
    await count(noon + 60_000);
    await count(noon + 80_000);
    expect(reads).toEqual([4, 0, 4, 4, 0]);
    await count(noon + 120_000);
    expect(reads).toEqual([4, 0, 4, 4, 0, 4]);
  });

  test('finds within a minute what was written by an allocator that died before its pulse', async () => {
    const made = await stage();
    await made.count();
    const silent = await openStage(plan, { store: made.store });
    await silent.ask([hold(1, 'ada', best(2))], noon + 1000);
    expect(await made.count(noon + 2000)).toMatchObject({ held: 0 });
    expect(await made.count(noon + minute)).toMatchObject({ held: 2 });
  });

  test('a replica that is behind takes nothing back', async () => {
    const { ask, store, reads } = await stage();
    await ask([hold(1, 'ada', { seats: ['stalls-A-1', 'stalls-A-2'] })]);
    const old = await store.sections([{ performance: 'evening', section: 'stalls' }]);
    expect(old).toHaveLength(1);
    await ask([hold(2, 'bob', { seats: ['stalls-A-5', 'stalls-A-6'] })]);
    let behind = false;
    const counter = new SeatCounter({ ...store, sections: async (keys) => (behind ? old : store.sections(keys)) });
    await counter.meet(['evening']);
    expect((await counter.count([onSale(['evening'])], noon))[0]).toMatchObject({ held: 4 });
    behind = true;
    expect((await counter.count([onSale(['evening'])], noon + 1000))[0]).toMatchObject({ held: 4 });
    expect(reads.length).toBeGreaterThan(0);
  });
});

test('free + held + sold = seats, whatever the section says', () => {
  const record = fc.record({
    seats: fc.uniqueArray(fc.integer({ min: 0, max: 39 }), { minLength: 1, maxLength: 6 }),
    lapsesAt: fc.oneof(
      fc.constant(sold),
      fc.integer({ min: 0, max: 2000 }).map((seconds) => seconds * 1000),
    ),
  });
  fc.assert(
    fc.property(fc.array(record, { maxLength: 8 }), fc.integer({ min: 0, max: 2_000_000 }), (drawn, now) => {
      const taken = new Set<number>();
      const records = drawn.flatMap(({ seats, lapsesAt }, at) => {
        const own = seats.filter((seat) => !taken.has(seat)).sort((a, b) => a - b);
        for (const seat of own) taken.add(seat);
        const name = Buffer.alloc(9, at).toString('base64url');
        return own.length > 0 ? [{ hold: name, lapsesAt, seats: own, total: own.length }] : [];
      });
      const blocked = [40, 41];
      const data = encodeSection({ seats: 42, blocked, records });
      const holds = holdsOf({ performance: 'evening', section: 'stalls', version: 1, data });
      const count = countHouse(
        { sections: { stalls: 42, gods: 8 } },
        (name) => (name === 'stalls' ? holds : undefined),
        now,
      );
      const sum = (which: (lapsesAt: number) => boolean) =>
        records.filter(({ lapsesAt }) => which(lapsesAt)).reduce((all, { seats }) => all + seats.length, 0);
      expect(count.seats).toBe(48);
      expect(count.free + count.held + count.sold).toBe(48);
      expect(count.sold).toBe(sum((lapsesAt) => lapsesAt === sold));
      expect(count.held).toBe(sum((lapsesAt) => lapsesAt !== sold && lapsesAt > now));
    }),
  );
});
