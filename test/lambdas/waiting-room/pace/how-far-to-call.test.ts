import { describe, expect, test } from '@jest/globals';
import type { Dials } from '../../../../contracts/line-operation.ts';
import type { Call } from '../../../../lambdas/waiting-room/line/progress.ts';
import { nobody } from '../../../../lambdas/waiting-room/line/shoppers-store.ts';
import { calledSince, callOf, claimGraceMs, slotEnd, tidy } from '../../../../lambdas/waiting-room/pace/calls.ts';
import {
  callFurther,
  freeSlots,
  outstanding,
  type Readings,
  ratePerMinute,
} from '../../../../lambdas/waiting-room/pace/how-far-to-call.ts';
import { recallWindowMs } from '../../../../lambdas/waiting-room/pace/recalls.ts';
import { claimWindowMs } from '../../../../lambdas/waiting-room/pace/showing.ts';
import fc from '../../../properties.ts';

const opensAt = 1_000_000;
const dials: Dials = { shopping: 10, perMinute: 100, paused: false, passMinutes: 15, claimMinutes: 5 };
const range = (first: number, last: number) => Array.from({ length: last - first + 1 }, (_, at) => first + at);
const names = (positions: readonly number[]) => new Set(positions.map((position) => `${position}.1`));
/** The first passes of these positions; and of others that are over. */
const shopping = (positions: readonly number[], over: readonly number[] = []) => ({
  ...nobody,
  inUse: names(positions),
  claimed: new Set([...positions, ...over]),
});
const readings = (more: Partial<Readings> = {}): Readings => ({
  now: opensAt,
  opensAt,
  closesAt: opensAt + 3_600_000,
  drawn: 1000,
  calledUpTo: 0,
  calls: [],
  shoppers: nobody,
  ...more,
});

describe('how far to call', () => {
  test('at the doors, as many as may shop', () => {
    const called = callFurther(dials, readings());
    expect(called.calledUpTo).toBe(10);
    expect(called.calls).toEqual([{ calledAt: opensAt, from: 0, upTo: 10, claimBy: opensAt + 10_000 + 300_000 }]);
  });

  test.each([
    ['before the doors', { now: opensAt - 1 }, {}],
    ['after the end', { now: opensAt + 3_600_000 }, {}],
    ['while paused', {}, { paused: true }],
    ['when nobody may shop', {}, { shopping: 0 }],
    ['when all are called', { calledUpTo: 1000 }, {}],
  ])('nobody %s', (_, more, turned) => {
    const given = readings(more);
    expect(callFurther({ ...dials, ...turned }, given).calledUpTo).toBe(given.calledUpTo);
  });

  test('the ceiling holds over any minute, to the second', () => {
    const few = { ...dials, perMinute: 4 };
    const first = callFurther(few, readings());
    expect(first.calledUpTo).toBe(4);
    const calledAfter = (ms: number) => callFurther(few, readings({ ...first, now: opensAt + ms })).calledUpTo;
    expect(calledAfter(59_999)).toBe(4);
    expect(calledAfter(60_000)).toBe(8);
  });

  test('nobody into a full house; and when seats come back, the next in line, one for each', () => {
    const soldOut = readings({ calledUpTo: 10, stock: { free: 0 } });
    expect(callFurther(dials, soldOut).calledUpTo).toBe(10);
    const returned = callFurther(dials, { ...soldOut, stock: { free: 2 } });
    expect(returned.calledUpTo).toBe(12);
    expect(callFurther(dials, readings({ ...returned, stock: { free: 2 } })).calledUpTo).toBe(12);
    expect(callFurther(dials, readings({ ...returned, stock: { free: 3 } })).calledUpTo).toBe(13);
  });

  test('a claim on time changes no sum; a pass that is in use no more frees its slot', () => {
    const first = callFurther(dials, readings());
    const with5 = readings({ ...first, shoppers: shopping([1, 2, 3, 4, 5]) });
    expect(callFurther(dials, with5).calledUpTo).toBe(10);
    const with3 = readings({ ...first, shoppers: shopping([1, 2, 3], [4, 5]) });
    expect(callFurther(dials, with3).calledUpTo).toBe(12);
  });

  test('the slot of a no-show is free when the window and the grace are over', () => {
    const first = callFurther(dials, readings());
    const free = opensAt + 10_000 + 300_000 + claimGraceMs;
    expect(callFurther(dials, readings({ ...first, now: free - 1 })).calledUpTo).toBe(10);
    expect(callFurther(dials, readings({ ...first, now: free })).calledUpTo).toBe(20);
  });

  test('when vouchers brought in more than the dial has room for, nobody is called until it has', () => {
    expect(callFurther(dials, readings({ shoppers: shopping(range(900, 911)) })).calledUpTo).toBe(0);
  });

  test('a window is never longer than a pass', () => {
    expect(claimWindowMs({ claimMinutes: 60, passMinutes: 2 })).toBe(120_000);
    expect(claimWindowMs({ claimMinutes: 5, passMinutes: 15 })).toBe(300_000);
  });
});

describe('late, and returning', () => {
  /** Ten were called long ago; six of them shop. */
  const busy = { calledUpTo: 10, shoppers: shopping(range(1, 6)) };
  const recalledOf = ({ recalls = [] }: ReturnType<typeof callFurther>) => recalls.flatMap(({ passes }) => passes);

  test('the late take the next free slots, the oldest position first; the next in line take the rest', () => {
    const called = callFurther(dials, readings({ ...busy, wishes: new Set(['10.1', '7.1']) }));
    expect(recalledOf(called)).toEqual(['7.1', '10.1']);
    expect(called.calledUpTo).toBe(12);
    const crowd = callFurther(
      dials,
      readings({ ...busy, shoppers: shopping(range(1, 5)), wishes: names(range(6, 14)) }),
    );
    expect(recalledOf(crowd)).toEqual(['6.1', '7.1', '8.1', '9.1', '10.1']);
    expect(crowd.calledUpTo).toBe(10);
  });

  test('who returns takes what the late and the next leave free', () => {
    const wishes = new Set(['3.2', '7.1']);
    expect(recalledOf(callFurther(dials, readings({ ...busy, wishes })))).toEqual(['7.1']);
    const few = callFurther(dials, readings({ ...busy, drawn: 12, wishes }));
    expect(few.calledUpTo).toBe(12);
    expect(recalledOf(few)).toEqual(['7.1', '3.2']);
    const ceiling = callFurther({ ...dials, perMinute: 2 }, readings({ ...busy, wishes }));
    expect([recalledOf(ceiling), ceiling.calledUpTo]).toEqual([['7.1'], 11]);
  });

  test.each([
    ['while paused', {}, { paused: true }],
    ['while the house is in trouble', { halted: {} }, {}],
    ['after the end', { now: opensAt + 3_600_000 }, {}],
    ['when no seat is free', { stock: { free: 0 } }, {}],
    ['over a dial that was turned down', {}, { shopping: 6 }],
  ])('nobody is recalled %s', (_, more, turned) => {
    const given = readings({ ...busy, ...more, wishes: new Set(['7.1', '3.2']) });
    expect(recalledOf(callFurther({ ...dials, ...turned }, given))).toEqual([]);
  });

  test('a recall keeps its slot for a minute and the grace; one who does not come blocks nobody any longer', () => {
    const wishes = new Set(['7.1', '8.1', '9.1', '10.1']);
    const first = callFurther(dials, readings({ ...busy, wishes }));
    expect(first.calledUpTo).toBe(10);
    const over = opensAt + recallWindowMs + claimGraceMs;
    const at = (now: number) => callFurther(dials, readings({ ...busy, ...first, now, wishes: new Set() }));
    expect(at(over - 1).calledUpTo).toBe(10);
    expect(at(over).calledUpTo).toBe(14);
  });

  test('a recalled pass that is claimed changes no sum, and is recalled once', () => {
    const wishes = new Set(['7.1', '8.1']);
    const first = callFurther(dials, readings({ ...busy, wishes }));
    const came = readings({ ...first, shoppers: shopping(range(1, 8)), wishes });
    const second = callFurther(dials, came);
    expect(second).toMatchObject({ calledUpTo: first.calledUpTo });
    expect(recalledOf(second)).toEqual(['7.1', '8.1']);
    expect(freeSlots(dials, came)).toBe(0);
  });

  test('a moment late, while the slot of the call is still kept: it is theirs, also in a full room and while paused', () => {
    const first = callFurther(dials, readings());
    const now = opensAt + 10_000 + 300_000 + 1000;
    const late = readings({ ...first, now, shoppers: shopping(range(1, 9)), wishes: new Set(['10.1']) });
    const recalled = callFurther({ ...dials, paused: true }, late);
    expect(recalledOf(recalled)).toEqual(['10.1']);
    expect(freeSlots(dials, { ...late, ...recalled })).toBe(0);
    const later = { ...late, ...recalled, now: now + claimGraceMs, wishes: new Set<string>() };
    expect(freeSlots(dials, later)).toBe(0);
  });

  test('a claim that was counted and cut short takes no second slot; but none that was counted too late', () => {
    const full = { calledUpTo: 10, shoppers: shopping(range(1, 10)), wishes: new Set(['10.1']) };
    expect(recalledOf(callFurther(dials, readings(full)))).toEqual(['10.1']);
    const over = { ...full, shoppers: shopping([...range(1, 10), 900]) };
    expect(recalledOf(callFurther(dials, readings(over)))).toEqual([]);
  });

  test('whatever is asked for and whoever comes: passes and kept slots never exceed the dial', () => {
    const step = fc.record({
      wait: fc.integer({ min: 1, max: 30_000 }),
      asks: fc.array(fc.tuple(fc.integer({ min: 1, max: 60 }), fc.integer({ min: 1, max: 2 })), { maxLength: 8 }),
      comes: fc.array(fc.nat(), { maxLength: 8 }),
      leaves: fc.array(fc.nat(), { maxLength: 4 }),
      paused: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
        let now = opensAt;
        let called: ReturnType<typeof callFurther> = { calledUpTo: 0, calls: [] };
        const inUse = new Set<string>();
        const claimed = new Set<number>();
        for (const { wait, asks, comes, leaves, paused } of steps) {
          now += wait;
          const mayCome = [
            ...called.calls.filter(({ claimBy }) => now <= claimBy).flatMap(({ from, upTo }) => range(from + 1, upTo)),
          ]
            .filter((position) => !claimed.has(position))
            .map((position) => `${position}.1`)
            .concat((called.recalls ?? []).filter(({ claimBy }) => now <= claimBy).flatMap(({ passes }) => passes));
          for (const one of comes) {
            const name = mayCome[one % Math.max(1, mayCome.length)];
            if (name === undefined) continue;
            inUse.add(name);
            claimed.add(Number.parseInt(name, 10));
          }
          expect(inUse.size).toBeLessThanOrEqual(dials.shopping);
          for (const one of leaves) inUse.delete([...inUse][one % Math.max(1, inUse.size)] ?? '');
          const shoppers = { ...nobody, inUse, claimed };
          const wishes = new Set(
            asks.filter(([position]) => position <= called.calledUpTo).map(([position, n]) => `${position}.${n}`),
          );
          const given = readings({ ...called, now, shoppers, wishes });
          called = callFurther({ ...dials, paused }, given);
          expect(freeSlots(dials, { ...given, ...called })).toBeGreaterThanOrEqual(0);
        }
      }),
    );
  });
});

describe('calls', () => {
  const call = (second: number, from: number, upTo: number, claimBy = opensAt + 400_000): Call => ({
    calledAt: opensAt + second * 1000,
    from,
    upTo,
    claimBy,
  });

  test('slots are 10 s from the doors', () => {
    expect([0, 9_999, 10_000].map((ms) => slotEnd(opensAt, opensAt + ms) - opensAt)).toEqual([10_000, 10_000, 20_000]);
  });

  test('which call called a position', () => {
    const calls = [call(0, 0, 10), call(1, 10, 11)];
    expect([1, 10, 11, 12].map((position) => callOf(calls, position)?.upTo)).toEqual([10, 10, 11, undefined]);
    expect(calledSince(calls, opensAt)).toBe(1);
  });

  test('kept to the second for a minute, then a slot is one, then forgotten', () => {
    const calls = [call(0, 0, 5), call(3, 5, 6, opensAt + 500_000), call(9, 6, 8), call(10, 8, 9)];
    expect(tidy(calls, opensAt, opensAt + 30_000)).toEqual(calls);
    expect(tidy(calls, opensAt, opensAt + 80_000)).toEqual([
      { ...call(9, 0, 8), claimBy: opensAt + 500_000 },
      call(10, 8, 9),
    ]);
    expect(tidy(calls, opensAt, opensAt + 600_000)).toEqual([]);
  });

  test('tidying changes no decision', () => {
    const slices = fc.array(fc.record({ gap: fc.nat(20), count: fc.integer({ min: 1, max: 9 }) }), { maxLength: 60 });
    fc.assert(
      fc.property(slices, fc.nat(900), fc.array(fc.integer({ min: 1, max: 300 })), (made, later, claimed) => {
        let second = 0;
        let upTo = 0;
        const calls = made.map(({ gap, count }) => {
          second += gap;
          upTo += count;
          return call(second, upTo - count, upTo, slotEnd(opensAt, opensAt + second * 1000) + 120_000);
        });
        const now = opensAt + second * 1000 + later * 1000;
        const shoppers = { ...nobody, claimed: new Set(claimed) };
        const tidied = tidy(calls, opensAt, now);
        expect(outstanding({ calls: tidied, shoppers, now })).toBe(outstanding({ calls, shoppers, now }));
        expect(calledSince(tidied, now - 60_000)).toBe(calledSince(calls, now - 60_000));
        expect(ratePerMinute({ calls: tidied, now, opensAt })).toBeGreaterThanOrEqual(0);
        for (let position = 1; position <= upTo; position += 7) {
          const onTime = (list: readonly Call[]) => (callOf(list, position)?.claimBy ?? 0) >= now;
          expect(onTime(tidied)).toBe(onTime(calls));
        }
      }),
    );
  });

  test('the rate is that of the last two minutes; in the first minute, of a minute', () => {
    const calls = [call(0, 0, 60), call(100, 60, 90)];
    const at = (second: number) =>
      ratePerMinute({
        calls: calls.filter((made) => made.calledAt <= opensAt + second * 1000),
        now: opensAt + second * 1000,
        opensAt,
      });
    expect([0, 30, 60, 90, 100, 120, 219, 220].map(at)).toEqual([60, 60, 60, 40, 54, 15, 15, 0]);
  });
});
