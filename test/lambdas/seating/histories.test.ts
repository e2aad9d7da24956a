import { describe, expect, test } from '@jest/globals';
import type { HouseAsk } from '../../../contracts/house.ts';
import { isWhole } from '../../../lambdas/seating/house/hold-lapses.ts';
import { houseTwin } from '../../../lambdas/seating/house/house.twin.ts';
import type { HouseStore } from '../../../lambdas/seating/house/house-store.ts';
import { countedSeats } from '../../../lambdas/seating/house/limit-per-fan.ts';
import { chanceOf } from '../../../rehearsal/fans/chance.ts';
import fc from '../../properties.ts';
import { runHistory, type Sale } from './history.ts';
import { best, drawPlan, extend, hold, liveRecords, minute, noon, release, sell } from './small-stage.ts';

const plan = drawPlan({
  left: { rows: ['oooo', 'ooo'], neighbours: ['right'], x: -6 },
  right: { rows: ['oooo', 'oowc'], neighbours: ['left'], x: 1 },
});
const seatIds = plan.sections.flatMap(({ rows }) => rows.flatMap(({ seats }) => seats.map(({ id }) => id)));
const performances = ['evening', 'matinee'];
const fans = ['ada', 'bob', 'cy'];

/** A fan's act, and how often its message is sent. A hold is named by number, so that acts may share one. */
const acts = fc.record({
  kind: fc.constantFrom('hold', 'hold', 'hold', 'best', 'best', 'release', 'extend', 'sell', 'sell'),
  fan: fc.constantFrom(...fans),
  number: fc.nat({ max: 5 }),
  performance: fc.constantFrom(...performances),
  seats: fc.uniqueArray(fc.constantFrom(...seatIds), { minLength: 1, maxLength: 3 }),
  order: fc.constantFrom('order-1', 'order-1', 'order-2'),
  times: fc.constantFrom(1, 1, 1, 2),
});
type Act = (typeof acts extends fc.Arbitrary<infer One> ? One : never) & { readonly order: string };

function askOf(act: Act, done: readonly Act[]): HouseAsk {
  const { kind, fan, performance, order } = act;
  const idOf = (one: Act) => `${one.fan}${one.number}${one.performance[0]}`;
  const id = idOf(act);
  // All acts on one hold name the same seats, as all of one key and one slip do.
  const { seats } = done.find((other) => idOf(other) === id) ?? act;
  if (kind === 'release') return release(id, fan, performance);
  if (kind === 'extend') return extend(fan, noon + 6 * minute, performance);
  // The order is the fan's own: two fans never share one.
  if (kind === 'sell') return sell(id, fan, seats, { order: `${order}-${fan}`, performance });
  const wish = kind === 'best' ? best(seats.length) : { seats };
  return hold(id, fan, wish, { performance, askedAt: noon + 2 * minute });
}

const histories = fc.record({
  acts: fc.array(acts, { minLength: 4, maxLength: 28 }),
  seed: fc.integer(),
});

/** Gives all back, keeps some, or asks for others; not for ever. */
function change({ seats, changes }: Sale, chance: () => number): readonly string[] | undefined {
  if (changes > 2 || seats.length === 0 || chance() < 0.4) return undefined;
  if (chance() < 0.3) return [];
  if (chance() < 0.3) return seats.slice(1);
  const from = Math.floor(chance() * seatIds.length);
  return [...seatIds.slice(from), ...seatIds].slice(0, seats.length);
}

const run = (
  { acts: done, seed }: { acts: readonly Act[]; seed: number },
  spoil?: (store: HouseStore) => HouseStore,
) => {
  const asks = done.flatMap((act) => Array.from({ length: act.times }, () => askOf(act, done)));
  const options = { plan, performances, asks, seatsPerFan: 4, holdMinutes: 3, chance: chanceOf(seed).next, change };
  return runHistory({ ...options, ...(spoil && { spoil }) });
};

describe('any history of racing, dying and repeating allocators', () => {
  test('keeps every invariant at every step, and answers every ask in the end', async () => {
    let deaths = 0;
    let workers = 0;
    await fc.assert(
      fc.asyncProperty(histories, async (history) => {
        const end = await run(history);
        deaths += end.deaths;
        workers += end.workers;
        expect(end.breaches).toEqual([]);
        await expectSettled(end, history.acts);
      }),
      { numRuns: 200 },
    );
    // The histories were rough enough to mean something.
    expect(deaths).toBeGreaterThan(20);
    expect(workers).toBeGreaterThan(300);
  });
});

async function expectSettled({ stage, now, sales }: Awaited<ReturnType<typeof run>>, done: readonly Act[]) {
  const asks = done.map((act) => askOf(act, done));
  // Every hold asked for is in its fan's basket, once.
  for (const fan of fans) {
    const { entries } = await stage.store.basket({ onSale: 'friends', fan });
    const names = entries.map(({ hold: name }) => name);
    expect(new Set(names).size).toBe(names.length);
    for (const ask of asks) if (ask.fan === fan && ask.ask === 'hold') expect(names).toContain(ask.hold);
    // The sections have all that a basket counts, whole; and they have nothing that no basket counts.
    for (const performance of performances) {
      const records = await liveRecords(stage.store, performance, now);
      for (const entry of entries.filter((one) => one.performance === performance)) {
        const parts = new Map(
          records.filter(({ record }) => record.hold === entry.hold).map(({ section, record }) => [section, record]),
        );
        // More time that a dead allocator wrote down, for an ask that another had answered, is counted and nothing else.
        const countedOnly = 'extended' in entry && entry.extended === true && parts.size === 0;
        if (!countedOnly) expect([entry, isWhole(parts)]).toEqual([entry, countedSeats(entry, now) > 0]);
        const soldParts = records.filter((one) => one.record.hold === entry.hold && one.sold).length;
        expect(soldParts > 0).toBe(entry.state === 'sold');
      }
    }
  }
  // Every change was answered.
  for (const sale of sales.values()) expect(sale.changing).toBe(false);
  // An order gets one answer for a hold, however often.
  const told = Map.groupBy(
    stage.told.filter(({ change: number }) => number === undefined),
    ({ order, hold: name }) => `${order} ${name}`,
  );
  for (const outcomes of told.values()) expect(new Set(outcomes.map(({ outcome }) => outcome)).size).toBe(1);
  for (const ask of asks) if (ask.ask === 'sell') expect([...told.keys()]).toContain(`${ask.order} ${ask.hold}`);
  // No hold is sold to two orders.
  const soldTo = Map.groupBy(
    stage.told.filter(({ outcome }) => outcome === 'sold'),
    ({ hold: name }) => name,
  );
  for (const sales of soldTo.values()) expect(new Set(sales.map(({ order }) => order)).size).toBe(1);
}

describe('with a guard taken away the same histories do harm, so they can fail', () => {
  const harmIn = async (spoil: (store: HouseStore) => HouseStore) => {
    const breaches: string[] = [];
    for (const history of fc.sample(histories, { numRuns: 120, seed: 19 })) {
      try {
        const end = await run(history, spoil);
        breaches.push(...end.breaches);
        await expectSettled(end, history.acts);
      } catch (error) {
        breaches.push(`${error}`);
      }
    }
    return breaches;
  };

  test('sections written whatever their version: seats are lost or given twice', async () => {
    const breaches = await harmIn((store) => ({
      ...store,
      async writeSection(section) {
        const standing = (await store.sections([section]))[0]?.version ?? 0;
        return store.writeSection({ ...section, version: standing + 1 });
      },
    }));
    expect(breaches.some((breach) => breach.startsWith('S1'))).toBe(true);
  });

  test('baskets written whatever their version: fans exceed their limit', async () => {
    const breaches = await harmIn((store) => ({
      ...store,
      async writeBasket(basket) {
        const standing = (await store.basket(basket)).version;
        return store.writeBasket({ ...basket, version: standing + 1 });
      },
    }));
    expect(breaches.some((breach) => breach.startsWith('S4'))).toBe(true);
  });

  test('the twin itself is a whole one', async () => {
    expect(Object.keys(houseTwin()).sort()).toEqual([
      'addPulse',
      'askBook',
      'basket',
      'baskets',
      'beats',
      'carriedOut',
      'house',
      'levers',
      'noteCarriedOut',
      'openHouse',
      'openRules',
      'rules',
      'sections',
      'wholeHouse',
      'writeAskBook',
      'writeBasket',
      'writeLevers',
      'writeSection',
    ]);
  });
});
