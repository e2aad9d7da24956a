import { describe, expect, test } from '@jest/globals';
import * as welsh from '../../words/cy/written.ts';
import {
  dateRange,
  longMoment,
  money,
  priceRange,
  shortDate,
  shortMoment,
  timeOfDay,
  timeUntil,
} from '../../words/en/written.ts';
import { minuteOfDay } from '../../words/venue-clock.ts';
import { countdown } from '../../words/writing.ts';

const night = Date.UTC(2027, 5, 4, 18, 30);

describe('as the venue writes', () => {
  test('money has the currency’s own small change', () => {
    expect(money(4500, 'GBP')).toBe('£45');
    expect(money(4750, 'GBP')).toBe('£47.50');
    expect(money(5000, 'JPY')).toBe('¥5,000');
    expect(priceRange(1500, 1500, 'GBP')).toBe('£15');
    expect(priceRange(1500, 6500, 'GBP')).toBe('£15 to £65');
  });

  test('times are the venue’s, wherever the phone is', () => {
    expect(timeOfDay(night, 'Europe/London')).toBe('19:30');
    expect(timeOfDay(night, 'America/New_York')).toBe('14:30');
    expect(minuteOfDay(Date.UTC(2027, 0, 1, 0, 5), 'UTC')).toBe(5);
    expect(longMoment(night, 'Europe/London')).toBe('Friday 4 June 2027, 19:30');
    expect(shortMoment(night, 'Europe/London')).toBe('Fri 4 Jun, 19:30');
    expect(shortDate(Date.UTC(2027, 5, 4, 23, 30), 'Europe/London')).toBe('Sat 5 Jun');
    expect(dateRange(night, night + 26 * 86_400_000, 'Europe/London')).toMatch(/^4.+30 June 2027$/);
  });

  test('a countdown ends at 0:00, not a second before', () => {
    expect(countdown(1)).toBe('0:01');
    expect(countdown(0)).toBe('0:00');
    expect(countdown(-5)).toBe('0:00');
    expect(countdown(59_001)).toBe('1:00');
    expect(countdown(3_661_000)).toBe('1:01:01');
    expect(timeUntil(3 * 86_400_000 + 5)).toBe('3 days');
    expect(timeUntil(47 * 3_600_000)).toBe('47:00:00');
  });
});

/* Chromium and others know no Welsh dates. */
test('Welsh writes every day and month itself', () => {
  const days = Array.from({ length: 12 }, (_, month) => Date.UTC(2027, month, 1 + month));
  for (const write of [welsh.longDate, welsh.shortDate]) {
    const names = new Set(days.map((at) => write(at, 'UTC')));
    const left = [...names].filter((name) =>
      /(?:Sun|Mon|Tue|Wed|Thu|Fri|Sat)(?:day|s|nes|rs|ur)?\b|January|February|April|May|June|July|August|October/.test(
        name,
      ),
    );
    expect(left).toEqual([]);
    expect(names.size).toBe(12);
  }
  expect(welsh.longDate(Date.UTC(2027, 5, 5), 'UTC')).toBe('Dydd Sadwrn 5 Mehefin 2027');
  expect(welsh.shortDate(Date.UTC(2027, 5, 5), 'UTC')).toBe('Sad 5 Meh');
});
