import { expect, test } from '@jest/globals';
import { pollMs } from '../../rules/poll-rhythm.ts';

const board = { phase: 'open', opensAt: 0, rate: 60 } as const;

/* That it is never rarer or more often than it may is in test/rehearsal/fans/poll-interval.test.ts. */

test('every 3 s in the last half minute, and another second later for every three that the turn is farther away', () => {
  const looks = [0, 29, 30, 33, 45, 60, 198, 201, 900].map((left) => [left, pollMs(board, left, 0) / 1000]);
  expect(looks).toEqual([
    [0, 3],
    [29, 3],
    [30, 3],
    [33, 4],
    [45, 8],
    [60, 13],
    [198, 59],
    [201, 60],
    [900, 60],
  ]);
});

test('a line without a rate is taken for one of 300 a minute', () => {
  expect(pollMs({ ...board, rate: 0 }, 300, 0)).toBe(pollMs({ ...board, rate: 300 }, 300, 0));
  expect(pollMs({ ...board, rate: 0 }, 300, 0)).toBe(13_000);
});

test('before the draw it is the doors that come nearer: those of the line, or those of the fan', () => {
  expect(pollMs({ ...board, opensAt: 45_000 }, undefined, 0)).toBe(8000);
  expect(pollMs({ ...board, opensAt: 45_000 }, undefined, 0, 60_000)).toBe(13_000);
});
