import { describe, expect, test } from '@jest/globals';
import type { Board } from '../../../contracts/line.ts';
import { pollSeconds } from '../../../rehearsal/fans/poll-interval.ts';
import fc from '../../properties.ts';

const board = (changes: Partial<Board> = {}): Board => ({
  v: 1,
  onSale: 'friends',
  phase: 'open',
  at: 0,
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
        const seconds = pollSeconds(board({ rate }), ahead, 0);
        expect(seconds).toBeGreaterThanOrEqual(3);
        expect(seconds).toBeLessThanOrEqual(60);
      }),
    );
  });

  test('a wait of half an hour costs fewer than 50 looks', () => {
    let polls = 0;
    for (let left = 1800; left > 0; polls += 1) left -= pollSeconds(board(), (left / 60) * 600, 0);
    expect(polls).toBeGreaterThan(30);
    expect(polls).toBeLessThan(50);
  });

  test('in the lobby it is the doors that come nearer', () => {
    expect(pollSeconds(board({ phase: 'lobby', opensAt: 600_000 }), undefined, 0)).toBe(60);
    expect(pollSeconds(board({ phase: 'lobby', opensAt: 60_000 }), undefined, 0)).toBe(13);
    expect(pollSeconds(board({ phase: 'lobby', opensAt: 60_000 }), undefined, 61_000)).toBe(3);
  });
});
