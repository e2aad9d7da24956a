import { describe, expect, test } from '@jest/globals';
import { pulsesOf } from '../../../../lambdas/seating/allocate/pulse.ts';
import type { Decision } from '../../../../lambdas/seating/allocate/situation.ts';
import { beatsOfMinute, pulseShards, sumOf } from '../../../../lambdas/seating/house/beat.ts';
import fc from '../../../properties.ts';
import { best, hold, noon, release, sell } from '../small-stage.ts';

describe('a batch', () => {
  test('is asks of every kind, and decisions of those for seats', () => {
    const asks = [hold(1, 'ada', best(2)), hold(2, 'bob', best(2)), release(3, 'cy'), sell(4, 'dee', ['stalls-A-1'])];
    const [beat] = pulsesOf('evening', asks, ['held', 'not-enough-seats', 'released', 'sold'], noon + 3000);
    expect(beat).toMatchObject({
      key: { onSale: 'friends', beginsAt: noon },
      pulse: { asks: 4, decided: 2, refused: 1, slow: 0 },
    });
  });

  test('that comes again decides nothing, and only decided asks are counted', () => {
    const asks = [hold(1, 'ada', best(2)), hold(2, 'bob', best(2)), hold(3, 'cy', best(2))];
    const [beat] = pulsesOf('evening', asks, ['again', 'held'], noon);
    expect(beat?.pulse).toEqual({ asks: 2, decided: 1, refused: 0, slow: 0 });
    expect(pulsesOf('evening', asks, [], noon)).toEqual([]);
  });

  test.each<[Decision, number]>([
    ['held', 0],
    ['seat-taken', 0],
    ['seat-unknown', 0],
    ['over-limit', 0],
    ['wheelchair-over-limit', 0],
    ['access-only', 0],
    ['not-enough-seats', 1],
    ['not-in-this-on-sale', 1],
    ['too-late', 1],
  ])('that answers %s refuses %i for want of seats', (answer, refused) => {
    expect(pulsesOf('evening', [hold(1, 'ada', best(2))], [answer], noon)[0]?.pulse.refused).toBe(refused);
  });

  test('is slow when the fan waited for more than 10 s', () => {
    const slow = (waited: number) =>
      pulsesOf('evening', [hold(1, 'ada', best(2))], ['held'], noon + waited)[0]?.pulse.slow;
    expect([slow(10_000), slow(10_001)]).toEqual([0, 1]);
  });

  test('of several on-sales adds to each its own', () => {
    const asks = [hold(1, 'ada', best(2)), hold(2, 'bob', best(2), { onSale: 'public' })];
    const pulses = pulsesOf('evening', asks, ['held', 'held'], noon);
    expect(pulses.map(({ key, pulse }) => [key.onSale, pulse.asks])).toEqual([
      ['friends', 1],
      ['public', 1],
    ]);
  });
});

test('whatever is added within a minute is among the beats that are read', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 59_999 }), fc.string({ minLength: 1, maxLength: 20 }), (ago, performance) => {
      const now = noon + 12_345;
      const [added] = pulsesOf(performance, [hold(1, 'ada', best(1))], ['held'], now - ago);
      expect(beatsOfMinute('friends', now)).toContainEqual(added?.key);
    }),
  );
  // One BatchGetItem.
  expect(beatsOfMinute('friends', noon).length).toBeLessThanOrEqual(100);
});

test('performances spread over all shards', () => {
  const shards = new Set(
    Array.from({ length: 40 }, (_, n) => pulsesOf(`p-${n}`, [hold(1, 'ada', best(1))], ['held'], noon)[0]?.key.shard),
  );
  expect(shards.size).toBe(pulseShards);
});

test('the sum of nothing is nothing', () => {
  expect(sumOf([])).toEqual({ asks: 0, decided: 0, refused: 0, slow: 0 });
});
