import { describe, expect, test } from '@jest/globals';
import type { Board } from '../../../contracts/line.ts';
import { pollMs } from '../../../rehearsal/fans/poll-interval.ts';
import fc from '../../properties.ts';

const board = (changes: Partial<Board> = {}): Board => ({
  v: 1,
  onSale: 'friends',
  phase: 'open',
  writtenAt: 0,
  opensAt: 0,
  round: 1,
  drawn: 10_000,
  calledUpTo: 0,
  waiting: 10_000,
  rate: 600,
  ledger: { n: 0, rolls: 0, head: '' },
  ...changes,
});

describe('how often a waiting fan looks', () => {
  test('never more than every 3 s, never less than every 60 s', () => {
    fc.assert(
      fc.property(fc.option(fc.nat(), { nil: undefined }), fc.nat(10_000), (ahead, rate) => {
        const pause = pollMs(board({ rate }), ahead, 0);
        expect(pause).toBeGreaterThanOrEqual(3000);
        expect(pause).toBeLessThanOrEqual(60_000);
      }),
    );
  });

  test('a wait of half an hour costs fewer than 50 looks', () => {
    let polls = 0;
    for (let left = 1_800_000; left > 0; polls += 1) left -= pollMs(board(), (left / 60_000) * 600, 0);
    expect(polls).toBeGreaterThan(30);
    expect(polls).toBeLessThan(50);
  });

  test('in the lobby it is the doors that come nearer', () => {
    expect(pollMs(board({ phase: 'lobby', opensAt: 600_000 }), undefined, 0)).toBe(60_000);
    expect(pollMs(board({ phase: 'lobby', opensAt: 60_000 }), undefined, 0)).toBe(13_000);
    expect(pollMs(board({ phase: 'lobby', opensAt: 60_000 }), undefined, 61_000)).toBe(3000);
  });
});
