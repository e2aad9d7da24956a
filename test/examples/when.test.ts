import { describe, expect, test } from '@jest/globals';
import { dayOf, daysBetween, durationOf, momentOf, weekdayOf } from '../../examples/when.ts';

const loadedAt = Date.UTC(2026, 10, 21, 20, 0, 0);
const may = (day: number) => ({ year: 2027, month: 5, day });

describe('moments', () => {
  test.each([
    ['PT2M', 120_000],
    ['PT90S', 90_000],
    ['P1DT1H', 90_000_000],
    ['P2W', 1_209_600_000],
    ['P7D', 604_800_000],
  ])('%s', (text, length) => {
    expect(durationOf(text)).toBe(length);
    expect(momentOf(`+${text}`, loadedAt)).toBe(loadedAt + length);
  });

  test('an instant needs a zone', () => {
    expect(momentOf('2027-05-01T09:00:00+01:00', loadedAt)).toBe(Date.UTC(2027, 4, 1, 8));
    expect(momentOf('2027-05-01T09:00Z', loadedAt)).toBe(Date.UTC(2027, 4, 1, 9));
  });

  test.each([
    '',
    'P',
    'PT',
    'PT5',
    '5 minutes',
    '-PT5M',
    '+',
    '+5',
    '2027-05-01',
    '2027-05-01T09:00:00',
    'tomorrow',
    '2027-13-01T00:00Z',
    '2027-02-30T09:00Z',
    '2027-02-29T09:00:00+01:00',
    '2027-06-31T23:30:00Z',
    '2027-05-01T24:00Z',
    '2027-05-01T09:00+25:00',
  ])('%j is none', (text) => {
    expect(momentOf(text, loadedAt)).toBeUndefined();
    expect(durationOf(text)).toBeUndefined();
  });
});

describe('days and times', () => {
  test('days that a year does not have', () => {
    expect(dayOf('02-29', 2028)).toEqual({ year: 2028, month: 2, day: 29 });
    for (const text of ['02-29', '02-30', '13-01', '00-10', '5-1', 'May 1']) expect(dayOf(text, 2027)).toBeUndefined();
  });

  test('a stretch of days over the end of a month, and of summer time', () => {
    const days = daysBetween({ year: 2027, month: 10, day: 29 }, { year: 2027, month: 11, day: 2 });
    expect(days.map(({ day }) => day)).toEqual([29, 30, 31, 1, 2]);
    expect(days.map(weekdayOf)).toEqual(['Fri', 'Sat', 'Sun', 'Mon', 'Tue']);
    expect(daysBetween(may(2), may(1))).toEqual([]);
  });
});
