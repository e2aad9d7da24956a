import { describe, expect, test } from '@jest/globals';
import { joinDelayMs, type SpreadLine, spreadMsOf } from '../../rules/spread.ts';
import fc from '../properties.ts';

const nine = Date.UTC(2027, 2, 1, 9);
const line: SpreadLine = { opensAt: nine, joinSeconds: 10 };
const chance = fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true });

describe('joins at the doors', () => {
  test('are spread over the seconds that all of them take, by chance', () => {
    fc.assert(
      fc.property(chance, fc.integer({ min: 0, max: 9_999 }), (by, after) => {
        expect(joinDelayMs(line, nine + after, by)).toBeCloseTo(by * 10_000);
      }),
    );
  });

  test('wait neither in the lobby, nor once the rush is over, nor where all come through in a second', () => {
    fc.assert(
      fc.property(chance, fc.integer({ min: 1, max: 3_600_000 }), (by, apart) => {
        expect(joinDelayMs(line, nine - apart, by)).toBe(0);
        expect(joinDelayMs(line, nine + 10_000 + apart, by)).toBe(0);
        expect(joinDelayMs({ opensAt: nine }, nine, by)).toBe(0);
      }),
    );
  });

  test('of a later tier are spread at its own doors', () => {
    const tiers = [{ opensAt: nine }, { opensAt: nine + 3_600_000 }];
    expect(joinDelayMs({ ...line, tiers }, nine + 3_600_001, 0.5)).toBe(5_000);
    expect(joinDelayMs({ ...line, tiers }, nine + 1_800_000, 0.5)).toBe(0);
  });

  test('wait no longer than half a minute before the first try, and then spread over all of it', () => {
    const large = { opensAt: nine, joinSeconds: 60 };
    expect(joinDelayMs(large, nine, 0.999)).toBeLessThan(30_000);
    expect(spreadMsOf(large)).toBe(60_000);
  });

  test('of 40,000 phones in one second are no more than 4,000 in any, where 10 s are to be had', () => {
    const inSecond = new Map<number, number>();
    for (let phone = 0; phone < 40_000; phone += 1) {
      const at = Math.floor(joinDelayMs(line, nine, ((phone * 7_919) % 40_000) / 40_000) / 1000);
      inSecond.set(at, (inSecond.get(at) ?? 0) + 1);
    }
    expect(Math.max(...inSecond.values())).toBeLessThanOrEqual(4_000);
  });
});
