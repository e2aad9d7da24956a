import { describe, expect, test } from '@jest/globals';
import { nextFiring, readSchedule } from '../../schedules/schedule-expression.ts';

const next = (expression: string, after: string): string | undefined => {
  const read = readSchedule(expression);
  if (!read.ok) throw new Error(read.problem);
  const at = nextFiring(read.schedule, Date.parse(after));
  return at === undefined ? undefined : new Date(at).toISOString();
};

describe('schedules', () => {
  test.each([
    ['rate(1 minute)', '2026-05-01T08:59:30Z', '2026-05-01T09:00:30.000Z'],
    ['rate(2 hours)', '2026-05-01T08:59:30Z', '2026-05-01T10:59:30.000Z'],
    ['cron(* * * * ? *)', '2026-05-01T08:59:30Z', '2026-05-01T09:00:00.000Z'],
    ['cron(0 9 * * ? *)', '2026-05-01T09:00:00Z', '2026-05-02T09:00:00.000Z'],
    ['cron(0 9 ? * MON-FRI *)', '2026-05-01T09:00:00Z', '2026-05-04T09:00:00.000Z'],
    ['cron(0/20 8-10 1,15 MAY ? 2027)', '2026-05-01T09:00:00Z', '2027-05-01T08:00:00.000Z'],
    ['cron(5/25 * * * ? *)', '2026-05-01T09:06:00Z', '2026-05-01T09:30:00.000Z'],
  ])('%s after %s', (expression, after, expected) => {
    expect(next(expression, after)).toBe(expected);
  });

  test('one whose year is over fires no more', () => {
    expect(next('cron(0 9 1 1 ? 2020)', '2026-05-01T09:00:00Z')).toBeUndefined();
  });

  test.each([
    'rate(0 minutes)',
    'rate(1 fortnight)',
    'cron(* * *)',
    'cron(0 9 L * ? *)',
    'cron(61 * * * ? *)',
    'at(2026-05-01T09:00:00)',
  ])('%s is refused with a sentence that shows it', (expression) => {
    const read = readSchedule(expression);
    expect(read.ok).toBe(false);
    if (!read.ok) expect(read.problem).toContain(expression.slice(0, 4));
  });
});
