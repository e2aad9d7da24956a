import { describe, expect, test } from '@jest/globals';
import type { Tier } from '../../contracts/line.ts';
import { standing } from '../../rules/standing.ts';
import { waysOf, windowOf, windowsOf } from '../../rules/windows.ts';

const tiers: readonly Tier[] = [
  { id: 'a', name: 'Benefactors', entry: 'members', opensAt: 100, round: 0 },
  { id: 'b', name: 'Friends', entry: 'members', opensAt: 200, round: 65_536 },
  { id: 'c', name: 'Everyone', entry: 'open', opensAt: 300, round: 131_072 },
];
const line = { opensAt: 100, closesAt: 900, title: 'Winter', entry: 'members', tiers } as const;

describe('windows', () => {
  test('a line without tiers is one window, of its own name and entry', () => {
    expect(windowsOf({ opensAt: 5, title: 'Winter', entry: 'open' })).toEqual([
      { id: '', name: 'Winter', entry: 'open', opensAt: 5, round: 0 },
    ]);
  });

  test.each([
    [0, 'a'],
    [17, 'a'],
    [65_536, 'b'],
    [65_540, 'b'],
    [131_072, 'c'],
  ])('round %i belongs to window %s', (round, id) => {
    expect(windowOf(line, round).id).toBe(id);
  });

  test('each way in is named once, with its windows', () => {
    expect(waysOf(line).map(({ entry, windows }) => [entry, windows.map(({ id }) => id)])).toEqual([
      ['members', ['a', 'b']],
      ['open', ['c']],
    ]);
  });

  test('a fan waits in the lobby of their own window until its doors open, though others’ are', () => {
    const known = { line, board: { phase: 'open' }, calledUpTo: 0, place: { round: 65_536 } } as const;
    expect(standing({ ...known, now: 150 }).at).toBe('lobby');
    expect(standing({ ...known, now: 200 }).at).toBe('drawing');
    expect(standing({ ...known, place: { round: 65_537 }, now: 250 }).at).toBe('drawing');
  });
});
