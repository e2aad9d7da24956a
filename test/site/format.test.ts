import { describe, expect, test } from '@jest/globals';
import { dateRange, minuteOfDay, shortDate, shortMoment } from '../../words/calendar.ts';
import { countdown, longMoment, timeOfDay, timeUntil } from '../../words/format.ts';
import { money, priceRange } from '../../words/money.ts';

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
    expect(dateRange(night, night + 26 * 86_400_000, 'Europe/London')).toMatch(/^4.+30 June$/);
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
