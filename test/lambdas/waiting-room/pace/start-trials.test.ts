import { describe, expect, test } from '@jest/globals';
import { trialBegins } from '../../../../lambdas/waiting-room/pace/start-trials.ts';

const minute = 60_000;
const opensAt = 1_800_000_000_000;
const endsAt = opensAt + 120 * minute;
const line = { onSale: 'friends', opensAt, endsAt };
const begins = (from: number, until: number, lines = [line]) =>
  Array.from({ length: (until - from) / minute }, (_, n) => from + n * minute + 700).filter((now) =>
    trialBegins(lines, now),
  );

describe('a run of the trial begins', () => {
  test('every five minutes, from an hour before the doors to the end of the line', () => {
    const starts = begins(opensAt - 180 * minute, endsAt + 60 * minute);
    expect(starts).toHaveLength(36);
    expect(Math.min(...starts)).toBeGreaterThanOrEqual(opensAt - 60 * minute);
    expect(Math.max(...starts)).toBeLessThan(endsAt);
  });

  test('never while no line is near, nor for the line of a trial', () => {
    const day = 24 * 60 * minute;
    expect(begins(opensAt - day, opensAt, [])).toEqual([]);
    const trial = { ...line, onSale: `trial-${'a'.repeat(26)}` };
    expect(begins(opensAt - 60 * minute, endsAt, [trial])).toEqual([]);
  });
});
