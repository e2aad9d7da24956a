import { describe, expect, test } from '@jest/globals';
import type { PlanItem, WeekDay } from '../../../contracts/run-up.ts';
import { weekDays } from '../../../contracts/run-up.ts';
import { datedPlan, dateOf, dayAt, dayNumber, freezeMeant, noonOf, timeIn } from '../../../rules/run-up/plan-days.ts';
import fc from '../../properties.ts';

/** A Saturday, at nine by the clocks of London. */
const doors = { opensAt: Date.UTC(2027, 1, 27, 9), timeZone: 'Europe/London' };
const item = (weeksBefore: number, day: WeekDay, of: Partial<PlanItem> = {}): PlanItem => ({
  id: `row-${weeksBefore}-${day}`,
  weeksBefore,
  day,
  action: 'Proof every show',
  owner: 'all',
  done: false,
  version: 1,
  ...of,
});

describe('the days of a plan', () => {
  test.each([
    [0, 'sat', { year: 2027, month: 2, day: 27 }],
    [0, 'mon', { year: 2027, month: 2, day: 22 }],
    [1, 'tue', { year: 2027, month: 2, day: 16 }],
    [-1, 'sat', { year: 2027, month: 3, day: 6 }],
    [9, 'sun', { year: 2026, month: 12, day: 27 }],
  ] as const)('%s weeks before, %s', (weeks, day, date) => expect(dateOf(item(weeks, day), doors)).toEqual(date));

  test('follow the calendar of the venue, not that of Greenwich', () => {
    const late = { opensAt: Date.UTC(2027, 1, 28, 23, 30), timeZone: 'Asia/Tokyo' };
    // There it is Monday the first of March, and the week of the doors has begun.
    expect(dateOf(item(0, 'mon'), late)).toEqual({ year: 2027, month: 3, day: 1 });
  });

  test('always have the weekday that the row says, in the week that it says', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 4_000_000_000 }),
        fc.integer({ min: -52, max: 104 }),
        fc.constantFrom(...weekDays),
        fc.constantFrom('Europe/London', 'Pacific/Auckland', 'America/Los_Angeles'),
        (seconds, weeks, day, timeZone) => {
          const at = { opensAt: seconds * 1000, timeZone };
          const date = dateOf(item(weeks, day), at);
          expect(weekDays[(((dayNumber(date) + 3) % 7) + 7) % 7]).toBe(day);
          const away = dayNumber(date) - dayNumber(dayAt(at.opensAt, timeZone)) + 7 * weeks;
          expect(Math.abs(away)).toBeLessThan(7);
          expect(dayAt(noonOf(date, timeZone), timeZone)).toEqual(date);
        },
      ),
    );
  });

  test('put what is late first, then today, then what comes, then what is done', () => {
    const plan = [item(0, 'sat'), item(0, 'wed'), item(1, 'tue'), item(0, 'mon', { done: true }), item(0, 'tue')];
    const wednesday = Date.UTC(2027, 1, 24, 12);
    expect(datedPlan(plan, doors, wednesday).map(({ state, inDays }) => [state, inDays])).toEqual([
      ['late', -8],
      ['late', -1],
      ['today', 0],
      ['ahead', 3],
      ['done', -2],
    ]);
  });

  test('a row is late from midnight on, by the clocks of the venue', () => {
    const state = (now: number) => datedPlan([item(0, 'tue')], doors, now)[0]?.state;
    expect(state(Date.UTC(2027, 1, 23, 23, 59))).toBe('today');
    expect(state(Date.UTC(2027, 1, 24))).toBe('late');
  });
});

describe('the freeze that a plan means', () => {
  test.each([
    ['Website locked down: no more changes (6 pm)', '18:00'],
    ['briefing (9 am)', '09:00'],
    ['at 9.30 a.m.', '09:30'],
    ['at 12 pm', '12:00'],
    ['at 12 am', '00:00'],
    ['from 18:45 on', '18:45'],
    ['at 25:00', undefined],
    ['6 performances', undefined],
  ])('%s names the time %s', (action, time) => expect(timeIn(action)).toBe(time));

  test('is the row that locks down, at its time', () => {
    const row = item(0, 'tue', { action: 'Website locked down: no more changes (6 pm)' });
    expect(freezeMeant([item(0, 'mon'), row], doors)).toBe(Date.UTC(2027, 1, 23, 18));
    expect(freezeMeant([item(0, 'mon')], doors)).toBeUndefined();
  });
});
