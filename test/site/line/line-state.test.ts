import { describe, expect, test } from '@jest/globals';
import type { Board } from '../../../contracts/line.ts';
import { rollLayout } from '../../../contracts/roll.ts';
import { waitTold } from '../../../site/line/inside/wait-told.ts';
import { type LineState, standingOf, wantsLater, withBoard, withTime } from '../../../site/line/line-state.ts';

describe('a new board', () => {
  const board: Board = {
    v: 1,
    onSale: 'friends',
    phase: 'open',
    writtenAt: 200_000,
    opensAt: 100_000,
    round: 1,
    drawn: 1_000,
    calledUpTo: 100,
    waiting: 900,
    rate: 60,
    ledger: { n: 1, rolls: 0, head: '' },
  };
  const state: LineState = {
    onSale: 'friends',
    goal: '/',
    line: {
      opensAt: 100_000,
      closesAt: 900_000,
      v: 2,
      onSale: 'friends',
      title: '',
      roll: rollLayout,
      entry: 'open',
      roundSeconds: 3,
      chain: { anchor: '', length: 1 },
      receiptKey: '',
    },
    kept: {
      receipt: 'r',
      place: { v: 2, onSale: 'friends', fan: 'f', mark: 'm', round: 0, shard: 0, index: 0, joinedAt: 0 },
    },
    position: 701,
    calledUpTo: 0,
    shown: 0,
    signals: {},
    forgetful: false,
    now: 200_000,
    visible: true,
    unanswered: 3,
  };

  test('tells the wait from the number ahead and the rate', () => {
    const next = { ...state, ...withBoard(state, board) };
    expect(waitTold(next)).toMatchObject({ half: 10, most: 15 });
    expect(next.unanswered).toBe(0);
    expect(standingOf(next)).toMatchObject({ at: 'waiting', ahead: 600 });
  });

  test('counts on between two boards, and never back when the next is behind', () => {
    const known = { ...state, ...withBoard(state, board) };
    const later = { ...known, ...withTime(known, 230_000, true) };
    expect(later.shown).toBeGreaterThan(later.calledUpTo);
    const paused = { ...later, ...withBoard(later, { ...board, writtenAt: 231_000, phase: 'paused' }) };
    expect(withTime(paused, 232_000, true).shown).toBe(later.shown);
  });

  test('that nobody writes any more is no answer, though it came', () => {
    const quiet = { ...state, unanswered: 0, now: 300_000 };
    const first = { ...quiet, ...withBoard(quiet, board) };
    expect(first.unanswered).toBe(1);
    expect(withBoard(first, board).unanswered).toBe(2);
    expect(withBoard(first, { ...board, writtenAt: 299_000 }).unanswered).toBe(0);
  });

  test('an older board changes nothing that was said', () => {
    const next = { ...state, ...withBoard(state, board) };
    expect(withBoard(next, { ...board, writtenAt: 199_000, calledUpTo: 50, phase: 'paused' })).toEqual({
      unanswered: 0,
    });
  });

  test('a browser that keeps nothing is told so before its fan joins', () => {
    const { kept: _, position: __, ...outside } = { ...state, ...withBoard(state, board) };
    const stand = standingOf(outside);
    expect(stand.at).toBe('outside');
    expect(wantsLater(outside, stand, 'open')).toBe(false);
    expect(wantsLater({ ...outside, forgetful: true }, stand, 'open')).toBe(true);
    expect(wantsLater({ ...state, forgetful: true }, standingOf(state), 'open')).toBe(false);
  });
});
