import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { isOfKind } from '../../site/show/dates.ts';
import { written } from '../../words/all/written.ts';
import * as english from '../../words/en/written.ts';
import { minuteOfDay } from '../../words/venue-clock.ts';

/* A browser that is older than the name of the venue's zone. */

const night = Date.UTC(2027, 5, 4, 16, 30);
const zones = ['Europe/Kyiv', 'America/Ciudad_Juarez', 'Pacific/Kanton'];

describe.each(zones)('%s, which this browser does not know', (zone) => {
  const { DateTimeFormat } = Intl;
  beforeEach(() => {
    Intl.DateTimeFormat = new Proxy(DateTimeFormat, {
      construct: (target, [locale, options]) => {
        if (options?.timeZone === zone) throw new RangeError(`Invalid time zone specified: ${zone}`);
        return new target(locale, options);
      },
    });
  });
  afterEach(() => {
    Intl.DateTimeFormat = DateTimeFormat;
  });

  test('times are written all the same, in UTC, and say so', () => {
    expect(english.timeOfDay(night, zone)).toBe('16:30 UTC');
    expect(english.longMoment(night, zone)).toBe('Friday 4 June 2027 UTC, 16:30 UTC');
    expect(english.monthOf(night, zone)).toBe('June 2027 UTC');
    expect(english.dateRange(night, night + 26 * 86_400_000, zone)).toMatch(/^4.+30 June 2027 UTC$/);
    for (const { longMoment, shortMoment, shortDate } of Object.values(written))
      for (const write of [longMoment, shortMoment, shortDate]) expect(write(night, zone)).toMatch(/ UTC$/);
  });

  test('and a show still knows its evenings', () => {
    expect(minuteOfDay(night, zone)).toBe(16 * 60 + 30);
    expect(isOfKind(night, zone, 'weekend')).toBe(false);
  });
});
