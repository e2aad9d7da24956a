import { describe, expect, test } from '@jest/globals';
import { audienceOf, chosen, paced, popularity, shares } from '../../../rehearsal/fans/audience.ts';
import fc from '../../properties.ts';

const seeds = fc.integer({ min: 0, max: 2 ** 31 - 1 });
const share = (count: number, of: number) => count / of;

describe('the audience', () => {
  test('is the same for the same seed, and another for another', () => {
    const options = { fans: 50, untilDoors: 20_000 };
    expect(audienceOf({ seed: 1, ...options })).toEqual(audienceOf({ seed: 1, ...options }));
    expect(audienceOf({ seed: 1, ...options })).not.toEqual(audienceOf({ seed: 2, ...options }));
  });

  test('keeps every fan’s character when more fans come', () => {
    fc.assert(
      fc.property(seeds, fc.integer({ min: 1, max: 40 }), fc.integer({ min: 0, max: 40 }), (seed, fans, more) => {
        const few = audienceOf({ seed, fans, untilDoors: 10_000 });
        const many = new Map(
          audienceOf({ seed, fans: fans + more, untilDoors: 10_000 }).map((fan) => [fan.number, fan]),
        );
        for (const fan of few) expect(many.get(fan.number)).toEqual(fan);
      }),
      { numRuns: 30 },
    );
  });

  test('arrives in order, after the start, each fan once', () => {
    fc.assert(
      fc.property(seeds, fc.integer({ min: -5000, max: 120_000 }), (seed, untilDoors) => {
        const fans = audienceOf({ seed, fans: 60, untilDoors });
        expect(new Set(fans.map(({ number }) => number)).size).toBe(60);
        for (const [index, fan] of fans.entries()) {
          expect(fan.arrives).toBeGreaterThanOrEqual(-Math.max(0, untilDoors));
          expect(fan.arrives).toBeGreaterThanOrEqual(fans[index - 1]?.arrives ?? Number.NEGATIVE_INFINITY);
        }
      }),
      { numRuns: 30 },
    );
  });

  test('crowds towards the doors and trickles in after them', () => {
    const fans = audienceOf({ seed: 1, fans: 4000, untilDoors: 60_000 });
    const between = (from: number, to: number) => fans.filter(({ arrives }) => arrives >= from && arrives < to).length;
    expect(share(between(-60_000, 0), 4000)).toBeCloseTo(shares.early, 1);
    expect(between(-20_000, 0)).toBeGreaterThan(2 * between(-60_000, -40_000));
    expect(between(0, 12_000)).toBeGreaterThan(between(12_000, 24_000));
  });

  test('behaves and misbehaves in the shares that are written down', () => {
    const fans = audienceOf({ seed: 7, fans: 8000, untilDoors: 20_000 });
    const of = (predicate: (fan: (typeof fans)[number]) => boolean) => share(fans.filter(predicate).length, 8000);
    expect(of((fan) => fan.doubleClicks)).toBeCloseTo(shares.doubleClicks, 1);
    expect(of((fan) => fan.picks === 'named-seats')).toBeCloseTo(shares.namedSeats, 1);
    expect(of((fan) => fan.whenCalled === 'never-comes')).toBeCloseTo(shares.neverComes, 1);
    expect(of((fan) => fan.whenCalled === 'comes-late')).toBeCloseTo(shares.comesLate, 1);
    expect(of((fan) => fan.party === 2)).toBeGreaterThan(0.45);
    expect(of((fan) => fan.party >= 1 && fan.party <= 6)).toBe(1);
  });

  test('thinks faster at a higher pace, and arrives no sooner', () => {
    const [fan] = audienceOf({ seed: 3, fans: 1, untilDoors: 30_000 });
    if (!fan) throw new Error('no fan came');
    const quick = paced(fan, 20);
    expect(quick.looking).toBeCloseTo(fan.looking / 20);
    expect(quick.paying).toBeCloseTo(fan.paying / 20);
    expect(quick.arrives).toBe(fan.arrives);
    expect(quick.patience).toBe(fan.patience);
  });
});

describe('popularity', () => {
  const names = Array.from({ length: 30 }, (_, index) => `p${index}`);

  test('wants the first few much more than the rest', () => {
    const weights = popularity(1, names).toSorted((a, b) => b - a);
    const sum = weights.reduce((total, weight) => total + weight, 0);
    expect(weights).toHaveLength(30);
    expect(weights.slice(0, 3).reduce((total, weight) => total + weight, 0) / sum).toBeGreaterThan(0.5);
    expect(Math.min(...weights)).toBeGreaterThan(0);
  });

  test('chooses each index as often as it weighs', () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: 0.01, max: 10, noNaN: true }), { minLength: 1, maxLength: 20 }),
        (weights) => {
          const sum = weights.reduce((total, weight) => total + weight, 0);
          let before = 0;
          for (const [index, weight] of weights.entries()) {
            expect(chosen((before + weight / 2) / sum, weights)).toBe(index);
            before += weight;
          }
          expect(chosen(1 - Number.EPSILON, weights)).toBe(weights.length - 1);
        },
      ),
    );
  });
});
