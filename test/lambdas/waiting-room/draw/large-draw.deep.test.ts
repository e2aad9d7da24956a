import { createHash } from 'node:crypto';
// Written in Rust by others, from the same specification.
import * as independent from '@chainsafe/swap-or-not-shuffle';
import { describe, expect, test } from '@jest/globals';
import { published } from '../../../../contracts/paths.ts';
import { lobbyShards } from '../../../../lambdas/waiting-room/line/line-sizes.ts';
import { imageOf, positionOf, Tosses } from '../../../../rules/draw.ts';
import { indexOf } from '../../../../rules/whole-draw.ts';
import { twins } from '../../../../simulation/stage/stores.ts';
import fc from '../../../properties.ts';
import { anOpening, type LineStores, onSale, opensAt, SmallStage } from '../small-stage.ts';

/* The draw at the sizes it is made for. Ten million places are looked at by sampling: none is ever listed whole. */

const rounds = 90;
const largest = 10_000_000;
const seeds = fc.uint8Array({ minLength: 32, maxLength: 32 });
/** Small, middling and huge in equal shares: between 1 and the largest every magnitude is as likely as another. */
const sizes = fc
  .tuple(fc.double({ min: 0, max: Math.log(largest), noNaN: true }), fc.constantFrom(0, 0, 0, 1, largest))
  .map(([power, fixed]) => fixed || Math.max(1, Math.min(largest, Math.round(Math.exp(power)))));

describe('a draw of up to 10,000,000', () => {
  test('agrees with the independent implementation on 1,500 sizes and seeds, in both directions', () => {
    fc.assert(
      fc.property(seeds, sizes, fc.nat(), (seed, size, some) => {
        const index = some % size;
        const image = imageOf(new Tosses(seed, size), index);
        expect(image).toBe(new independent.ComputeShuffledIndex(seed, size, rounds).get(index));
        expect(indexOf(seed, size, image)).toBe(index);
      }),
      { numRuns: 1500 },
    );
  });

  test('gives distinct places distinct positions, and each position leads back to its place', () => {
    fc.assert(
      fc.property(seeds, fc.integer({ min: 1_000_000, max: largest }), fc.nat(), (seed, size, salt) => {
        const tosses = new Tosses(seed, size);
        const indices = new Set(Array.from({ length: 300 }, (_, n) => (salt + n * 33_331 + n * n) % size));
        const images = [...indices].map((index) => imageOf(tosses, index));
        expect(new Set(images).size).toBe(indices.size);
        expect(images.every((image) => Number.isInteger(image) && image >= 0 && image < size)).toBe(true);
        const [first = 0] = indices;
        expect(indexOf(seed, size, images[0] ?? -1)).toBe(first);
      }),
      { numRuns: 6 },
    );
  });

  test('spreads neighbours over the whole line', () => {
    const tosses = new Tosses(createHash('sha256').update('neighbours').digest(), largest);
    const tenths = Array.from({ length: 10 }, () => 0);
    for (let index = 0; index < 2000; index += 1) {
      const tenth = Math.floor((imageOf(tosses, index) * 10) / largest);
      tenths[tenth] = (tenths[tenth] ?? 0) + 1;
    }
    // 200 are expected in each; the standard deviation is 13.4: this is six of them.
    for (const count of tenths) expect(Math.abs(count - 200)).toBeLessThan(81);
  });
});

/** Counts the writes that stores and files are asked for. */
function counting(stores: LineStores) {
  const writes = new Map<string, number>();
  const note = (what: string) => writes.set(what, (writes.get(what) ?? 0) + 1);
  const writing = new Set(['write', 'close', 'draw', 'append', 'put', 'count', 'place', 'turn']);
  const wrap = <Store extends object>(name: string, store: Store): Store =>
    new Proxy(store, {
      get(target, key) {
        const method: unknown = Reflect.get(target, key);
        if (typeof method !== 'function') return method;
        return (...given: unknown[]) => {
          if (writing.has(String(key))) note(`${name}.${String(key)}`);
          return method.apply(target, given) as unknown;
        };
      },
    });
  const wrapped = Object.fromEntries(
    Object.entries(stores).map(([name, store]) => [name, wrap(name, store as object)]),
  );
  return { stores: wrapped as unknown as LineStores, writes };
}

test('a lobby of 1,000,000 in 256 shards is closed and drawn in one tick, with some 270 writes', async () => {
  const fans = 1_000_000;
  const audience = 1_100_000;
  const shards = lobbyShards(audience);
  expect(shards).toBe(256);
  const plain = twins();
  const { stores, writes } = counting(plain);
  const stage = new SmallStage(stores);
  await stage.open(anOpening({ audience }));
  await stage.tick();
  for (let fan = 0; fan < fans; fan += 1) await plain.rounds.count(onSale, 0, fan % shards);
  writes.clear();

  stage.now = opensAt;
  expect(await stage.tick()).toMatchObject({ did: 'ticked', board: { drawn: fans, phase: 'open' } });

  const sheet = stage.sheet(0);
  if (!sheet) throw new Error('The sheet is not published');
  expect(sheet).toMatchObject({ size: fans, offset: 0, round: 0 });
  expect(sheet.counts).toHaveLength(shards);
  expect(stage.files.has(published.board(onSale))).toBe(true);
  expect(writes.get('rounds.close')).toBe(shards);
  expect(writes.get('rounds.draw')).toBe(1);
  expect([...writes.values()].reduce((sum, count) => sum + count, 0)).toBeLessThanOrEqual(shards + 20);

  // 1,953 strides of 2 through the shards' 3,906 places, each shard in its turn: no place twice.
  const positions = Array.from({ length: 1953 }, (_, n) => positionOf(sheet, { shard: n % shards, index: n * 2 }));
  expect(new Set(positions).size).toBe(positions.length);
  expect(Math.min(...positions)).toBeGreaterThanOrEqual(1);
  expect(Math.max(...positions)).toBeLessThanOrEqual(fans);
});
