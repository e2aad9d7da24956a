import { describe, expect, test } from '@jest/globals';
import type { Season } from '../../../contracts/catalogue.ts';
import type { Board } from '../../../contracts/line.ts';
import { askedFor, lineRefusals, type Read } from '../../../lib/deployment/live-lines.ts';

const minute = 60_000;
const doors = Date.UTC(2027, 2, 1, 9);
const closes = doors + 8 * 60 * minute;
const there = <File>(file: object): Read<File> => ({ is: 'there', file: file as File });
const season = there<Season>({ onSales: [{ id: 'friends', opensAt: doors, closesAt: closes }] });
const board = (phase: Board['phase'], waiting = 0) => new Map([['friends', there<Board>({ phase, waiting })]]);
const none = new Map<string, Read<Board>>();
const phrases = (now: number, boards: ReadonlyMap<string, Read<Board>>, of = season) =>
  lineRefusals('north', { season: of, boards }, now).map(({ phrase }) => phrase);

const whileLive = ['deploy north while friends is live'];
const unknowing = ['deploy north without knowing its lines'];

describe('a stage is left alone', () => {
  test('from an hour before the doors until the line is closed', () => {
    expect(phrases(doors - 61 * minute, board('lobby'))).toEqual([]);
    expect(phrases(doors - 60 * minute, board('lobby'))).toEqual(whileLive);
    for (const phase of ['lobby', 'open', 'paused', 'sold-out'] as const)
      expect(phrases(doors + minute, board(phase))).toEqual(whileLive);
    expect(phrases(doors + minute, board('closed'))).toEqual([]);
    expect(phrases(closes, board('open'))).toEqual([]);
  });

  test('by the doors that open first, of several tiers', () => {
    const tiers = [{ opensAt: doors }, { opensAt: doors - 90 * minute }];
    const tiered = there<Season>({ onSales: [{ id: 'friends', opensAt: doors, closesAt: closes, tiers }] });
    expect(phrases(doors - 100 * minute, board('lobby'), tiered)).toEqual(whileLive);
  });

  test('and says why', () => {
    const said = lineRefusals('north', { season, boards: board('open', 12_000) }, doors + minute);
    expect(said.map(({ sentence }) => sentence)).toEqual(['The line of friends is live: open, 12000 wait.']);
    expect(lineRefusals('north', { season, boards: board('lobby') }, doors - 5 * minute)[0]?.sentence).toBe(
      'The doors of friends open in 5 minutes.',
    );
  });

  test('when it cannot be told', () => {
    const silent = { is: 'unknown', why: 'https://live.example.org answers 503' } as const;
    expect(phrases(doors, none, silent)).toEqual(unknowing);
    expect(phrases(doors, new Map([['friends', silent]]))).toEqual(unknowing);
    expect(phrases(doors, none)).toEqual(unknowing);
  });
});

test('nothing is on while no season is published, or nobody opened the line', () => {
  expect(phrases(doors, none, { is: 'missing' })).toEqual([]);
  expect(phrases(doors + minute, new Map([['friends', { is: 'missing' }]]))).toEqual([]);
  expect(phrases(doors - minute, new Map([['friends', { is: 'missing' }]]))).toEqual(whileLive);
});

test('only boards of on-sales whose time it is are asked for', () => {
  expect(askedFor(season, doors - 61 * minute)).toEqual([]);
  expect(askedFor(season, doors)).toEqual(['friends']);
  expect(askedFor({ is: 'missing' }, doors)).toEqual([]);
});
