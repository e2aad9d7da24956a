import { describe, expect, test } from '@jest/globals';
import { errorLifetimeOf, lifetimeOf } from '../../cloudfront/freshness.ts';
import fc from '../same-examples.ts';

const ttls = { minTtl: 0, defaultTtl: 60, maxTtl: 600 };
const now = Date.parse('2027-05-01T09:00:00Z');
const cc = (value: string) => ({ 'cache-control': value });

describe('how long an answer may be used', () => {
  test.each([
    ['nothing said: the default TTL', {}, 60_000],
    ['max-age', cc('max-age=5'), 5_000],
    ['s-maxage before max-age', cc('max-age=5, s-maxage=7'), 7_000],
    ['at most the greatest TTL', cc('max-age=31536000'), 600_000],
    ['expires', { expires: 'Sat, 01 May 2027 09:00:30 GMT' }, 30_000],
    ['max-age before expires', { ...cc('max-age=1'), expires: 'Sat, 01 May 2027 09:00:30 GMT' }, 1_000],
    ['an expires that is no date is over', { expires: '0' }, 0],
    ['no-cache is kept, but asked about each time', cc('no-cache'), 0],
    ['quoted and in capitals', cc('Max-Age="9"'), 9_000],
  ])('%s', (_name, headers, fresh) => {
    expect(lifetimeOf(headers, ttls, now)).toMatchObject({ keep: true, fresh });
  });

  test.each(['no-store', 'private', 'private, max-age=60'])('%s is not kept', (value) => {
    expect(lifetimeOf(cc(value), ttls, now).keep).toBe(false);
  });

  test('a least TTL above 0 wins over no-store', () => {
    expect(lifetimeOf(cc('no-store'), { ...ttls, minTtl: 3 }, now)).toMatchObject({ keep: true, fresh: 3_000 });
  });

  test('a greatest TTL of 0 keeps nothing', () => {
    expect(lifetimeOf(cc('max-age=60'), { minTtl: 0, defaultTtl: 0, maxTtl: 0 }, now).keep).toBe(false);
  });

  test('the stale directives reach no further than the greatest TTL', () => {
    expect(lifetimeOf(cc('max-age=1, stale-while-revalidate=5, stale-if-error=86400'), ttls, now)).toEqual({
      keep: true,
      fresh: 1_000,
      staleWhileRevalidate: 5_000,
      staleIfError: 600_000,
    });
  });

  test('must-revalidate forbids every stale answer', () => {
    expect(lifetimeOf(cc('max-age=1, must-revalidate, stale-while-revalidate=5'), ttls, now)).toMatchObject({
      staleWhileRevalidate: 0,
      staleIfError: 0,
    });
  });

  test('whatever the origin says, a kept answer lies between the least and the greatest TTL', () => {
    const anything = fc.string({ maxLength: 60 });
    const limits = fc.tuple(fc.nat(100), fc.nat(1000)).map(([min, more]) => ({
      minTtl: min,
      defaultTtl: min,
      maxTtl: min + more,
    }));
    fc.assert(
      fc.property(anything, anything, limits, (cacheControl, expires, bounds) => {
        const { keep, fresh } = lifetimeOf({ ...cc(cacheControl), expires }, bounds, now);
        expect(!keep || (fresh >= bounds.minTtl * 1000 && fresh <= bounds.maxTtl * 1000)).toBe(true);
      }),
    );
  });
});

describe('how long an error may be used', () => {
  test.each([404, 405, 414, 500, 501, 502, 503, 504])('%i is kept for the least time', (status) => {
    expect(errorLifetimeOf(status, {}, 10, 600, now)).toMatchObject({ keep: true, fresh: 10_000 });
  });
  test.each([400, 403, 412, 415])('%i is kept only when the origin says for how long', (status) => {
    expect(errorLifetimeOf(status, {}, 10, 600, now).keep).toBe(false);
    expect(errorLifetimeOf(status, cc('max-age=30'), 10, 600, now)).toMatchObject({ keep: true, fresh: 30_000 });
  });
  test.each([401, 409, 422, 429])('%i is never kept', (status) => {
    expect(errorLifetimeOf(status, cc('max-age=30'), 10, 600, now).keep).toBe(false);
  });
  test('no-store does not shorten it, and max-age reaches no further than the greatest TTL', () => {
    expect(errorLifetimeOf(404, cc('no-store'), 10, 600, now)).toMatchObject({ keep: true, fresh: 10_000 });
    expect(errorLifetimeOf(404, cc('max-age=3600'), 10, 600, now)).toMatchObject({ fresh: 600_000 });
  });
  test('a least time of 0 keeps none', () => {
    expect(errorLifetimeOf(404, {}, 0, 600, now).keep).toBe(false);
  });
});
