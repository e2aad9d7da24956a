import { describe, expect, test } from '@jest/globals';
import { tenths } from '../../rules/chance.ts';
import { sayable } from '../../rules/sayable-wait.ts';
import { type ToldWait, tell } from '../../rules/told-wait.ts';
import { estimate, waitAt } from '../../rules/wait.ts';
import { minutes } from '../../words/en/line.ts';
import fc from '../properties.ts';

describe('the wait', () => {
  test('nobody can say while the rate is unknown', () => {
    expect(estimate(100, 0)).toBeUndefined();
  });

  test('a fan behind four others is the fifth to be called, and one with nobody before is called at once', () => {
    expect(estimate(4, 1)?.half).toBe(5);
    for (const ahead of [0, -3]) expect(waitAt({ rate: 1 }, ahead)?.[0]).toBeCloseTo(0.1, 5);
  });

  test('half are called by the first, nine of ten by the second: what the odds say, in round numbers', () => {
    fc.assert(
      fc.property(fc.nat(100_000), fc.integer({ min: 1, max: 10_000 }), (ahead, rate) => {
        const wait = estimate(ahead, rate);
        const [half, most] = waitAt({ rate }, ahead + 1) ?? [0, 0];
        if (!wait) throw new Error('the rate is known');
        expect(Math.abs(wait.half - half)).toBeLessThanOrEqual(half > 59 ? 7.5 : half > 10 ? 2.5 : 1);
        expect(wait.most).toBeGreaterThanOrEqual(most);
        expect(wait.most).toBeGreaterThanOrEqual(wait.half);
      }),
    );
  });

  test('numbers are those that people say', () => {
    expect(sayable([0.2, 0.4])).toEqual({ half: 1, most: 1 });
    expect(sayable([6.4, 8.1])).toEqual({ half: 6, most: 9 });
    expect(sayable([12.2, 16.1])).toEqual({ half: 10, most: 20 });
    expect(sayable([70, 96])).toEqual({ half: 75, most: 105 });
    // From ten minutes on in fives, from an hour on in quarters.
    expect(sayable([10.6, 10.6])).toEqual({ half: 10, most: 15 });
    expect(sayable([60.5, 60.5])).toEqual({ half: 60, most: 75 });
  });

  const minute = 60_000;
  /** The words for answers that come one by one, each so many minutes after the doors. */
  const told = (...given: readonly (readonly [at: number, half: number, most: number])[]) =>
    given.reduce<ToldWait | undefined>((so, [at, half, most]) => tell(so, { half, most }, at * minute), undefined);

  test('an earlier answer is not taken back for a small change', () => {
    expect(told([0, 8, 12], [1, 10, 15])).toMatchObject({ half: 8, most: 12 });
    expect(told([0, 8, 12], [1, 6, 9])).toMatchObject({ half: 6, most: 9 });
    expect(told([0, 8, 12], [1, 7, 12])).toMatchObject({ half: 7, most: 12 });
    expect(told([0, 8, 12], [1, 20, 24])).toMatchObject({ half: 8, most: 12 });
    const first = told([0, 8, 12]);
    expect(tell(first, undefined, minute)).toBe(first);
    expect(tell(undefined, undefined, minute)).toBeUndefined();
  });

  test('and if it must be, that is said', () => {
    expect(told([0, 8, 12], [1, 20, 30])).toMatchObject({ half: 20, most: 30, longer: true });
    expect(told([0, 8, 12], [1, 20, 30], [2, 19, 29])).not.toHaveProperty('longer');
  });

  test('answers far apart within two minutes are told as what they are: between', () => {
    expect(told([0, 45, 60], [0.8, 25, 35])).toMatchObject({ least: 25, half: 45, most: 60 });
    // Two minutes on, what was far off counts no longer.
    expect(told([0, 45, 60], [0.8, 25, 35], [2.1, 24, 34])).toMatchObject({ half: 24, most: 34 });
    expect(told([0, 45, 60], [0.8, 25, 35], [2.1, 24, 34])).not.toHaveProperty('least');
  });

  test('a wait that passes as it was told is steady, however fast the pages look', () => {
    for (const [half, step] of [
      [40, 0.05],
      [12, 1],
      [4, 0.05],
    ] as const) {
      let so: ToldWait | undefined;
      for (let at = 0; at < half; at += step) {
        const next = sayable([half - at, (half - at) * 1.3]);
        so = tell(so, next, at * minute);
        expect(so).not.toHaveProperty('least');
      }
    }
  });

  test.each([
    [1, 'a minute'],
    [12, '12 minutes'],
    [60, 'an hour'],
    [90, '1½ hours'],
    [120, '2 hours'],
  ])('%i minutes are said as %s', (n, words) => {
    expect(minutes(n)).toBe(words);
  });
});

describe('the chance', () => {
  test.each([
    [0, 0],
    [0.049, 0],
    [0.05, 1],
    [0.31, 3],
    [0.44, 4],
    [0.56, 6],
    [0.86, 9],
    [0.94, 9],
    [0.95, 10],
    [1, 10],
  ])('%d is told as %i tenths', (chance, told) => {
    expect(tenths(chance)).toBe(told);
  });
});
