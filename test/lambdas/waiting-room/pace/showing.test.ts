import { describe, expect, test } from '@jest/globals';
import type { Dials } from '../../../../contracts/line-operation.ts';
import type { Call, Showing } from '../../../../lambdas/waiting-room/line/progress.ts';
import { nobody, wishAgeMs } from '../../../../lambdas/waiting-room/line/shoppers-store.ts';
import { callOf, claimGraceMs } from '../../../../lambdas/waiting-room/pace/calls.ts';
import { callFurther, type Readings } from '../../../../lambdas/waiting-room/pace/how-far-to-call.ts';
import { isRecalled } from '../../../../lambdas/waiting-room/pace/recalls.ts';
import {
  emptyRoomMs,
  endWindows,
  learn,
  nothingLearned,
  shortestWindowMs,
  windowMs,
  windowNowMs,
} from '../../../../lambdas/waiting-room/pace/showing.ts';
import fc from '../../../properties.ts';

const opensAt = 1_000_000;
const dials: Dials = { shopping: 100, perMinute: 10_000, paused: false, passMinutes: 15, claimMinutes: 10 };
const longest = 600_000;

const aCall = (more: Partial<Call> = {}): Call => ({
  calledAt: opensAt,
  from: 0,
  upTo: 100,
  claimBy: opensAt + longest,
  ...more,
});
const first = (count: number) => new Set(Array.from({ length: count }, (_, at) => at + 1));

describe('learning', () => {
  test('each who came counts once, at the age at which they were first seen', () => {
    const soon = learn(nothingLearned, [aCall()], first(30), opensAt + 5000);
    const later = learn(soon.showing, soon.calls, first(50), opensAt + 25_000);
    expect(later.showing.ages.slice(0, 4).map(Math.round)).toEqual([28, 0, 20, 0]);
    expect(later.calls[0]?.came).toBe(50);
    expect(learn(later.showing, later.calls, first(50), opensAt + 26_000)).toEqual(later);
  });

  test('what never came is learned once the window and its grace are over', () => {
    const over = opensAt + longest + claimGraceMs;
    const before = learn(nothingLearned, [aCall()], first(60), over - 1);
    expect(before.showing).toMatchObject({ called: 0, came: 0 });
    const after = learn(before.showing, before.calls, new Set(), over);
    expect(after.showing).toMatchObject({ called: 100, came: 60 });
    expect(learn(after.showing, after.calls, new Set(), over + 1000).showing).toBe(after.showing);
  });

  test('the last minutes count more: half as much after three', () => {
    const old: Showing = { ages: [64], called: 64, came: 32, learnedAt: opensAt };
    const { showing } = learn(old, [aCall({ calledAt: opensAt + 180_000 })], first(10), opensAt + 180_000);
    expect(showing.ages[0]).toBeCloseTo(42);
    expect(showing.called).toBeCloseTo(32);
  });
});

describe('how long a slot is kept', () => {
  const seen = (...ages: number[]): Showing => ({ ages, called: 0, came: 0, learnedAt: opensAt });

  test('as the dial says, while too few came to tell', () => {
    expect(windowMs(nothingLearned, dials)).toBe(longest);
    expect(windowMs(seen(19), dials)).toBe(longest);
  });

  test('until 19 of 20 have come, and half as long again', () => {
    expect(windowMs(seen(50, 30, 15, 5), dials)).toBe(45_000);
    expect(windowMs(seen(50, 30, 14, 6), dials)).toBe(60_000);
    expect(windowMs(seen(100), dials)).toBe(shortestWindowMs);
  });

  test('never longer than the dial, nor when many come very late', () => {
    expect(windowMs(seen(50, 30, 15, 5), { ...dials, claimMinutes: 0.5 })).toBe(30_000);
    expect(windowMs(seen(50, ...new Array<number>(28).fill(0), 50), dials)).toBe(longest);
  });

  test('a window that ends never opens again, and ends no sooner than every claim can know', () => {
    const now = opensAt + 40_000;
    const [ended] = endWindows([aCall()], { window: 30_000, inUse: 1, now });
    expect(ended?.claimBy).toBe(now + 1000);
    expect(endWindows([ended as Call], { window: longest, inUse: 1, now: now + 2000 })).toEqual([ended]);
  });

  test('the floor: nobody in the room and nobody came for a minute', () => {
    const at = (now: number, inUse = 0) => endWindows([aCall()], { window: longest, inUse, now })[0]?.claimBy;
    expect(at(opensAt + emptyRoomMs - 1)).toBe(opensAt + longest);
    expect(at(opensAt + emptyRoomMs)).toBe(opensAt + emptyRoomMs + 1000);
    expect(at(opensAt + emptyRoomMs, 1)).toBe(opensAt + longest);
  });
});

/**
 * Ticks every second. The position alone decides who comes and when, and `answered` how long a claim takes to be
 * answered then. A fan who is late asks again every five seconds. Counts how many shop at once.
 */
function play(
  comesAfter: (position: number) => number | undefined,
  minutes: number,
  answered: (now: number) => number = () => 0,
) {
  const stay = 120_000;
  const passes = new Map<number, number>();
  const underWay = new Map<number, { readonly countedAt: number; readonly isKept: boolean }>();
  const askedAt = new Map<number, number>();
  let called: ReturnType<typeof callFurther> = { calledUpTo: 0, calls: [] };
  const calledAt = new Map<number, number>();
  let most = 0;
  for (let now = opensAt; now <= opensAt + minutes * 60_000; now += 1000) {
    for (const [position, at] of calledAt) {
      const after = comesAfter(position);
      const last = askedAt.get(position) ?? Number.NEGATIVE_INFINITY;
      const waits = after === undefined || passes.has(position) || underWay.has(position);
      if (waits || now - at < after || now - last < 5000) continue;
      const call = callOf(called.calls, position);
      const isKept = (call !== undefined && now <= call.claimBy) || isRecalled(called.recalls, `${position}.1`, now);
      underWay.set(position, { countedAt: now + answered(now), isKept });
    }
    for (const [position, { countedAt, isKept }] of underWay) {
      if (now < countedAt) continue;
      underWay.delete(position);
      if (isKept) passes.set(position, now);
      else askedAt.set(position, now);
    }
    const inside = [...passes].filter(([, from]) => now - from < stay).map(([position]) => position);
    most = Math.max(most, inside.length);
    const claimed = new Set([...passes].filter(([, from]) => now - from < 900_000).map(([position]) => position));
    const asking = [...askedAt].filter(([position, at]) => now - at < wishAgeMs && !passes.has(position));
    const readings: Readings = {
      ...called,
      now,
      opensAt,
      closesAt: opensAt + 86_400_000,
      drawn: 1_000_000,
      shoppers: { ...nobody, inUse: new Set(inside.map((position) => `${position}.1`)), claimed },
      wishes: new Set(asking.map(([position]) => `${position}.1`)),
    };
    const before = called.calledUpTo;
    called = callFurther(dials, readings);
    for (let position = before + 1; position <= called.calledUpTo; position += 1) calledAt.set(position, now);
  }
  return { calledUpTo: called.calledUpTo, most, came: passes.size };
}

test('with a third that never comes the line keeps moving: far quicker than the dial’s ten minutes would let it', () => {
  const { calledUpTo, most } = play((position) => (position % 3 === 0 ? undefined : 2000 + (position % 5) * 3000), 20);
  expect(most).toBeLessThanOrEqual(dials.shopping);
  // 100 slots, 2 minutes each: 1,000 in 20 minutes if everyone came. Slots kept for ten minutes would let some 300 in.
  expect(calledUpTo).toBeGreaterThan(800);
});

test('when nobody ever comes it still moves, once a minute', () => {
  const { calledUpTo } = play(() => undefined, 10);
  expect(calledUpTo).toBeGreaterThanOrEqual(700);
});

test('whoever comes whenever: passes never exceed the dial (W3)', () => {
  fc.assert(
    fc.property(
      fc.array(fc.option(fc.nat(400), { nil: undefined, freq: 4 }), { minLength: 7, maxLength: 40 }),
      fc.array(fc.nat(9), { minLength: 1, maxLength: 12 }),
      (haste, slow) => {
        const { most } = play(
          (position) => {
            const seconds = haste[position % haste.length];
            return seconds === undefined ? undefined : seconds * 1000;
          },
          12,
          (now) => 1000 * (slow[Math.floor((now - opensAt) / 60_000) % slow.length] ?? 0),
        );
        expect(most).toBeLessThanOrEqual(dials.shopping);
      },
    ),
    { numRuns: 30 },
  );
});

describe('a bad day', () => {
  /** Everybody comes within 12 s; for four minutes a claim takes a minute until it is answered. */
  const haste = (position: number) => 2000 + (position % 6) * 2000;
  const isBad = (now: number) => now >= opensAt + 6 * 60_000 && now < opensAt + 10 * 60_000;
  const played = (answered: (now: number) => number) => play(haste, 12, answered);

  test('does not feed itself: no more are called than on a good one, and the dial holds', () => {
    const bad = played((now) => (isBad(now) ? 9000 : 0));
    const good = played(() => 0);
    expect(bad.most).toBeLessThanOrEqual(dials.shopping);
    expect(bad.calledUpTo).toBeLessThanOrEqual(good.calledUpTo);
  });

  test('windows are longer while far fewer come than come as a rule, or many are late', () => {
    const usual: Showing = { ages: [100], called: 100, came: 90, learnedAt: opensAt };
    const calls = [aCall({ came: 80 })];
    const windowNow = (came: number, late: number, age = 40_000) =>
      windowNowMs(usual, dials, { calls: [{ ...(calls[0] as Call), came }], late, now: opensAt + age });
    expect(windowNow(80, 0)).toBe(shortestWindowMs);
    expect(windowNow(46, 9)).toBe(shortestWindowMs);
    expect(windowNow(80, 11)).toBe(2 * shortestWindowMs);
    expect(windowNow(44, 0)).toBe(4 * shortestWindowMs);
    // Too early to tell.
    expect(windowNow(0, 0, 10_000)).toBe(shortestWindowMs);
    expect(
      windowNowMs(usual, { ...dials, claimMinutes: 1 }, { calls: [aCall()], late: 0, now: opensAt + 40_000 }),
    ).toBe(60_000);
  });

  test('one who is late and asks has come: windows learn from them', () => {
    const given: Readings = {
      ...{ calledUpTo: 100, calls: [aCall({ claimBy: opensAt + 1000 })], drawn: 100 },
      ...{ now: opensAt + 61_000, opensAt, closesAt: opensAt + 86_400_000 },
      shoppers: nobody,
      wishes: new Set(Array.from(first(30), (position) => `${position}.1`)),
    };
    expect(callFurther(dials, given).showing?.ages[6]).toBe(30);
  });
});
