import { describe, expect, test } from '@jest/globals';
import { dials, lineOpening } from '../../../../contracts/line-operation.ts';
import { cacheControl } from '../../../../contracts/paths.ts';
import type { Stock } from '../../../../contracts/stock.ts';
import type { LineRecord } from '../../../../lambdas/waiting-room/line/line-store.ts';
import { nobody } from '../../../../lambdas/waiting-room/line/shoppers-store.ts';
import { boardOf, isSoldOut } from '../../../../lambdas/waiting-room/pace/board.ts';
import { waitAt } from '../../../../rules/wait.ts';
import { aLine } from '../line/line-store.contract.ts';

const now = 1_800_000_000_000;
const stock = (more: Partial<Stock> = {}): Stock => ({
  v: 1,
  onSale: 'x',
  countedAt: now,
  seats: 1000,
  free: 400,
  held: 100,
  sold: 500,
  asks: { decided: 0, refused: 0, slow: 0 },
  ...more,
});
const shoppers = nobody;

function open(more: Partial<LineRecord['progress']> = {}): LineRecord {
  const line = aLine();
  return {
    ...line,
    facts: { ...line.facts, opensAt: now - 600_000, closesAt: now + 600_000 },
    progress: { ...line.progress, lobbies: 1, drawnRounds: 1, drawn: 5000, calledUpTo: 1000, ...more },
  };
}

test('the largest board there can be is within 600 bytes, and is kept for a second', () => {
  for (const twice of ['ŵ', '"', '\\', '\n']) {
    expect(dials.shape.message.safeParse(twice.repeat(50)).success).toBe(true);
    expect(dials.shape.message.safeParse(`${twice.repeat(50)}!`).success).toBe(false);
  }
  const message = '"'.repeat(50);
  expect(lineOpening.shape.onSale.safeParse('x'.repeat(41)).success).toBe(false);
  const line = open({
    drawn: 9_999_999,
    calledUpTo: 1_234_567,
    open: { round: 262_143, shards: 16 },
    effort: 2_000_000,
    calls: [{ calledAt: now - 1000, from: 0, upTo: 7, claimBy: now + 60_000 }],
    ledger: { n: 999_999, head: 'f'.repeat(64) },
    rolls: { n: 262_143, head: 'f'.repeat(64) },
    closing: [{ round: 262_142, shards: 16, committed: { size: 9, beacon: 98_765_432 } }],
  });
  const board = boardOf(
    {
      ...line,
      admits: ['SncQBytF', 'oz5ti_uK', 'TCFZlAB0', 'b-jr1ioY'],
      facts: { ...line.facts, onSale: 'x'.repeat(40) },
      dials: { ...line.dials, message },
    },
    {
      joined: 999_999,
      shoppers: { ...nobody, inUse: new Set(Array.from({ length: 99_999 }, (_, position) => `${position}.1`)) },
      stock: stock({ seats: 999_999, free: 99_999, held: 99_999, sold: 999_999 }),
      now,
    },
  );
  expect(board.wait).toBeDefined();
  expect(board.odds).toBeDefined();
  expect(Buffer.byteLength(JSON.stringify(board))).toBeLessThanOrEqual(600);
  expect(cacheControl.board).toMatch(/max-age=1,.*stale-while-revalidate=\d+.*stale-if-error=\d+/);
});

describe('what it says of seats', () => {
  const said = (more: Partial<Stock>, line = open()) => {
    const { phase, halt } = boardOf(line, { joined: 0, shoppers, stock: stock(more), now });
    return { phase, halt };
  };

  test.each([
    ['some are free', {}, { phase: 'open', halt: undefined }],
    ['all are in baskets', { free: 0 }, { phase: 'open', halt: 'baskets' }],
    ['all are sold', { free: 0, held: 0 }, { phase: 'sold-out', halt: undefined }],
    [
      'all performances were cancelled',
      { off: true as const, seats: 0, free: 0, held: 0, sold: 0 },
      { phase: 'sold-out', halt: undefined },
    ],
    [
      'all that would be left was stopped by staff',
      { stopped: 182, free: 0, held: 0 },
      { phase: 'paused', halt: 'staff' },
    ],
    ['some was stopped, and the rest is in baskets', { stopped: 9, free: 0 }, { phase: 'open', halt: 'baskets' }],
    ['some was stopped, and some is free', { stopped: 9 }, { phase: 'open', halt: undefined }],
    ['there is no house yet', { seats: 0, free: 0, held: 0, sold: 0 }, { phase: 'open', halt: undefined }],
  ])('%s', (_, more, expected) => {
    expect(said(more)).toEqual(expected);
  });

  test('paused by staff, or by the house', () => {
    const line = open();
    expect(said({}, { ...line, dials: { ...line.dials, paused: true } })).toEqual({ phase: 'paused', halt: 'staff' });
    expect(said({}, open({ halted: { since: now, why: 'slow' } }))).toEqual({ phase: 'paused', halt: 'house' });
  });

  test('nothing while nobody counted', () => {
    expect(boardOf(open(), { joined: 0, shoppers, now })).not.toHaveProperty('odds');
    expect(isSoldOut(undefined)).toBe(false);
  });
});

test('the wait is at the middle and at the far end, half and nine of ten, in whole minutes; none while halted', () => {
  const calls = [{ calledAt: now - 1000, from: 900, upTo: 1000, claimBy: now + 60_000 }];
  const line = open({ calls });
  const { wait, rate, waiting } = boardOf(line, { joined: 0, shoppers, now });
  expect(waiting).toBe(4000);
  const told = (ahead: number) => waitAt({ rate }, ahead)?.map(Math.ceil);
  expect(wait).toEqual({ middle: told(2000), end: told(4000) });
  expect(wait?.middle[0]).toBeLessThan(wait?.end[0] ?? 0);
  expect(wait?.middle[0]).toBeLessThan(wait?.middle[1] ?? 0);
  const paused = { ...line, dials: { ...line.dials, paused: true } };
  expect(boardOf(paused, { joined: 0, shoppers, now })).not.toHaveProperty('wait');
  const nobodyYet = boardOf(open({ calledUpTo: 0 }), { joined: 0, shoppers, now });
  expect(nobodyYet).toMatchObject({ rate: 0 });
  expect(nobodyYet).not.toHaveProperty('wait');
});
