import { describe, expect, test } from '@jest/globals';
import type { Board } from '../../contracts/line.ts';
import { concernsLine, type Halt, haltFor, haltOf, inLobby, isSilent } from '../../rules/line-news.ts';
import type { Standing } from '../../rules/standing.ts';

const waiting: Standing = { at: 'waiting', position: 9, ahead: 3 };
const called: Standing = { at: 'called', position: 9, turn: 'first' };
const shopping: Standing = { at: 'shopping', position: 9, expiresAt: 1 };

describe('why nobody is called', () => {
  test.each<[Pick<Board, 'phase' | 'halt'>, Halt | undefined]>([
    [{ phase: 'open' }, undefined],
    [{ phase: 'paused' }, 'staff'],
    [{ phase: 'paused', halt: 'house' }, 'house'],
    [{ phase: 'open', halt: 'baskets' }, 'baskets'],
    [{ phase: 'sold-out', halt: 'staff' }, 'sold-out'],
    [{ phase: 'lobby', halt: 'staff' }, 'staff'],
  ])('%j is told as %s to those who wait, once', (board, halt) => {
    expect(haltOf(board)).toBe(halt);
    expect(haltFor(waiting, board)).toBe(halt);
  });

  test('a called fan hears that there is no seat, and not that others wait', () => {
    const told = (halt: Board['halt'], phase: Board['phase'] = 'open') =>
      haltFor(called, { phase, ...(halt && { halt }) });
    expect([told('staff'), told('house')]).toEqual([undefined, undefined]);
    expect([told('baskets'), told(undefined, 'sold-out')]).toEqual(['baskets', 'sold-out']);
  });

  test('once a fan shops, or all is over, the line is no concern of theirs', () => {
    for (const stand of [shopping, { at: 'over' } as const]) {
      expect(concernsLine(stand)).toBe(false);
      expect(haltFor(stand, { phase: 'sold-out' })).toBeUndefined();
    }
  });
});

test('a line is silent when its doors are open and nobody has written its board for a minute', () => {
  const line = { opensAt: 100_000 };
  expect(isSilent(line, undefined, 100_000)).toBe(false);
  expect(isSilent(line, undefined, 100_001)).toBe(true);
  expect(isSilent(line, { writtenAt: 100_000 }, 160_000)).toBe(false);
  expect(isSilent(line, { writtenAt: 100_000 }, 160_001)).toBe(true);
  expect(isSilent(line, { writtenAt: 0 }, 90_000)).toBe(false);
});

test('the board’s number is that of the lobby only before the doors of a line with one window', () => {
  const tiers = [{ id: 'a', name: 'Friends', entry: 'members', opensAt: 1, round: 0 }] as const;
  expect(inLobby({}, { phase: 'lobby', waiting: 12 })).toBe(12);
  expect(inLobby({}, { phase: 'open', waiting: 12 })).toBeUndefined();
  expect(inLobby({}, undefined)).toBeUndefined();
  expect(inLobby({ tiers }, { phase: 'lobby', waiting: 12 })).toBeUndefined();
});
