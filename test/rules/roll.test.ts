import { createHash } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';
import { rollLayout } from '../../contracts/roll.ts';
import {
  bankOf,
  bankText,
  boardHead,
  commitmentText,
  hashOfFile,
  lobbyBeacon,
  rollHeadAfter,
  roundBeacon,
  tileOf,
  tileText,
} from '../../rules/roll.ts';

const sha256 = (text: string) => createHash('sha256').update(text);

describe('the texts of a roll', () => {
  test('have one order of fields, whoever writes them', () => {
    const tile = { shards: [['a']], tile: 1, round: 0, onSale: 'x', v: 2 } as const;
    expect(tileText(tile)).toBe('{"v":2,"onSale":"x","round":0,"tile":1,"shards":[["a"]]}');
    const bank = { tiles: ['h'], counts: [1], bank: 0, round: 0, onSale: 'x', v: 2 } as const;
    expect(bankText(bank)).toBe('{"v":2,"onSale":"x","round":0,"bank":0,"counts":[1],"tiles":["h"]}');
    const commitment = {
      committedAt: 6,
      closedAt: 5,
      banks: ['h'],
      size: 1,
      shards: 1,
      before: 'ab',
      n: 1,
      round: 0,
      onSale: 'x',
      v: 2,
    } as const;
    const text =
      '{"v":2,"onSale":"x","round":0,"n":1,"before":"ab","shards":1,"size":1,"banks":["h"],"closedAt":5,"committedAt":6}';
    expect(commitmentText(commitment)).toBe(text);
    expect(commitmentText({ beacon: 9, ...commitment })).toBe(`${text.slice(0, -1)},"beacon":9}`);
  });

  test('hashes and heads are those of the standard library', () => {
    for (const text of ['', '{"v":2}', 'ü', 'x'.repeat(9000)]) {
      expect(hashOfFile(text)).toBe(sha256(text).digest('base64url'));
      expect(rollHeadAfter('ab'.repeat(32), text)).toBe(sha256('ab'.repeat(32) + text).digest('hex'));
    }
    expect(boardHead('a', 'b')).toBe(sha256('ab').digest('hex'));
  });
});

test('eight shards are a tile, 1,024 a bank', () => {
  expect([0, 7, 8, 1023, 1024].map((shard) => tileOf(rollLayout, shard))).toEqual([0, 0, 1, 127, 128]);
  expect([0, 1023, 1024, 2047, 2048].map((shard) => bankOf(rollLayout, shard))).toEqual([0, 0, 1, 1, 2]);
});

describe('the round of the beacon that decides', () => {
  const chain = { genesis: 1000, period: 3 };
  const outAt = (round: number) => 1_000_000 + (round - 1) * 3000;

  test.each([
    ['a lobby', lobbyBeacon(chain, 1_300_000, 1000), 9_000],
    ['a lobby of two million', lobbyBeacon(chain, 1_300_000, 2_000_000), 9_000],
    ['a larger one', lobbyBeacon(chain, 1_300_000, 2_000_001), 15_000],
    ['a later round', roundBeacon(chain, 1_300_000), 3_000],
  ])('of %s is the first that is far enough away', (_, round, away) => {
    expect(outAt(round)).toBeGreaterThanOrEqual(1_300_000 + away);
    expect(outAt(round - 1)).toBeLessThan(1_300_000 + away);
  });
});
