import { describe, expect, test } from '@jest/globals';
import type { Evidence } from '../../../rehearsal/audit/evidence.ts';
import { auditPolls, pollingOf } from '../../../rehearsal/audit/polls.ts';
import { pollsOfWait } from '../../../rehearsal/audit/polls-of-wait.ts';

describe('looks of a wait', () => {
  test('of 30 minutes are some 40, of one minute some 15', () => {
    expect(pollsOfWait(30)).toBeGreaterThan(30);
    expect(pollsOfWait(30)).toBeLessThan(50);
    expect(pollsOfWait(1)).toBeGreaterThan(8);
    expect(pollsOfWait(1)).toBeLessThan(20);
    expect(pollsOfWait(0)).toBe(0);
  });

  test('are compared at any length: a fan who looks twice as often would look twice as often for 30 minutes', () => {
    const watches = [2, 5, 10].map((minutes) => ({
      polls: 2 * pollsOfWait(minutes),
      beganAt: 1000,
      endedAt: 1000 + minutes * 60_000,
    }));
    expect(pollingOf(watches)).toMatchObject({ minutes: 5, pollsOf30Minutes: 2 * pollsOfWait(30) });
  });

  test('of nobody are none', () => {
    expect(pollingOf([])).toBeUndefined();
    expect(pollingOf([{ polls: 1, beganAt: 5, endedAt: 5 }])).toBeUndefined();
  });
});

describe('reads at the origin', () => {
  const lines = [{ sheets: Array.from({ length: 20 }, () => ({})) }] as unknown as Evidence['lines'];
  const audit = (originReads: number) =>
    auditPolls({ lines }, { cdn: { requests: 90_000, originReads, seconds: 100 } });

  test('that follow the seconds and the rounds are well', () => {
    expect(audit(150)).toEqual([expect.objectContaining({ rule: 'polls', ok: true })]);
  });

  test('that follow the fans are a breach', () => {
    expect(audit(90_000)).toEqual([expect.objectContaining({ rule: 'polls', ok: false })]);
  });

  test('that nobody counted are not judged', () => {
    expect(auditPolls({ lines }, {})).toEqual([]);
  });
});
