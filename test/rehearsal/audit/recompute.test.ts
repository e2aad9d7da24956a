import { describe, expect, test } from '@jest/globals';
import { isOfChain, positionsOf, shuffledIndexes } from '../../../rehearsal/audit/recompute.ts';
import { positionOf } from '../../../rules/draw.ts';
import fc from '../../properties.ts';

const seeds = fc.uint8Array({ minLength: 32, maxLength: 32 }).map((bytes) => Buffer.from(bytes));

describe('the second computation of the draw', () => {
  test('gives every index an image of its own', () => {
    fc.assert(
      fc.property(seeds, fc.integer({ min: 0, max: 700 }), (seed, size) => {
        const image = shuffledIndexes(seed, size);
        expect([...image].sort((a, b) => a - b)).toEqual(Array.from({ length: size }, (_, index) => index));
      }),
      { numRuns: 20 },
    );
  });

  test('agrees with what every browser computes for itself', () => {
    const counts = fc.array(fc.integer({ min: 0, max: 120 }), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(seeds, counts, fc.integer({ min: 0, max: 1000 }), (seed, shards, offset) => {
        const size = shards.reduce((sum, count) => sum + count, 0);
        const sheet = {
          v: 1,
          onSale: 'x',
          round: 0,
          drawnAt: 0,
          counts: shards,
          size,
          offset,
          seed: seed.toString('hex'),
        } as const;
        const whole = positionsOf(sheet);
        for (const [shard, count] of shards.entries()) {
          expect(whole({ shard, index: count })).toBeUndefined();
          for (let index = 0; index < count; index += 17) {
            expect(whole({ shard, index })).toBe(positionOf(sheet, { shard, index }));
          }
        }
      }),
      { numRuns: 15 },
    );
  });

  test('knows a seed of the chain from one that is not', () => {
    // SHA-256 of 32 zero bytes, and of that again.
    const zero = '00'.repeat(32);
    const once = '66687aadf862bd776c8fc18b8e9f8e20089714856ee233b3902a591d0d5f2925';
    expect(isOfChain(zero, 0, once)).toBe(true);
    expect(isOfChain(zero, 1, once)).toBe(false);
    expect(isOfChain(once, 0, once)).toBe(false);
  });
});
