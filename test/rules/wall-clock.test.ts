import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { type Day, momentOnTheWall, timeOnTheWall, typedOnTheWall, zoneHere } from '../../rules/wall-clock.ts';
import fc from '../properties.ts';

const on = (text: string): Day => {
  const [year = 0, month = 0, day = 0] = text.split('-').map(Number);
  return { year, month, day };
};
const momentAt = (day: string, time: string, zone: string) => {
  const found = momentOnTheWall(on(day), time, zone);
  return found.ok ? new Date(found.at).toISOString().slice(0, 16) : undefined;
};

test.each([
  ['2027-05-03', '19:30', 'Europe/London', '2027-05-03T18:30'],
  ['2027-01-03', '19:30', 'Europe/London', '2027-01-03T19:30'],
  ['2027-05-03', '19:30', 'America/New_York', '2027-05-03T23:30'],
  ['2027-05-03', '00:15', 'Asia/Kathmandu', '2027-05-02T18:30'],
  ['2027-05-03', '20:00', 'Pacific/Kiritimati', '2027-05-03T06:00'],
  ['2027-05-03', '20:00', 'Pacific/Pago_Pago', '2027-05-04T07:00'],
])('%s %s in %s is %s', (day, time, zone, moment) => {
  expect(momentAt(day, time, zone)).toBe(moment);
});

describe('where clocks are put forward', () => {
  test.each([
    ['2027-03-28', '01:30', 'Europe/London', '00:30', '02:30'],
    ['2027-03-28', '02:59', 'Europe/Berlin', '01:59', '03:59'],
    ['2027-03-14', '02:30', 'America/New_York', '01:30', '03:30'],
    ['2027-09-05', '00:15', 'America/Santiago', '23:15', '01:15'],
    ['2027-10-03', '02:15', 'Australia/Lord_Howe', '01:45', '02:45'],
    ['2027-09-26', '02:30', 'Pacific/Auckland', '01:30', '03:30'],
    ['2027-03-27', '23:30', 'America/Nuuk', '22:30', '00:30'],
    ['2011-12-30', '19:30', 'Pacific/Apia', '19:30', '19:30'],
  ])('%s %s in %s is no time; %s and %s are', (day, time, zone, before, after) => {
    const found = momentOnTheWall(on(day), time, zone);
    if (found.ok) throw new Error(`became ${new Date(found.at).toISOString()}`);
    expect([found.earlier, found.later].map((at) => timeOnTheWall(at, zone))).toEqual([before, after]);
  });

  test('the minutes before and after are times', () => {
    expect(momentAt('2027-03-28', '00:59', 'Europe/London')).toBe('2027-03-28T00:59');
    expect(momentAt('2027-03-28', '02:00', 'Europe/London')).toBe('2027-03-28T01:00');
    expect(momentAt('2027-03-28', '02:30', 'Europe/London')).toBe('2027-03-28T01:30');
  });
});

test.each([
  ['2027-10-31', '01:30', 'Europe/London', '2027-10-31T00:30'],
  ['2027-10-31', '02:30', 'Europe/Berlin', '2027-10-31T00:30'],
  ['2027-11-07', '01:30', 'America/New_York', '2027-11-07T05:30'],
  ['2027-04-04', '01:45', 'Australia/Lord_Howe', '2027-04-03T14:45'],
  ['2027-04-04', '02:30', 'Australia/Sydney', '2027-04-03T15:30'],
])('where clocks are put back, %s %s in %s is the first of both: %s', (day, time, zone, moment) => {
  expect(momentAt(day, time, zone)).toBe(moment);
});

test('found in real seasons: a time is shown as it was written, or refused', () => {
  const { performances } = JSON.parse(readFileSync(join(import.meta.dirname, 'found/times.json'), 'utf8')) as {
    performances: readonly { timeZone: string; day: string; at: readonly string[] }[];
  };
  const outcomes = performances.flatMap(({ timeZone, day, at }) =>
    at.map((time) => {
      const found = momentOnTheWall(on(day), time, timeZone);
      if (!found.ok) return 'refused';
      expect(timeOnTheWall(found.at, timeZone)).toBe(time);
      return new Date(found.at).toISOString().slice(0, 16);
    }),
  );
  expect(outcomes).toEqual([
    'refused',
    '2027-03-28T01:30',
    'refused',
    'refused',
    '2027-10-31T00:30',
    '2027-11-07T05:30',
  ]);
});

test('a browser that is older than the name of a zone reads and shows its times in UTC, and says so', () => {
  const unknown = 'Europe/Nowhere';
  expect(momentOnTheWall(on('2027-03-06'), '09:00', unknown)).toEqual({ ok: true, at: Date.UTC(2027, 2, 6, 9) });
  expect(timeOnTheWall(Date.UTC(2027, 2, 6, 9), unknown)).toBe('09:00');
  expect([zoneHere(unknown), zoneHere('Europe/Kyiv')]).toEqual(['UTC', 'Europe/Kyiv']);
});

test('in every zone, on every day: the clocks show it again, or it is refused', () => {
  const zones = fc.constantFrom(...Intl.supportedValuesOf('timeZone'));
  const days = fc.integer({ min: 0, max: 364 * 3 });
  fc.assert(
    fc.property(zones, days, fc.integer({ min: 0, max: 1439 }), (zone, days, minutes) => {
      const day = new Date(Date.UTC(2026, 0, 1 + days)).toISOString().slice(0, 10);
      const time = new Date(minutes * 60_000).toISOString().slice(11, 16);
      const found = momentOnTheWall(on(day), time, zone);
      if (!found.ok) return;
      const shown = new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'short' });
      expect(shown.format(found.at)).toBe(`${day} ${time}`);
    }),
    { numRuns: 1000 },
  );
});

test.each([
  ['2027-02-30', '19:30'],
  ['2027-13-05', '19:30'],
  ['2027-06-24', '24:30'],
  ['2027-06-24', '19:60'],
  ['2027-06-24', '19:30:99'],
  ['2027-06-24', '19:30xyz'],
  ['24.06.2027', '19:30'],
])('%s %s is no day and time', (day, time) => {
  expect(typedOnTheWall(day, time, 'Europe/London')).toBeUndefined();
});
