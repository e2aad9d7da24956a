import { describe, expect, test } from '@jest/globals';
import type { HouseAsk } from '../../../../contracts/house.ts';
import { houseTwin } from '../../../../lambdas/seating/house/house.twin.ts';
import { type Around, Killed, through, wasKilled } from '../../../interrupted.ts';
import { best, change, drawPlan, hold, holdName, minute, noon, openStage, sell, stalls } from '../small-stage.ts';

/* An order whose performance was cancelled takes seats in another house: all of its parties or none, once. */

type SeatAnew = Extract<HouseAsk, { ask: 'seat-anew' }>;

const anew = (
  id: number,
  parties: SeatAnew['parties'],
  { fan = 'ada', order = 'order-1', askedAt = noon } = {},
): SeatAnew => ({
  ask: 'seat-anew',
  id: `${order}-${holdName(id)}-1`,
  performance: 'evening',
  onSale: 'friends',
  fan,
  hold: holdName(id),
  order,
  change: 1,
  parties,
  askedAt,
});

describe('seats anew', () => {
  test('are the best of each price, sold at once and named to ordering', async () => {
    const house = await openStage(stalls('ooooob'));
    const ask = anew(1, [
      { count: 2, category: 'a' },
      { count: 1, category: 'b' },
    ]);
    expect(await house.ask([ask])).toEqual(['changed']);
    const [seats] = [(await house.held()).get(holdName(1))];
    expect(seats).toHaveLength(3);
    expect(seats).toContain('stalls-A-6');
    expect(await house.entry(1, 'ada')).toMatchObject({ state: 'sold', order: 'order-1', seats: 3, change: 1 });
    expect(house.told).toMatchObject([{ outcome: 'changed', change: 1, order: 'order-1', seats }]);
    expect(house.told[0]?.named?.map(({ id, category }) => `${id} ${category}`).sort()).toEqual(
      [...(seats ?? [])].sort().map((id) => `${id} ${id === 'stalls-A-6' ? 'b' : 'a'}`),
    );
  });

  test('are all or none: a party that cannot sit takes nothing for the others', async () => {
    const house = await openStage(stalls('oooob'));
    const ask = anew(1, [
      { count: 2, category: 'a' },
      { count: 2, category: 'b' },
    ]);
    expect(await house.ask([ask])).toEqual(['not-enough-seats']);
    expect(await house.held()).toEqual(new Map());
    expect(house.told).toMatchObject([{ outcome: 'kept', change: 1 }]);
  });

  test('told again, they are the same; also when the order has changed them since', async () => {
    const house = await openStage(stalls('oooooo'));
    const ask = anew(1, [{ count: 2, category: 'a' }]);
    await house.ask([ask, ask]);
    expect(await house.ask([ask], noon + 50 * minute)).toEqual(['again']);
    const [first, ...others] = house.told;
    expect(others).toEqual([first, first]);
    const from = first?.seats ?? [];
    const given = { order: 'order-1', hold: holdName(1), fan: 'ada', performance: 'evening' };
    await house.ask([change(given, 2, from, from.slice(0, 1))]);
    expect(await house.ask([ask])).toEqual(['again']);
    expect((await house.held()).get(holdName(1))).toEqual(from.slice(0, 1));
    await house.ask([change(given, 3, from.slice(0, 1), [])]);
    expect(await house.ask([ask])).toEqual(['again']);
    expect(await house.held()).toEqual(new Map());
  });

  test('a refusal stands, also when seats are free again and when it was forgotten', async () => {
    const house = await openStage(stalls('oo'));
    await house.ask([hold(9, 'bob', best(2))]);
    const ask = anew(1, [{ count: 1, category: 'a' }]);
    expect(await house.ask([ask])).toEqual(['not-enough-seats']);
    expect(await house.ask([ask], noon + 20 * minute)).toEqual(['again']);
    expect(await house.ask([ask], noon + 30 * 60 * minute)).toEqual(['again']);
    const late = anew(2, [{ count: 1, category: 'a' }]);
    expect(await house.ask([late], noon + 3 * minute)).toEqual(['lost']);
    expect(new Set(house.told.map(({ outcome }) => outcome))).toEqual(new Set(['kept']));
    expect((await house.held(noon + 20 * minute)).size).toBe(0);
  });

  test('keep the limits of a fan and the places for wheelchairs', async () => {
    const house = await openStage(stalls('ooooooowc'), { seatsPerFan: 3 });
    await house.ask([hold(9, 'ada', best(2)), sell(9, 'ada', ['stalls-A-3', 'stalls-A-4'])]);
    expect(await house.ask([anew(1, [{ count: 2, category: 'a' }])])).toEqual(['over-limit']);
    expect(await house.ask([anew(2, [{ count: 2, access: 'wheelchair' }], { fan: 'bob' })])).toEqual(['changed']);
    expect((await house.held()).get(holdName(2))).toEqual(['stalls-A-8', 'stalls-A-9']);
    expect(await house.ask([anew(3, [{ count: 1, access: 'wheelchair' }], { fan: 'cy' })])).toEqual([
      'not-enough-seats',
    ]);
  });

  test('killed at any call, two at work: seats are sold once, all of them, and told as they are', async () => {
    const plan = drawPlan({
      left: { rows: ['oo'], neighbours: ['right'] },
      right: { rows: ['oob'], x: 9, neighbours: ['left'] },
    });
    const batch = [
      anew(1, [
        { count: 4, category: 'a' },
        { count: 1, category: 'b' },
      ]),
      anew(2, [{ count: 1, category: 'a' }], { fan: 'bob', order: 'order-2' }),
    ];
    for (let nth = 1; ; nth++) {
      let around: Around = (call) => call();
      let calls = 0;
      const stage = await openStage(plan, { store: through(houseTwin(), (call, name) => around(call, name)) });
      around = async (call) => {
        if (++calls === nth) throw new Killed();
        const done = await call();
        if (++calls === nth) throw new Killed();
        return done;
      };
      const fault = await stage.ask(batch, noon, stage.newAllocator()).catch((error: unknown) => error);
      around = (call) => call();
      if (wasKilled(fault))
        await Promise.all([
          stage.ask(batch, noon, stage.newAllocator()),
          stage.ask(batch, noon, stage.newAllocator()).catch(() => {}),
        ]);
      const held = await stage.held();
      expect([nth, [...(held.get(holdName(1)) ?? [])].sort()]).toEqual([
        nth,
        ['left-A-1', 'left-A-2', 'right-A-1', 'right-A-2', 'right-A-3'],
      ]);
      expect(held.has(holdName(2))).toBe(false);
      for (const { hold: name, outcome, seats } of stage.told)
        expect([nth, outcome, [...seats].sort()]).toEqual(
          name === holdName(1) ? [nth, 'changed', [...(held.get(name) ?? [])].sort()] : [nth, 'kept', []],
        );
      if (calls < nth) break;
    }
  });
});
