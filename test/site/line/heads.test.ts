import { describe, expect, test } from '@jest/globals';
import type { SeenHead } from '../../../contracts/heads.ts';
import { contradicted, isBeforeBeacon, withHead } from '../../../site/line/inside/heads.ts';
import fc from '../../properties.ts';

const hex = (letter: string) => letter.repeat(64);
const boardAt = (writtenAt: number, n: number, rolls: number, head = hex('a')) => ({
  writtenAt,
  ledger: { n, rolls, head },
});
const early = (seenAt: number) => ({ isEarly: true, seenAt });
const later = (seenAt: number) => ({ isEarly: false, seenAt });
const seen = (n: number, rolls: number, head: string, seenAt: number, at: number): SeenHead => ({
  n,
  rolls,
  head,
  seenAt,
  at,
});

describe('a head that the board shows', () => {
  test('is kept while the beacon is not out, the last one of them', () => {
    const first = withHead([], boardAt(100, 1, 0), early(105));
    expect(first).toEqual([seen(1, 0, hex('a'), 105, 100)]);
    expect(withHead(first, boardAt(200, 2, 1, hex('b')), early(205))).toEqual([seen(2, 1, hex('b'), 205, 200)]);
  });

  test('keeps the time at which it was first seen', () => {
    const first = withHead([], boardAt(100, 1, 0), early(105));
    expect(withHead(first, boardAt(200, 1, 0), early(205))).toEqual([seen(1, 0, hex('a'), 105, 200)]);
  });

  test('is neither kept nor replaced once the beacon may be out: a later one proves nothing', () => {
    expect(withHead([], boardAt(100, 1, 0), later(105))).toEqual([]);
    const kept = [seen(1, 0, hex('a'), 105, 100)];
    expect(withHead(kept, boardAt(900, 9, 4, hex('c')), later(905))).toEqual(kept);
  });

  test.each([
    ['fewer entries', boardAt(200, 1, 1)],
    ['fewer rolls', boardAt(200, 3, 0)],
    ['another head at the same numbers', boardAt(200, 2, 1, hex('f'))],
  ])('with %s than the one that is kept contradicts it: both are kept, and stay', (_, board) => {
    const kept = [seen(2, 1, hex('a'), 105, 100)];
    for (const when of [early(205), later(205)]) {
      const both = withHead(kept, board, when);
      expect(both).toHaveLength(2);
      expect(both[0]).toEqual(kept[0]);
      expect(contradicted(both)).toBe(true);
      expect(withHead(both, boardAt(300, 5, 2, hex('e')), early(305))).toEqual(both);
    }
  });

  test('of an older board than the kept one is a cache’s doing, and nothing is made of it', () => {
    const kept = [seen(2, 1, hex('a'), 105, 100)];
    expect(withHead(kept, boardAt(99, 1, 0, hex('b')), early(205))).toEqual(kept);
  });

  test('never contradicts an honest line, in whatever order its boards arrive', () => {
    const acts = fc.array(fc.record({ n: fc.nat(3), rolls: fc.nat(2) }), { maxLength: 12 });
    const reading = fc.array(fc.record({ board: fc.nat(), isEarly: fc.boolean() }), { maxLength: 30 });
    fc.assert(
      fc.property(acts, reading, (steps, reads) => {
        let n = 0;
        let rolls = 0;
        const boards = steps.map((step, at) => {
          n += step.n;
          rolls += step.rolls;
          return boardAt(at, n, rolls, `${n}.${rolls}`);
        });
        if (boards.length === 0) return;
        let kept: readonly SeenHead[] = [];
        for (const [seenAt, { board, isEarly }] of reads.entries()) {
          kept = withHead(kept, boards[board % boards.length] as (typeof boards)[number], { isEarly, seenAt });
          expect(contradicted(kept)).toBe(false);
          expect(kept.length).toBeLessThanOrEqual(1);
        }
      }),
    );
  });
});

describe('the beacon of a round is not out yet', () => {
  const beacon = {
    chainHash: 'c',
    publicKey: 'p',
    scheme: 's',
    genesis: 1_000,
    period: 3,
    lobby: 11,
    patienceMs: 600_000,
  };
  const tiers = [
    { id: 'one', name: 'One', entry: 'members' as const, opensAt: 0, round: 0 },
    { id: 'two', name: 'Two', entry: 'members' as const, opensAt: 0, round: 65_536, beacon: 101 },
  ];
  const line = { beacon, tiers };
  const outAt = (round: number) => (1_000 + (round - 1) * 3) * 1_000;

  test('of a lobby up to the moment that was promised, whatever the board says', () => {
    for (const board of [{ round: 0 }, { round: 1 }, { round: 7, awaits: 40 }]) {
      expect(isBeforeBeacon(line, { round: 0 }, board, outAt(11) - 1)).toBe(true);
      expect(isBeforeBeacon(line, { round: 0 }, board, outAt(11))).toBe(false);
    }
    expect(isBeforeBeacon(line, { round: 65_536 }, { round: 65_537 }, outAt(101) - 1)).toBe(true);
    expect(isBeforeBeacon(line, { round: 65_536 }, { round: 65_537 }, outAt(101))).toBe(false);
  });

  test('of a later round while it is open, and then up to the beacon that the board waits for', () => {
    expect(isBeforeBeacon(line, { round: 3 }, { round: 3, awaits: 20 }, outAt(500))).toBe(true);
    expect(isBeforeBeacon(line, { round: 3 }, { round: 4, awaits: 20 }, outAt(20) - 1)).toBe(true);
    expect(isBeforeBeacon(line, { round: 3 }, { round: 4, awaits: 20 }, outAt(20))).toBe(false);
    expect(isBeforeBeacon(line, { round: 3 }, { round: 4 }, 0)).toBe(false);
  });

  test('in a line without one: until the round is closed', () => {
    expect(isBeforeBeacon({}, { round: 0 }, { round: 0 }, 0)).toBe(true);
    expect(isBeforeBeacon({}, { round: 0 }, { round: 1 }, 0)).toBe(false);
  });
});
