import { describe, expect, test } from '@jest/globals';
import { rollLayout } from '../../contracts/roll.ts';
import { lobbyShards } from '../../lambdas/waiting-room/line/line-sizes.ts';
import { roomPartsOf } from '../../lambdas/waiting-room/line/room-parts.ts';
import { reservedFor } from '../../lib/concurrency.ts';
import { hotKeys, partition, roll, roomParts } from '../../lib/hot-keys.ts';
import { ofEachDoor, openingSecond, requestsWanted, warmHouses, warmLines, warmOrders } from '../../lib/sizing.ts';
import fc from '../properties.ts';

const fresh = { writeUnitsPerSecond: 4_000, readUnitsPerSecond: 12_000 };
const ordinaryApi = 10_000;
/** What 40,000 fans need of it. */
const wideApi = 25_000;

describe('the opening second', () => {
  test('of 40,000 fans is 10,000 joins, and 40,000 in ten', () => {
    const second = openingSecond(40_000, wideApi);
    expect(second).toEqual({ joins: 10_000, challenges: 10_000, claims: 200, asks: 20, orders: 20 });
    expect(second.joins * 10).toBeGreaterThanOrEqual(40_000);
  });

  test('lets no more through than the API, which in some regions is a quarter', () => {
    expect(openingSecond(40_000, 2_500).joins).toBe(1_000);
    expect(openingSecond(1_000_000, ordinaryApi).joins).toBe(4_000);
  });

  test('has a challenge for each join, and a fifth of the API is left for everybody else', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 10_000_000 }), fc.integer({ min: 10, max: 1_000_000 }), (audience, api) => {
        const { joins, challenges } = openingSecond(audience, api);
        expect(challenges).toBe(joins);
        expect(joins + challenges).toBeLessThanOrEqual(api * 0.8);
        expect(joins).toBeLessThanOrEqual(ofEachDoor(api));
      }),
    );
  });

  test('lets a quarter of the audience join where the API is as wide as it is wanted', () => {
    expect(requestsWanted(40_000)).toBe(wideApi);
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 10_000_000 }), (audience) => {
        expect(openingSecond(audience, requestsWanted(audience)).joins).toBe(Math.ceil(audience / 4));
      }),
    );
  });

  test('of a million is 10,000 orders a minute', () => {
    expect(openingSecond(1_000_000, ordinaryApi).orders * 60).toBeGreaterThanOrEqual(10_000);
  });
});

describe('warm throughput', () => {
  test('of a small audience is what a new table has anyway, and so costs nothing', () => {
    const second = openingSecond(5_000, ordinaryApi);
    expect([warmLines(second), warmHouses(second), warmOrders(second)]).toEqual([fresh, fresh, fresh]);
  });

  test('of 40,000 covers the first second: each join twice sent, and those who are called', () => {
    expect(warmLines(openingSecond(40_000, wideApi))).toEqual({
      writeUnitsPerSecond: 10_000 * 3 + 200 * 3,
      readUnitsPerSecond: 10_000 * 2 + 200 * 4,
    });
  });

  test('of any audience is within what every account may have, at the API that every account has', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 10_000_000 }), fc.constantFrom(2_500, ordinaryApi), (audience, api) => {
        const second = openingSecond(audience, api);
        for (const warm of [warmLines(second), warmHouses(second), warmOrders(second)]) {
          expect(warm.writeUnitsPerSecond).toBeLessThanOrEqual(40_000);
          expect(warm.readUnitsPerSecond).toBeLessThanOrEqual(40_000);
        }
      }),
    );
  });

  test('never falls when the audience grows', () => {
    const audience = fc.integer({ min: 1, max: 10_000_000 });
    fc.assert(
      fc.property(audience, audience, fc.constantFrom(warmLines, warmHouses, warmOrders), (a, b, warm) => {
        const of = (n: number) => warm(openingSecond(n, ordinaryApi));
        const [less, more] = [of(Math.min(a, b)), of(Math.max(a, b))];
        expect(more.writeUnitsPerSecond).toBeGreaterThanOrEqual(less.writeUnitsPerSecond);
        expect(more.readUnitsPerSecond).toBeGreaterThanOrEqual(less.readUnitsPerSecond);
      }),
    );
  });
});

describe('every key that the opening second asks for most', () => {
  const keysOf = (audience: number, api: number, accountConcurrency: number) => {
    const second = openingSecond(audience, api);
    return hotKeys(audience, second, reservedFor(audience, second, accountConcurrency));
  };
  const sizes: readonly (readonly [number, number, number])[] = [
    [10_000, ordinaryApi, 1_000],
    [40_000, ordinaryApi, 1_000],
    [40_000, wideApi, 10_000],
    [40_000, 2_500, 1_000],
    [1_000_000, ordinaryApi, 10_000],
    [10_000_000, ordinaryApi, 10_000],
  ];

  test.each(sizes)(
    'stays within its partition: %i fans, %i requests a second, %i instances',
    (audience, api, account) => {
      const lasting = keysOf(audience, api, account).filter(({ burst }) => !burst);
      expect(lasting.length).toBeGreaterThanOrEqual(7);
      for (const { key, writes, reads } of lasting) {
        expect({ key, fits: writes <= partition.writes }).toEqual({ key, fits: true });
        expect({ key, fits: reads <= partition.reads }).toEqual({ key, fits: true });
      }
    },
  );

  test.each(sizes)(
    'has bursts of no more than two seconds’ worth: %i fans, %i requests, %i instances',
    (audience, api, account) => {
      for (const { key, writes, reads } of keysOf(audience, api, account)) {
        expect({ key, fits: writes <= 2 * partition.writes && reads <= 2 * partition.reads }).toEqual({
          key,
          fits: true,
        });
      }
    },
  );

  test('is counted with the line’s own layout', () => {
    expect(roll).toEqual({ lobbyShards, cap: rollLayout.cap });
    for (const called of [1, 600, 601, 5_000, 100_000]) expect(roomParts(called)).toBe(roomPartsOf(called));
  });
});
