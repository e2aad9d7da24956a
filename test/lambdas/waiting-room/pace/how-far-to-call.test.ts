import { describe, expect, test } from '@jest/globals';
import type { Dials } from '../../../../contracts/line-operation.ts';
import type { Call } from '../../../../lambdas/waiting-room/line/progress.ts';
import { calledSince, callOf, claimGraceMs, slotEnd, tidy } from '../../../../lambdas/waiting-room/pace/calls.ts';
import {
  callFurther,
  hasRoomForReturning,
  outstanding,
  type Readings,
  ratePerMinute,
} from '../../../../lambdas/waiting-room/pace/how-far-to-call.ts';
import { claimWindowMs } from '../../../../lambdas/waiting-room/pace/showing.ts';
import fc from '../../../properties.ts';

const opensAt = 1_000_000;
const dials: Dials = { shopping: 10, perMinute: 100, paused: false, passMinutes: 15, claimMinutes: 5 };
const readings = (more: Partial<Readings> = {}): Readings => ({
  now: opensAt,
  opensAt,
  closesAt: opensAt + 3_600_000,
  drawn: 1000,
  calledUpTo: 0,
  calls: [],
  shoppers: { inUse: 0, claimed: new Set() },
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

  test('a claim on time changes no sum; a pass given back frees its slot at once', () => {
    const first = callFurther(dials, readings());
    const with5 = readings({ ...first, shoppers: { inUse: 5, claimed: new Set([1, 2, 3, 4, 5]) } });
    expect(callFurther(dials, with5).calledUpTo).toBe(10);
    const with3 = readings({ ...first, shoppers: { inUse: 3, claimed: new Set([1, 2, 3, 4, 5]) } });
    expect(callFurther(dials, with3).calledUpTo).toBe(12);
  });

  test('the slot of a no-show is free when the window and the grace are over', () => {
    const first = callFurther(dials, readings());
    const free = opensAt + 10_000 + 300_000 + claimGraceMs;
    expect(callFurther(dials, readings({ ...first, now: free - 1 })).calledUpTo).toBe(10);
    expect(callFurther(dials, readings({ ...first, now: free })).calledUpTo).toBe(20);
  });

  test('when more came late than the dial has room for, nobody is called until it has', () => {
    expect(callFurther(dials, readings({ shoppers: { inUse: 12, claimed: new Set() } })).calledUpTo).toBe(0);
  });

  test('a window is never longer than a pass', () => {
    expect(claimWindowMs({ claimMinutes: 60, passMinutes: 2 })).toBe(120_000);
    expect(claimWindowMs({ claimMinutes: 5, passMinutes: 15 })).toBe(300_000);
  });
});

describe('a second turn', () => {
  test('only if those who are next leave room', () => {
    const busy = { inUse: 9, claimed: new Set<number>() };
    expect(hasRoomForReturning(dials, readings({ shoppers: busy }))).toBe(false);
    expect(hasRoomForReturning(dials, readings({ shoppers: busy, calledUpTo: 1000 }))).toBe(true);
    expect(hasRoomForReturning({ ...dials, paused: true }, readings({ shoppers: busy, calledUpTo: 1000 }))).toBe(false);
  });

  test('what the ceiling keeps others from taking is room', () => {
    expect(hasRoomForReturning({ ...dials, perMinute: 3 }, readings())).toBe(true);
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
        const shoppers = { inUse: 0, claimed: new Set(claimed) };
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
