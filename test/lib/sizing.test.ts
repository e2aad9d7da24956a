import { describe, expect, test } from '@jest/globals';
import { warmHouses, warmLines, warmOrders } from '../../lib/sizing.ts';
import fc from '../properties.ts';

describe('warm throughput', () => {
  test('of a small audience is what a new table has anyway, and so costs nothing', () => {
    const fresh = { writeUnitsPerSecond: 4_000, readUnitsPerSecond: 12_000 };
    expect([warmLines(40_000), warmHouses(40_000), warmOrders(40_000)]).toEqual([fresh, fresh, fresh]);
  });

  test('of a million fans covers half of them joining within a minute', () => {
    // 500,000 joins in 60 s, of 2 writes and 1 read each.
    const joinsASecond = 500_000 / 60;
    const warm = warmLines(1_000_000);
    expect(warm).toEqual({ writeUnitsPerSecond: 25_000, readUnitsPerSecond: 16_667 });
    expect(warm.writeUnitsPerSecond).toBeGreaterThan(joinsASecond * 2);
  });

  test('never falls when the audience grows, since it can never be lowered', () => {
    const audience = fc.integer({ min: 1, max: 10_000_000 });
    fc.assert(
      fc.property(audience, audience, fc.constantFrom(warmLines, warmHouses, warmOrders), (a, b, warm) => {
        const [less, more] = [warm(Math.min(a, b)), warm(Math.max(a, b))];
        expect(more.writeUnitsPerSecond).toBeGreaterThanOrEqual(less.writeUnitsPerSecond);
        expect(more.readUnitsPerSecond).toBeGreaterThanOrEqual(less.readUnitsPerSecond);
      }),
    );
  });
});
