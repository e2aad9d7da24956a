import { describe, expect, test } from '@jest/globals';
import type { DrawSheet } from '../../../contracts/line.ts';
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
      fc.property(seeds, counts, fc.integer({ min: 0, max: 1000 }), fc.nat(3), (seed, shards, offset, bank) => {
        const before = bank * 11;
        const sheet: DrawSheet = {
          ...{ v: 2 as const, onSale: 'x', round: 0, bank, closedAt: 0, drawnAt: 0, counts: shards, before, offset },
          size: shards.reduce((sum, count) => sum + count, before),
          seed: seed.toString('hex'),
        };
        const layout = { bank: 7 };
        const whole = positionsOf(sheet, layout.bank);
        for (const [at, count] of shards.entries()) {
          const shard = bank * layout.bank + at;
          expect(whole({ shard, index: count })).toBeUndefined();
          for (let index = 0; index < count; index += 17) {
            expect(whole({ shard, index })).toBe(positionOf(sheet, { shard, index }, layout));
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
