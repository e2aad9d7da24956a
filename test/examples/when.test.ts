import { describe, expect, test } from '@jest/globals';
import { dayOf, daysBetween, durationOf, instantOf, momentOf, weekdayOf } from '../../examples/when.ts';
import fc from '../properties.ts';

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

  test('the venue’s clock, summer and winter, east and west', () => {
    expect(instantOf(may(3), '19:30', 'Europe/London')).toBe(Date.UTC(2027, 4, 3, 18, 30));
    expect(instantOf({ year: 2027, month: 1, day: 3 }, '19:30', 'Europe/London')).toBe(Date.UTC(2027, 0, 3, 19, 30));
    expect(instantOf(may(3), '19:30', 'America/New_York')).toBe(Date.UTC(2027, 4, 3, 23, 30));
    expect(instantOf(may(3), '00:15', 'Asia/Kathmandu')).toBe(Date.UTC(2027, 4, 2, 18, 30));
  });

  test('clocks in the zone show the time again, on any day but in the hour that is left out', () => {
    const zones = ['Europe/London', 'America/Los_Angeles', 'Australia/Lord_Howe', 'UTC'];
    fc.assert(
      fc.property(
        fc.constantFrom(...zones),
        fc.integer({ min: 0, max: 364 }),
        fc.integer({ min: 4, max: 23 }),
        (zone, n, hour) => {
          const day = daysBetween({ year: 2027, month: 1, day: 1 }, { year: 2027, month: 12, day: 31 })[n];
          if (!day) throw new Error('no such day');
          const time = `${`${hour}`.padStart(2, '0')}:30`;
          const shown = new Intl.DateTimeFormat('en-GB', {
            timeZone: zone,
            dateStyle: 'short',
            timeStyle: 'short',
          }).format(instantOf(day, time, zone));
          const two = (part: number) => `${part}`.padStart(2, '0');
          expect(shown).toBe(`${two(day.day)}/${two(day.month)}/${day.year}, ${time}`);
        },
      ),
      { numRuns: 200 },
    );
  });
});
