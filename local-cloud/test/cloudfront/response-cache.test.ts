import { describe, expect, test } from '@jest/globals';
import type { Lifetime } from '../../cloudfront/freshness.ts';
import { type Fetched, ResponseCache } from '../../cloudfront/response-cache.ts';
import { aResponse } from './a-cloud.ts';

const minute: Lifetime = { keep: true, fresh: 60_000, staleWhileRevalidate: 0 };

/** An origin whose answers are given one by one, and that counts how often it was asked. */
function anOrigin() {
  const waiting: ((fetched: Fetched) => void)[] = [];
  const validators: Readonly<Record<string, string>>[] = [];
  return {
    validators,
    asked: () => validators.length,
    fetch: (sent: Readonly<Record<string, string>>) => {
      validators.push(sent);
      return new Promise<Fetched>((resolve) => waiting.push(resolve));
    },
    answer: (status: number, lifetime: Lifetime, headers: Record<string, string> = {}, body = `${status}`) => {
      waiting.shift()?.({
        response: aResponse(status, headers, body),
        lifetime,
        failed: status >= 500,
        backOff: 10_000,
      });
    },
  };
}

function aCache() {
  const clock = { now: 1_000_000 };
  return { clock, cache: new ResponseCache(() => clock.now) };
}

describe('one cache of an edge location', () => {
  test('a thousand who ask at once are one read', async () => {
    const { cache } = aCache();
    const origin = anOrigin();
    const all = Array.from({ length: 1_000 }, () => cache.serve('/board', origin.fetch));
    origin.answer(200, minute, {}, 'board');
    const served = await Promise.all(all);
    expect(origin.asked()).toBe(1);
    expect(served.filter((one) => one.outcome === 'miss')).toHaveLength(1);
    expect(new Set(served.map((one) => one.response.body.toString()))).toEqual(new Set(['board']));
  });

  test('that is stuck gives what it has, however old, and asks again when it is free', async () => {
    const { clock } = aCache();
    let isStuck = true;
    const cache = new ResponseCache(
      () => clock.now,
      undefined,
      () => isStuck,
    );
    const origin = anOrigin();
    const ask = async () => (await cache.serve('/board', origin.fetch)).response.body.toString();
    const first = ask();
    origin.answer(200, minute, {}, 'old');
    expect(await first).toBe('old');
    clock.now += 10 * 60_000;
    expect(await ask()).toBe('old');
    expect(origin.asked()).toBe(1);
    isStuck = false;
    const next = ask();
    origin.answer(200, minute, {}, 'new');
    expect(await next).toBe('new');
  });

  test('what may not be shared is fetched for each', async () => {
    const { cache } = aCache();
    const origin = anOrigin();
    const all = Array.from({ length: 3 }, () => cache.serve('/mine', origin.fetch));
    const notKept = { keep: false, fresh: 0, staleWhileRevalidate: 0, staleIfError: 0 };
    origin.answer(200, notKept, {}, 'first');
    await all[0];
    // The other two go on only once the first answer has shown that it is nobody else's.
    await new Promise((resolve) => setImmediate(resolve));
    origin.answer(200, notKept, {}, 'second');
    origin.answer(200, notKept, {}, 'third');
    const bodies = (await Promise.all(all)).map((one) => one.response.body.toString());
    expect(bodies.toSorted()).toEqual(['first', 'second', 'third']);
  });

  test('an answer keeps the date it was made at, so that date and age together tell the time', async () => {
    const { cache, clock } = aCache();
    const origin = anOrigin();
    const dateOf = async () => (await cache.serve('/a', origin.fetch)).response.headers.date;
    const first = dateOf();
    origin.answer(200, minute, {}, 'a');
    expect(await first).toBe('Thu, 01 Jan 1970 00:16:40 GMT');
    clock.now += 30_000;
    expect(await dateOf()).toBe('Thu, 01 Jan 1970 00:16:40 GMT');
    clock.now += 30_000;
    const renewed = dateOf();
    origin.answer(304, minute, {}, '');
    expect(await renewed).toBe('Thu, 01 Jan 1970 00:17:40 GMT');
    clock.now += 60_000;
    const dated = dateOf();
    origin.answer(200, minute, { date: 'Thu, 01 Jan 1970 00:18:39 GMT' }, 'b');
    expect(await dated).toBe('Thu, 01 Jan 1970 00:18:39 GMT');
  });

  test('fresh until its time, then asked again with validators, and renewed by a 304', async () => {
    const { cache, clock } = aCache();
    const origin = anOrigin();
    const first = cache.serve('/a', origin.fetch);
    origin.answer(200, minute, { etag: '"1"', 'last-modified': 'Sat, 01 May 2027 09:00:00 GMT' }, 'a');
    expect((await first).outcome).toBe('miss');

    clock.now += 59_999;
    expect(await cache.serve('/a', origin.fetch)).toMatchObject({ outcome: 'hit', age: 59 });
    clock.now += 1;
    const again = cache.serve('/a', origin.fetch);
    origin.answer(304, minute, { 'cache-control': 'max-age=60' }, '');
    const renewed = await again;
    expect(renewed).toMatchObject({ outcome: 'refresh-hit' });
    expect(renewed.response.body.toString()).toBe('a');
    expect(renewed.response.headers).toMatchObject({ etag: '"1"', 'cache-control': 'max-age=60' });
    expect(origin.validators).toEqual([
      {},
      { 'if-none-match': '"1"', 'if-modified-since': 'Sat, 01 May 2027 09:00:00 GMT' },
    ]);
    clock.now += 59_000;
    expect(cache.fresh('/a')).toBeDefined();
  });

  test('stale-while-revalidate answers at once and asks once behind the scenes', async () => {
    const { cache, clock } = aCache();
    const origin = anOrigin();
    const life: Lifetime = { keep: true, fresh: 1_000, staleWhileRevalidate: 5_000 };
    const first = cache.serve('/board', origin.fetch);
    origin.answer(200, life, {}, 'old');
    await first;

    clock.now += 3_000;
    for (let poll = 0; poll < 50; poll += 1) {
      const served = await cache.serve('/board', origin.fetch);
      expect(served).toMatchObject({ outcome: 'hit', age: 3 });
      expect(served.response.body.toString()).toBe('old');
    }
    expect(origin.asked()).toBe(2);
    origin.answer(200, life, {}, 'new');
    await new Promise((resolve) => setImmediate(resolve));
    expect((await cache.serve('/board', origin.fetch)).response.body.toString()).toBe('new');
    expect(origin.asked()).toBe(2);

    clock.now += 6_001;
    const late = cache.serve('/board', origin.fetch);
    origin.answer(200, life, {}, 'newest');
    expect((await late).response.body.toString()).toBe('newest');
  });

  test('stale-if-error stands in for a failure, leaves the origin alone for a while, and ends in time', async () => {
    const { cache, clock } = aCache();
    const origin = anOrigin();
    const life: Lifetime = { keep: true, fresh: 1_000, staleWhileRevalidate: 0, staleIfError: 30_000 };
    const first = cache.serve('/board', origin.fetch);
    origin.answer(200, life, {}, 'good');
    await first;

    clock.now += 2_000;
    const second = cache.serve('/board', origin.fetch);
    origin.answer(503, { keep: true, fresh: 10_000, staleWhileRevalidate: 0, staleIfError: 0 });
    expect(await second).toMatchObject({ outcome: 'hit', age: 2 });
    expect((await cache.serve('/board', origin.fetch)).response.body.toString()).toBe('good');
    expect(origin.asked()).toBe(2);

    clock.now += 10_000;
    const third = cache.serve('/board', origin.fetch);
    origin.answer(502, { keep: true, fresh: 10_000, staleWhileRevalidate: 0, staleIfError: 0 });
    expect((await third).response.status).toBe(200);

    clock.now += 20_000;
    const fourth = cache.serve('/board', origin.fetch);
    origin.answer(502, { keep: true, fresh: 10_000, staleWhileRevalidate: 0, staleIfError: 0 });
    expect((await fourth).response.status).toBe(502);
  });

  test('without a word of the origin an old answer stands in for any failure', async () => {
    const { cache, clock } = aCache();
    const origin = anOrigin();
    const first = cache.serve('/a', origin.fetch);
    origin.answer(200, minute, {}, 'good');
    await first;
    clock.now += 86_400_000;
    const later = cache.serve('/a', origin.fetch);
    origin.answer(500, { keep: true, fresh: 10_000, staleWhileRevalidate: 0, staleIfError: 0 });
    expect((await later).response.body.toString()).toBe('good');
  });

  test('a 4xx takes the place of what was there', async () => {
    const { cache, clock } = aCache();
    const origin = anOrigin();
    const first = cache.serve('/a', origin.fetch);
    origin.answer(200, minute, {}, 'good');
    await first;
    clock.now += 60_000;
    const gone = cache.serve('/a', origin.fetch);
    origin.answer(404, { keep: true, fresh: 10_000, staleWhileRevalidate: 0, staleIfError: 0 });
    expect((await gone).response.status).toBe(404);
    expect(cache.fresh('/a')?.response.status).toBe(404);
  });

  test('an invalidation forgets paths and everything below a star, whatever else is in the key', async () => {
    const { cache } = aCache();
    const keys = ['/a.html', '/a.html?x=1', 'HEAD /a.html', '/lines/x/board.json\ngzip', '/other'];
    for (const key of keys) {
      await cache.serve(key, async () => ({ response: aResponse(200), lifetime: minute, failed: false, backOff: 0 }));
    }
    cache.invalidate(['/a.html', '/lines/*']);
    expect(keys.filter((key) => cache.fresh(key))).toEqual(['/other']);
  });

  test('the least recently used answers leave when the cache is full', async () => {
    const cache = new ResponseCache(() => 0, 3_000);
    const put = (key: string) =>
      cache.serve(key, async () => ({
        response: aResponse(200, {}, 'x'.repeat(400)),
        lifetime: minute,
        failed: false,
        backOff: 0,
      }));
    await put('/1');
    await put('/2');
    await put('/3');
    cache.fresh('/1');
    await put('/4');
    expect(['/1', '/2', '/3', '/4'].filter((key) => cache.fresh(key))).toEqual(['/1', '/3', '/4']);
  });
});
