import { describe, expect, test } from '@jest/globals';
import { type MinuteColumns, minuteMs, mostPoints, withPoint } from '../../rules/minute-history.ts';
import fc from '../properties.ts';

const empty: MinuteColumns<'sold'> = { at: [], sold: [] };
const historyOf = (minutes: number, merging: 'first' | 'sum', from = empty) =>
  Array.from({ length: minutes }, (_, n) => n).reduce(
    (columns, n) => withPoint(columns, { at: n * minuteMs, sold: n + 1 }, merging),
    from,
  );

describe('what was, minute by minute', () => {
  test('a minute has one point: a second one of it, or an older one, changes nothing', () => {
    const two = historyOf(2, 'first');
    expect(two).toEqual({ at: [0, minuteMs], sold: [1, 2] });
    expect(withPoint(two, { at: minuteMs, sold: 9 }, 'first')).toBe(two);
    expect(withPoint(two, { at: 0, sold: 9 }, 'first')).toBe(two);
  });

  test('of a long morning the older half is coarser, and its sums are kept', () => {
    const long = historyOf(mostPoints + 1, 'sum');
    expect(long.at.length).toBeLessThan(mostPoints);
    expect(long.at.slice(0, 3)).toEqual([0, 2 * minuteMs, 4 * minuteMs]);
    expect(long.at.slice(-2)).toEqual([(mostPoints - 1) * minuteMs, mostPoints * minuteMs]);
    expect(long.sold[0]).toBe(1 + 2);
  });

  test('whatever the length: bounded, in order, and no sum is lost', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 3000 }), (minutes) => {
        const { at, sold } = historyOf(minutes, 'sum');
        expect(at.length).toBeLessThanOrEqual(mostPoints);
        expect([...at].sort((a, b) => a - b)).toEqual(at);
        expect(sold.reduce((sum, one) => sum + one, 0)).toBe((minutes * (minutes + 1)) / 2);
      }),
      { numRuns: 20 },
    );
  });
});
