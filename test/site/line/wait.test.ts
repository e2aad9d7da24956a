import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { estimate, tell } from '../../../site/line/wait.ts';
import { waitWords } from '../../../site/words/line.ts';

describe('the wait', () => {
  test('nobody can say while the rate is unknown', () => {
    expect(estimate(100, 0)).toBeUndefined();
  });

  test('the range holds what the rate says', () => {
    fc.assert(
      fc.property(fc.nat(1_000_000), fc.integer({ min: 1, max: 10_000 }), (ahead, rate) => {
        const minutes = (ahead + 1) / rate;
        const wait = estimate(ahead, rate);
        if (!wait) throw new Error('the rate is known');
        expect(wait.least).toBeLessThanOrEqual(minutes + 0.01 + (minutes >= 10 ? 8 : 0));
        expect(wait.most).toBeGreaterThanOrEqual(Math.floor(minutes));
        expect(wait.least).toBeLessThanOrEqual(wait.most);
      }),
    );
  });

  test('what was told is not taken back for a small change', () => {
    const told = { least: 8, most: 12 };
    expect(tell(told, { least: 10, most: 15 })).toBe(told);
    expect(tell(told, { least: 6, most: 9 })).toEqual({ least: 6, most: 9 });
    expect(tell(told, undefined)).toBe(told);
  });

  test('and if it must be, that is said', () => {
    expect(tell({ least: 8, most: 12 }, { least: 20, most: 30 })).toEqual({ least: 20, most: 30, longer: true });
  });

  test.each([
    [{ least: 0, most: 1 }, 'About a minute'],
    [{ least: 0, most: 2 }, 'Less than 2 minutes'],
    [{ least: 4, most: 6 }, 'About 4 to 6 minutes'],
    [{ least: 5, most: 5 }, 'About 5 minutes'],
    [{ least: 50, most: 75 }, 'About an hour'],
    [{ least: 90, most: 120 }, 'About 1½ to 2 hours'],
    [{ least: 120, most: 120 }, 'About 2 hours'],
  ])('%j is said as %s', (wait, words) => {
    expect(waitWords(wait)).toBe(words);
  });
});
