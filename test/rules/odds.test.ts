import { describe, expect, test } from '@jest/globals';
import type { Odds } from '../../contracts/line.ts';
import { chanceAt } from '../../rules/chance.ts';
import { type OddsReadings, oddsOf, paceOf } from '../../rules/odds.ts';
import { waitAt } from '../../rules/wait.ts';
import fc from '../properties.ts';

const odds: Odds = { left: 400, room: 20, mean: 2, sd: 1.5, err: 0.1 };

const anyOdds = fc.record({
  left: fc.nat(20_000),
  room: fc.nat(5000),
  mean: fc.double({ min: 0.1, max: 6, noNaN: true }),
  sd: fc.double({ min: 0, max: 5, noNaN: true }),
  err: fc.double({ min: 0, max: 1, noNaN: true }),
});
const anyAhead = fc.nat(100_000);

const readings: OddsReadings = {
  stock: { free: 1000, held: 0, sold: 0 },
  calledUpTo: 0,
  outstanding: 0,
  inUse: 0,
};

describe('the chance at a place', () => {
  test('is one half where those before take just what is left', () => {
    // 20 + 179 positions take 398 of the 400, which leaves 2.
    expect(chanceAt(odds, 179, 2)).toBeCloseTo(0.5, 1);
    expect(chanceAt(odds, 60)).toBeGreaterThan(0.99);
    expect(chanceAt(odds, 400)).toBeLessThan(0.01);
  });

  test.each([
    [0, 0.5],
    [0.5, 0.6915],
    [1, 0.8413],
    [1.5, 0.9332],
    [2, 0.9772],
    [-0.5, 0.3085],
    [-1, 0.1587],
    [-2, 0.0228],
  ])('is that of the normal distribution: %d deviations to spare are %d', (z, chance) => {
    // Between the last seat of the party and the next one lies one half: 8.5 of 10 seats are for those before two.
    expect(Math.abs(chanceAt({ left: 10, room: 1, mean: 8.5 - z, sd: 1, err: 0 }, 0, 2) - chance)).toBeLessThan(0.0003);
    // The people's own deviation grows with the root of their number, that of the average with the number.
    const crowd = { left: 1000, room: 60, err: 0, sd: 0 };
    const mean = (deviation: number) => (998.5 - z * deviation) / 100;
    for (const [doubt, deviation] of [
      [{ sd: 2 }, 20],
      [{ err: 0.3 }, 30],
      [{ sd: 4, err: 0.3 }, 50],
    ] as const)
      expect(Math.abs(chanceAt({ ...crowd, ...doubt, mean: mean(deviation) }, 40, 2) - chance)).toBeLessThan(0.0003);
  });

  test('is none when fewer seats are left than the party has heads, and certain when nobody is before', () => {
    expect(chanceAt({ ...odds, left: 1, room: 0 }, 0, 2)).toBe(0);
    expect(chanceAt({ ...odds, left: 1, room: 1, mean: 0 }, 0, 2)).toBe(0);
    expect(chanceAt({ ...odds, left: 2, room: 0 }, 0, 2)).toBe(1);
  });

  test('is a probability, and never grows with those ahead or the size of the party', () => {
    fc.assert(
      fc.property(anyOdds, anyAhead, anyAhead, fc.integer({ min: 1, max: 8 }), (any, ahead, more, party) => {
        const chance = chanceAt(any, ahead, party);
        expect(chance).toBeGreaterThanOrEqual(0);
        expect(chance).toBeLessThanOrEqual(1);
        expect(chanceAt(any, ahead + more, party)).toBeLessThanOrEqual(chance + 1e-12);
        expect(chanceAt(any, ahead, party + 1)).toBeLessThanOrEqual(chance + 1e-12);
      }),
    );
  });

  test('grows with what is left', () => {
    fc.assert(
      fc.property(anyOdds, anyAhead, fc.nat(5000), (any, ahead, more) => {
        expect(chanceAt({ ...any, left: any.left + more }, ahead)).toBeGreaterThanOrEqual(chanceAt(any, ahead) - 1e-12);
      }),
    );
  });
});

describe('the wait at a place', () => {
  test('is unknown while nobody is called', () => {
    expect(waitAt({ rate: 0 }, 10)).toBeUndefined();
  });

  test('is those ahead over the pace, or a little less far back, and longer for nine of ten', () => {
    expect(waitAt({ rate: 60 }, 600)?.[0]).toBeCloseTo(9.6, 1);
    expect(waitAt({ rate: 60 }, 3600)?.[0]).toBeCloseTo(47.1, 1);
  });

  test('of nine in ten is 1.28 deviations longer: half a minute, the root of those ahead, and the doubt of the pace', () => {
    const longer = (ahead: number, spread: number) => {
      const [half = 0, most = 0] = waitAt({ rate: 60, spread }, ahead) ?? [];
      return (most - half) / 1.2816;
    };
    expect(longer(0, 0)).toBeCloseTo(0.5, 5);
    expect(longer(3600, 0)).toBeCloseTo(Math.sqrt(1 + 0.25), 5);
    expect(longer(3600, 0.2)).toBeCloseTo(Math.hypot(1, 0.5, 0.2 * (waitAt({ rate: 60 }, 3600)?.[0] ?? 0)), 5);
  });

  test('grows with those ahead, shrinks with the pace, and is longer the less sure the pace is', () => {
    const rate = fc.double({ min: 0.1, max: 10_000, noNaN: true });
    fc.assert(
      fc.property(rate, anyAhead, anyAhead, (pace, ahead, more) => {
        const at = (places: number, by = pace, spread = 0.1) => waitAt({ rate: by, spread }, places) ?? [];
        const [half = 0, most = 0] = at(ahead);
        expect(most).toBeGreaterThan(half);
        for (const [longerHalf = 0, longerMost = 0] of [at(ahead + more), at(ahead, pace / 2)]) {
          expect(longerHalf).toBeGreaterThanOrEqual(half);
          expect(longerMost).toBeGreaterThanOrEqual(most);
        }
        expect(at(ahead, pace, 0.5)[1]).toBeGreaterThanOrEqual(most);
      }),
    );
  });
});

describe('the odds', () => {
  test('before anyone is called are what is believed', () => {
    expect(oddsOf(readings)).toMatchObject({ left: 1000, room: 0, mean: 2.02 });
  });

  test('of a line under way are these numbers: a worked example, so that nothing in the model moves unnoticed', () => {
    const busy = {
      stock: { free: 3000, held: 400, sold: 1500 },
      calledUpTo: 1000,
      outstanding: 40,
      inUse: 300,
      claimed: 350,
      showing: { called: 300, came: 240 },
    };
    expect(oddsOf(busy)).toEqual({ left: 3048, room: 189, mean: 2.12, sd: 1.77, err: 0.14 });
    expect(oddsOf({ ...busy, line: { since: 20, waiting: 3000, rate: 50 } })).toEqual({
      left: 3048,
      room: 1590,
      mean: 0.77,
      sd: 1.48,
      err: 0.07,
    });
    expect(oddsOf({ ...busy, line: { since: 60, waiting: 500, rate: 20 } })).toEqual({
      left: 3048,
      room: 404,
      mean: 1.26,
      sd: 1.81,
      err: 0.1,
    });
    expect(oddsOf({ ...busy, line: { since: 20, waiting: 0, rate: 0 } })).toEqual({
      left: 3048,
      room: 191,
      mean: 2.11,
      sd: 1.78,
      err: 0.14,
    });
  });

  test('learn how many seats a position takes', () => {
    const seen = (sold: number) =>
      oddsOf({
        ...readings,
        calledUpTo: 600,
        stock: { free: 1000, held: 0, sold },
        showing: { called: 200, came: 180 },
      });
    const [few, many] = [seen(300), seen(1500)];
    expect(few.mean).toBeLessThan(1);
    expect(many.mean).toBeGreaterThan(2.3);
    expect(many.err / many.mean).toBeLessThan(oddsOf(readings).err / oddsOf(readings).mean);
  });

  test('count those inside who have no seats: neither holders nor those who are done', () => {
    const inside = (more: Partial<OddsReadings>) => oddsOf({ ...readings, calledUpTo: 400, inUse: 100, ...more }).room;
    const all = inside({});
    expect(all).toBeGreaterThanOrEqual(100);
    expect(inside({ stock: { free: 1000, held: 100, sold: 0 } })).toBeLessThan(all);
    expect(inside({ claimed: 300 })).toBeLessThan(all);
    expect(inside({ outstanding: 50 })).toBeGreaterThan(all);
  });

  test('give a longer line a better chance when it gives up on the way', () => {
    const line = { since: 20, waiting: 3000, rate: 50 };
    const busy = { ...readings, calledUpTo: 1000, inUse: 300, stock: { free: 3000, held: 400, sold: 1500 } };
    const patient = oddsOf({ ...busy, showing: { called: 300, came: 270 } });
    const known = oddsOf({ ...busy, showing: { called: 300, came: 270 }, line });
    expect(chanceAt(known, 1600)).toBeGreaterThan(chanceAt(patient, 1600));
  });

  test('are finite and not below 0, whatever is read', () => {
    const count = fc.nat(50_000);
    fc.assert(
      fc.property(
        fc.record({ free: count, held: count, sold: count }),
        fc.tuple(count, count, count, count, count, count),
        fc.tuple(fc.double({ min: -60, max: 600, noNaN: true }), fc.double({ min: 0, max: 3000, noNaN: true })),
        (stock, [calledUpTo, outstanding, inUse, claimed, called, waiting], [since, rate]) => {
          const showing = { called, came: Math.floor(called / 2) };
          const made = oddsOf({
            stock,
            calledUpTo,
            outstanding,
            inUse,
            claimed,
            showing,
            line: { since, waiting, rate },
          });
          for (const value of Object.values(made)) {
            expect(Number.isFinite(value)).toBe(true);
            expect(value).toBeGreaterThanOrEqual(0);
          }
        },
      ),
    );
  });
});

describe('the pace', () => {
  const full = { calledUpTo: 300, outstanding: 0, inUse: 300 };

  test('of a room just filled is how fast it will turn over, not how fast it filled', () => {
    expect(paceOf({ ...full, since: 1, lately: 300 })).toBeCloseTo(300 / 7.5, 0);
  });

  test('is then what was measured', () => {
    const after = { calledUpTo: 1300, outstanding: 0, inUse: 300, since: 30, lately: 50 };
    expect(paceOf(after)).toBeGreaterThan(40);
    expect(paceOf(after)).toBeLessThan(50);
    expect(paceOf({ ...after, lately: 20 })).toBeLessThan(paceOf(after));
  });

  test('is nothing before anyone is called', () => {
    expect(paceOf({ calledUpTo: 0, outstanding: 0, inUse: 0, since: -5, lately: 0 })).toBe(0);
  });
});
