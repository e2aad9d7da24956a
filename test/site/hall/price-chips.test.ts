import { describe, expect, test } from '@jest/globals';
import { holdRequest } from '../../../contracts/house.ts';
import { chipsOf } from '../../../site/hall/price-chips.ts';
import fc from '../../properties.ts';

const bands = (prices: Readonly<Record<string, number>>, free = 5) =>
  chipsOf(prices, new Map(Object.keys(prices).map((id) => [id, free])));

describe('prices in one tap', () => {
  test('a chip for each price, and the bands near it, the nearest first', () => {
    expect(bands({ a: 6500, b: 4800, c: 3900, d: 1500 })).toEqual([
      { price: 1500, bands: ['d'], free: 5 },
      { price: 3900, bands: ['c', 'b'], free: 10 },
      { price: 4800, bands: ['b', 'c'], free: 10 },
      { price: 6500, bands: ['a'], free: 5 },
    ]);
  });

  test('one price is no choice', () => {
    expect(bands({ a: 2500, b: 2500 })).toEqual([]);
    expect(bands({})).toEqual([]);
  });

  test('of many prices those that lie apart', () => {
    const prices = bands({ a: 1000, b: 1100, c: 2000, d: 2100, e: 4000, f: 4200 }).map(({ price }) => price);
    expect(prices).toHaveLength(4);
    expect(prices[0]).toBe(1000);
    expect(prices.at(-1)).toBe(4200);
  });

  test('a band that no general seat has is not offered', () => {
    expect(
      chipsOf(
        { a: 1000, b: 2000, w: 500 },
        new Map([
          ['a', 1],
          ['b', 2],
        ]),
      ).flatMap((chip) => chip.bands),
    ).toEqual(['a', 'b']);
  });

  test('whatever the prices: few chips, each with its own band first, none far from its price, all of them wishes', () => {
    const prices = fc.dictionary(fc.stringMatching(/^[a-h]$/), fc.integer({ min: 0, max: 20_000 }), { maxKeys: 8 });
    fc.assert(
      fc.property(prices, fc.nat(9), (given, free) => {
        const chips = bands(given, free);
        expect(chips.length).toBeLessThanOrEqual(4);
        for (const chip of chips) {
          expect(given[chip.bands[0] as string]).toBe(chip.price);
          for (const id of chip.bands)
            expect(Math.abs((given[id] as number) - chip.price)).toBeLessThanOrEqual(chip.price / 4);
          expect(chip.free).toBe(free * chip.bands.length);
          const wish = { best: { count: 2, bands: [...chip.bands], together: true } };
          expect(holdRequest.safeParse(wish).success).toBe(true);
        }
      }),
    );
  });
});
