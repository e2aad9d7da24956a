import { createHash } from 'node:crypto';
// Written in Rust by others, from the same specification.
import * as independent from '@chainsafe/swap-or-not-shuffle';
import { describe, expect, test } from '@jest/globals';
import type { DrawSheet } from '../../../../contracts/line.ts';
import { published } from '../../../../contracts/paths.ts';
import { rollLayout } from '../../../../contracts/roll.ts';
import { lobbyShards } from '../../../../lambdas/waiting-room/line/line-sizes.ts';
import { imageOf, positionOf, Tosses } from '../../../../rules/draw.ts';
import { indexOf } from '../../../../rules/whole-draw.ts';
import { twins } from '../../../../simulation/stage/stores.ts';
import fc from '../../../properties.ts';
import { anOpening, onSale, opensAt, SmallStage } from '../small-stage.ts';

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

test('a lobby of 1,000,000 on 26 banks is read ahead, then sealed, committed to and drawn in one tick', async () => {
  const fans = 1_000_000;
  const stores = twins();
  let seals = 0;
  const { rolls } = stores;
  const stage = new SmallStage({
    ...stores,
    rolls: { ...rolls, seal: (shard) => rolls.seal(shard).finally(() => (seals += 1)) },
  });
  await stage.open(anOpening({ audience: fans }));
  const round = { onSale, round: 0, offered: lobbyShards };
  let joined = 0;
  for (let shard = 0; joined < fans; shard += 1) {
    if (shard >= lobbyShards) await rolls.allocate(round);
    const count = Math.min(fans - joined, shard < lobbyShards ? 20 : 40);
    for (let n = 0; n < count; n += 1)
      await rolls.append({ onSale, round: 0, shard }, `${joined + n}`.padEnd(22, '_'), 40);
    joined += count;
  }
  stage.now = opensAt - 5000;
  await stage.tick();
  expect(stage.files.has(published.rollBank(onSale, 0, 1))).toBe(true);
  stage.now = opensAt;
  expect(await stage.tick()).toMatchObject({ did: 'ticked', board: { drawn: fans, phase: 'open' } });
  expect(seals).toBeLessThanOrEqual(lobbyShards + 1);

  const shards = await rolls.allocated(round);
  const banks = Math.ceil(shards / rollLayout.bank);
  let before = 0;
  const positions: number[] = [];
  for (let bank = 0; bank < banks; bank += 1) {
    const sheet = stage.sheet(0, bank) as DrawSheet;
    expect(sheet).toMatchObject({ size: fans, offset: 0, round: 0, bank, before });
    before += sheet.counts.reduce((sum, count) => sum + count, 0);
    for (let n = 0; n < 80; n += 1) {
      const at = (n * 13) % sheet.counts.length;
      positions.push(positionOf(sheet, { shard: bank * rollLayout.bank + at, index: n % 20 }, rollLayout));
    }
  }
  expect(before).toBe(fans);
  expect(new Set(positions).size).toBe(positions.length);
  expect(Math.min(...positions)).toBeGreaterThanOrEqual(1);
  expect(Math.max(...positions)).toBeLessThanOrEqual(fans);
});
