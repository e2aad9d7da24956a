import { describe, expect, test } from '@jest/globals';
import type { Board } from '../../contracts/line.ts';
import { furthest, type Known, standing } from '../../rules/standing.ts';
import { type LineState, standingOf, withBoard, withTime } from '../../site/line/line-state.ts';
import fc from '../properties.ts';

const line = { opensAt: 100_000, closesAt: 900_000 };
const before: Known = { line, calledUpTo: 0, now: 50_000 };
const during: Known = { line, calledUpTo: 0, now: 150_000, board: { phase: 'open' } };

describe('where a fan stands', () => {
  test.each<[string, Known, string]>([
    ['nobody yet, before the doors', before, 'outside'],
    ['in the lobby', { ...before, place: { round: 0 } }, 'lobby'],
    ['in the lobby when the doors open', { ...during, place: { round: 0 } }, 'drawing'],
    ['in a later round, not drawn', { ...during, place: { round: 4 } }, 'drawing'],
    ['behind the call', { ...during, place: { round: 0 }, position: 9, calledUpTo: 8 }, 'waiting'],
    ['called', { ...during, place: { round: 0 }, position: 8, calledUpTo: 8 }, 'called'],
    ['with a pass', { ...during, place: { round: 0 }, position: 8, pass: { expiresAt: 150_001 } }, 'shopping'],
    [
      'with a pass that is over',
      { ...during, place: { round: 0 }, position: 8, calledUpTo: 8, pass: { expiresAt: 150_000 } },
      'called',
    ],
    ['when the line is closed', { ...during, board: { phase: 'closed' }, position: 8 }, 'over'],
    ['after the last moment, with an old board', { ...during, now: 900_000 }, 'over'],
    ['with a pass when the line closes', { ...during, now: 900_000, pass: { expiresAt: 900_001 } }, 'shopping'],
  ])('%s', (_name, known, at) => {
    expect(standing(known).at).toBe(at);
  });

  test('the board’s word on the doors counts before any clock', () => {
    expect(standing({ ...before, now: 150_000, board: { phase: 'lobby' } })).toEqual({
      at: 'outside',
      doors: 'before',
    });
    expect(standing({ ...before, board: { phase: 'open' } })).toEqual({ at: 'outside', doors: 'open' });
  });

  test('says how many are ahead, and how far the line has come', () => {
    const known = { ...during, place: { round: 0 }, position: 11, calledUpTo: 5 };
    expect(standing(known)).toEqual({ at: 'waiting', position: 11, ahead: 5, progress: 0.5 });
  });

  test('the number ahead never grows, whatever order boards arrive in', () => {
    const boards = fc.array(fc.record({ at: fc.nat(1_000), calledUpTo: fc.nat(500) }), { maxLength: 30 });
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 500 }), boards, (position, arriving) => {
        let called = 0;
        let ahead = Number.POSITIVE_INFINITY;
        for (const board of arriving) {
          called = furthest(called, board);
          const now = standing({ ...during, place: { round: 0 }, position, calledUpTo: called });
          const next = now.at === 'waiting' ? now.ahead : 0;
          expect(next).toBeLessThanOrEqual(ahead);
          ahead = next;
        }
      }),
    );
  });
});

describe('a new board', () => {
  const board: Board = {
    v: 1,
    onSale: 'friends',
    phase: 'open',
    at: 200_000,
    opensAt: 100_000,
    round: 1,
    drawn: 1_000,
    calledUpTo: 100,
    waiting: 900,
    rate: 60,
    ledger: { n: 1, head: '' },
  };
  const state: LineState = {
    onSale: 'friends',
    goal: '/',
    line: {
      ...line,
      v: 1,
      onSale: 'friends',
      title: '',
      entry: 'open',
      roundSeconds: 3,
      chain: { anchor: '', length: 1 },
      receiptKey: '',
    },
    kept: { receipt: 'r', place: { v: 1, onSale: 'friends', fan: 'f', round: 0, shard: 0, index: 0, joinedAt: 0 } },
    position: 701,
    calledUpTo: 0,
    shown: 0,
    signals: {},
    now: 200_000,
    visible: true,
    unanswered: 3,
  };

  test('tells the wait from the number ahead and the rate', () => {
    const next = { ...state, ...withBoard(state, board) };
    expect(next.wait).toEqual({ half: 10, most: 15 });
    expect(next.unanswered).toBe(0);
    expect(standingOf(next)).toMatchObject({ at: 'waiting', ahead: 600 });
  });

  test('counts on between two boards, and never back when the next is behind', () => {
    const known = { ...state, ...withBoard(state, board) };
    const later = { ...known, ...withTime(known, 230_000, true) };
    expect(later.shown).toBeGreaterThan(later.calledUpTo);
    const paused = { ...later, ...withBoard(later, { ...board, at: 231_000, phase: 'paused' }) };
    expect(withTime(paused, 232_000, true).shown).toBe(later.shown);
  });

  test('an older board changes nothing that was said', () => {
    const next = { ...state, ...withBoard(state, board) };
    expect(withBoard(next, { ...board, at: 199_000, calledUpTo: 50, phase: 'paused' })).toEqual({ unanswered: 0 });
  });
});
