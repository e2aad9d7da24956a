import { describe, expect, test } from '@jest/globals';
import { type FanReading, FanReadings, seenOf } from '../../../rehearsal/chaos/fan-readings.ts';
import type { SiteAnswer, Step } from '../../../rehearsal/site.ts';

const t0 = 1_800_000_000_000;

function heardBy(
  answers: readonly (readonly [seconds: number, step: Step, answer: Partial<SiteAnswer>, path?: string])[],
) {
  let now = t0;
  const readings = new FanReadings(() => now);
  for (const [seconds, step, answer, path = '/p'] of answers) {
    now = t0 + seconds * 1000;
    readings.hear({ step, method: 'GET', path }, { status: 200, body: {}, ...answer });
  }
  return readings.all.map(({ bad }) => bad ?? 'good');
}

const board = (age: number, at: number, phase = 'open') => ({ body: { phase, writtenAt: t0 + (at - age) * 1000 } });

describe('a reading is bad', () => {
  test('without an answer, and of a server error; a refusal is an answer', () => {
    expect(
      heardBy([
        [0, 'join', { status: 0 }],
        [0, 'join', { status: 503 }],
        [0, 'join', { status: 409 }],
      ]),
    ).toEqual(['no-answer', 'server-error', 'good']);
  });

  test('of a board that is old, while its line is open', () => {
    expect(
      heardBy([
        [50, 'board', board(2, 50)],
        [50, 'board', board(16, 50)],
        [50, 'board', board(16, 50, 'closed')],
      ]),
    ).toEqual(['good', 'old-board', 'good']);
  });

  test('of seats that stay undecided, each by itself, until they are decided', () => {
    expect(
      heardBy([
        [0, 'hold poll', { body: { state: 'pending' } }, '/a'],
        [15, 'hold poll', { body: { state: 'pending' } }, '/b'],
        [21, 'hold poll', { body: { state: 'pending' } }, '/a'],
        [22, 'hold poll', { body: { state: 'pending' } }, '/b'],
        [23, 'hold poll', { body: { state: 'held' } }, '/a'],
        [24, 'hold poll', { body: { state: 'pending' } }, '/a'],
      ]),
    ).toEqual(['good', 'good', 'undecided', 'good', 'good', 'good']);
  });
});

describe('what was seen of a fault', () => {
  const time = { beganAt: t0, endedAt: t0 + 60_000 };
  const at = (seconds: number, bad?: FanReading['bad']): FanReading => ({
    at: t0 + seconds * 1000,
    step: 'hold',
    ...(bad && { bad }),
  });
  const looks = (from: number) => Array.from({ length: 20 }, (_, n) => at(from + n));

  test('it had healed with the last bad reading after its end', () => {
    const readings = [at(-5, 'no-answer'), at(10, 'server-error'), at(70, 'server-error'), ...looks(80)];
    expect(seenOf(readings, time)).toEqual({
      bad: [{ what: 'hold: server error', times: 2, until: 70 }],
      healedAfter: 10,
      wasLookedAt: true,
    });
  });

  test('it had healed at once if nothing was bad after it', () => {
    expect(seenOf([at(10, 'no-answer'), ...looks(61)], time)).toMatchObject({ healedAfter: 0, wasLookedAt: true });
  });

  test('nobody knows if nobody looked any more', () => {
    expect(seenOf([at(10, 'no-answer'), at(61)], time).wasLookedAt).toBe(false);
  });
});
