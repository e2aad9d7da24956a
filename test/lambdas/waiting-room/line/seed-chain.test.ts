import { createHash } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';
import {
  joinSecondsOf,
  laterShards,
  layoutFor,
  roundSecondsOf,
} from '../../../../lambdas/waiting-room/line/line-sizes.ts';
import { chainLength, isSeedOf, seedChain } from '../../../../lambdas/waiting-room/line/seed-chain.ts';

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest();
const secret = sha256(Buffer.from('secret'));

describe('the chain of seeds', () => {
  const chain = seedChain(secret, 2000);

  test('each seed hashes to the one before, and the first to the anchor', () => {
    let before = chain.anchor;
    for (let round = 0; round < 2000; round += 1) {
      const seed = chain.seedOf(round);
      expect(sha256(Buffer.from(seed, 'hex')).toString('hex')).toBe(before);
      before = seed;
    }
    expect(before).toBe(secret.toString('hex'));
  });

  test('a stranger can tell a seed of ours from another', () => {
    expect(isSeedOf(chain.anchor, 700, chain.seedOf(700))).toBe(true);
    expect(isSeedOf(chain.anchor, 701, chain.seedOf(700))).toBe(false);
    expect(isSeedOf(chain.anchor, 0, '00'.repeat(32))).toBe(false);
  });

  test('there is no seed outside the chain', () => {
    for (const round of [-1, 2000, 1.5, Number.NaN]) expect(() => chain.seedOf(round)).toThrow(RangeError);
  });

  test('the full length: its first and last seeds', () => {
    const full = seedChain(secret);
    expect(full.length).toBe(chainLength);
    expect(isSeedOf(full.anchor, 0, full.seedOf(0))).toBe(true);
    expect(full.seedOf(chainLength - 1)).toBe(secret.toString('hex'));
  });
});

describe('how wide a line is laid out', () => {
  test('shards by audience', () => {
    expect([1, 10_000, 319_999, 320_000, 1_000_000, 10_000_000].map(laterShards)).toEqual([4, 4, 4, 5, 15, 16]);
    expect([1, 2_000_000, 2_000_001].map(layoutFor).map(({ tile }) => tile)).toEqual([8, 8, 32]);
  });

  test('seconds in which all join come in steps, which do not tell the audience', () => {
    const seconds = [100, 5_000, 5_001, 40_000, 40_100, 1_000_000].map((audience) => joinSecondsOf(audience, 5_000));
    expect(seconds).toEqual([undefined, undefined, 2, 10, 10, 60]);
  });

  test('the chain lasts: a round every 3 s for nine days, longer rounds for longer lines', () => {
    const day = 24 * 60 * 60_000;
    expect(roundSecondsOf({ opensAt: 0, closesAt: day })).toBe(3);
    expect(roundSecondsOf({ opensAt: 0, closesAt: 9 * day })).toBe(3);
    for (const days of [10, 30, 365, 4000]) {
      const seconds = roundSecondsOf({ opensAt: 0, closesAt: days * day });
      expect((days * day) / 1000 / seconds).toBeLessThan(chainLength - 900);
    }
  });
});
