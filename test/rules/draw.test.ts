import { createHash } from 'node:crypto';
// Written in Rust by others, from the same specification.
import * as independent from '@chainsafe/swap-or-not-shuffle';
import { describe, expect, test } from '@jest/globals';
import { imageOf, indexInRound, positionOf, Tosses } from '../../rules/draw.ts';
import { imagesOf, indexOf } from '../../rules/whole-draw.ts';
import fc from '../properties.ts';

const rounds = 90;
const seedArbitrary = fc.uint8Array({ minLength: 32, maxLength: 32 });
const upTo = (size: number) => Uint32Array.from({ length: size }, (_, index) => index);

describe('the shuffle', () => {
  test('agrees with the independent implementation, index by index', () => {
    fc.assert(
      fc.property(seedArbitrary, fc.integer({ min: 1, max: 3_000_000 }), fc.nat(), (seed, size, some) => {
        const index = some % size;
        const image = new independent.ComputeShuffledIndex(seed, size, rounds).get(index);
        expect(imageOf(new Tosses(seed, size), index)).toBe(image);
        expect(indexOf(seed, size, image)).toBe(index);
      }),
      { numRuns: 100 },
    );
  });

  test('agrees with the independent implementation, list by list, in both directions', () => {
    fc.assert(
      fc.property(seedArbitrary, fc.integer({ min: 1, max: 2000 }), (seed, size) => {
        const images = imagesOf(seed, size);
        // Their unshuffled list holds at each index its image; the shuffled one, at each image its index.
        expect(independent.unshuffleList(upTo(size), seed, rounds)).toEqual(images);
        const back = independent.shuffleList(upTo(size), seed, rounds);
        for (const image of [0, size >> 1, size - 1]) expect(back[image]).toBe(indexOf(seed, size, image));
      }),
      { numRuns: 60 },
    );
  });

  test('the whole list is the same permutation as one index at a time', () => {
    fc.assert(
      fc.property(seedArbitrary, fc.integer({ min: 1, max: 700 }), (seed, size) => {
        const images = imagesOf(seed, size);
        expect([...images].sort((a, b) => a - b)).toEqual([...upTo(size)]);
        for (const index of [0, 1, size >> 1, size - 1]) {
          if (index < size) expect(images[index]).toBe(imageOf(new Tosses(seed, size), index));
        }
      }),
      { numRuns: 40 },
    );
  });

  test('sizes around the edges of a block of 256 tosses', () => {
    const seed = createHash('sha256').update('edges').digest();
    for (const size of [1, 2, 3, 255, 256, 257, 511, 512, 513]) {
      expect(imagesOf(seed, size)).toEqual(independent.unshuffleList(upTo(size), seed, rounds));
      expect(imageOf(new Tosses(seed, size), size - 1)).toBe(imagesOf(seed, size)[size - 1]);
    }
  });

  test('an empty round has nothing to draw', () => {
    expect(imagesOf(new Uint8Array(32), 0)).toHaveLength(0);
  });

  test('another seed is another order', () => {
    const of = (text: string) => imagesOf(createHash('sha256').update(text).digest(), 500);
    expect(of('one')).not.toEqual(of('two'));
  });

  test('early joiners have no advantage: the mean position of the first tenth is that of all', () => {
    const size = 10_000;
    const images = imagesOf(createHash('sha256').update('fair').digest(), size);
    const mean = (list: Uint32Array) => list.reduce((sum, image) => sum + image, 0) / list.length;
    // The standard deviation of a mean of 1,000 out of 10,000 is about 87: this is five of them.
    expect(Math.abs(mean(images.subarray(0, 1000)) - (size - 1) / 2)).toBeLessThan(435);
  });
});

describe('positions of a round', () => {
  const seed = createHash('sha256').update('a round').digest('hex');

  test('every place has one, from offset + 1 to offset + size, on however many banks', () => {
    fc.assert(
      fc.property(
        fc.array(fc.nat(12), { minLength: 1, maxLength: 20 }),
        fc.nat(1000),
        fc.integer({ min: 1, max: 8 }),
        (all, offset, bank) => {
          const size = all.reduce((sum, count) => sum + count, 0);
          const positions = all.flatMap((count, shard) => {
            const own = Math.floor(shard / bank);
            const before = all.slice(0, own * bank).reduce((sum, one) => sum + one, 0);
            const counts = all.slice(own * bank, (own + 1) * bank);
            const sheet = { bank: own, before, counts, size, offset, seed };
            return Array.from({ length: count }, (_, index) => positionOf(sheet, { shard, index }, { bank }));
          });
          const expected = Array.from({ length: size }, (_, index) => offset + 1 + index);
          expect(positions.sort((a, b) => a - b)).toEqual(expected);
        },
      ),
      { numRuns: 50 },
    );
  });

  test('a place that is not on the bank has none', () => {
    const sheet = { bank: 1, before: 7, counts: [2, 0, 1], size: 10, offset: 0, seed };
    const layout = { bank: 3 };
    for (const place of [
      { shard: 3, index: 2 },
      { shard: 4, index: 0 },
      { shard: 6, index: 0 },
      { shard: 0, index: 0 },
      { shard: -1, index: 0 },
      { shard: 3, index: -1 },
      { shard: 3, index: Number.NaN },
    ]) {
      expect(() => positionOf(sheet, place, layout)).toThrow(RangeError);
    }
    expect(indexInRound(sheet, { shard: 5, index: 0 }, layout)).toBe(9);
  });
});
