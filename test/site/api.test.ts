import { describe, expect, test } from '@jest/globals';
import { problemFiles } from '../../contracts/problem-files.ts';
import { ask, type Browser, codeOf, fieldMessage, pauseBefore } from '../../site/api.ts';
import { outlasts } from '../../site/line/joining-api.ts';
import fc from '../properties.ts';

/** A browser that gives the listed answers, one after the other, and remembers the requests and the waits. */
function browserOf(answers: readonly (() => Response)[]) {
  const sent: { url: string; init: RequestInit }[] = [];
  const waited: number[] = [];
  let time = 1_000;
  const browser: Browser = {
    send: async (url, init) => {
      sent.push({ url, init });
      const answer = answers[Math.min(sent.length, answers.length) - 1];
      if (!answer) throw new Error('nothing to answer');
      time += 10;
      return answer();
    },
    wait: async (milliseconds) => {
      waited.push(milliseconds);
    },
    chance: () => 0.5,
    now: () => time,
  };
  return { browser, sent, waited };
}

const json =
  (body: unknown, status = 200, headers: Record<string, string> = {}) =>
  () =>
    new Response(JSON.stringify(body), { status, headers });
const lost = () => {
  throw new TypeError('Failed to fetch');
};
const problem = {
  type: '/problems/member-unknown',
  title: 'No',
  status: 403,
  detail: 'Check both.',
  errors: [{ field: 'body.member', message: 'type it' }],
};

describe('asking', () => {
  test('gives the body, and when it was given', async () => {
    const { browser } = browserOf([json({ a: 1 }, 200, { date: 'Sat, 21 Nov 2026 09:00:00 GMT', age: '2' })]);
    const answer = await ask<{ a: number }>(browser, { url: '/x' });
    expect(answer).toEqual({
      ok: true,
      status: 200,
      body: { a: 1 },
      seen: { sentAt: 1_000, gotAt: 1_010, datedAt: Date.UTC(2026, 10, 21, 9), ageMs: 2_000 },
    });
  });

  test('repeats the same request, key and all, after a lost connection and after a fault', async () => {
    const { browser, sent, waited } = browserOf([lost, json({}, 503), json({ done: true })]);
    const answer = await ask(browser, {
      method: 'POST',
      url: '/x',
      headers: { 'idempotency-key': 'k' },
      body: { n: 2 },
    });
    expect(answer).toMatchObject({ ok: true, body: { done: true } });
    expect(sent).toHaveLength(3);
    expect(new Set(sent.map(({ init }) => JSON.stringify(init))).size).toBe(1);
    expect(waited).toHaveLength(2);
  });

  test('never repeats a refusal, and keeps its words', async () => {
    const { browser, sent } = browserOf([json(problem, 403)]);
    const answer = await ask(browser, { url: '/x' });
    expect(sent).toHaveLength(1);
    if (answer.ok) throw new Error('refusals are not answers');
    expect(answer.trouble).toEqual({ kind: 'refused', problem });
    expect(codeOf(answer.trouble)).toBe('member-unknown');
    expect(fieldMessage(answer.trouble, 'body.member')).toBe('type it');
    expect(fieldMessage(answer.trouble, 'body.postcode')).toBeUndefined();
  });

  test('takes a bucket’s 403 for a missing file', async () => {
    const { browser } = browserOf([() => new Response('<Error/>', { status: 403 })]);
    expect(await ask(browser, { url: '/x' })).toEqual({ ok: false, trouble: { kind: 'missing' } });
  });

  test('and the CDN’s document for one', async () => {
    const { browser, sent } = browserOf([json(problemFiles['not-found.json'], 404)]);
    expect(await ask(browser, { url: '/x' })).toEqual({ ok: false, trouble: { kind: 'missing' } });
    expect(sent).toHaveLength(1);
  });

  test('gives up after the tries it has, and says that nothing was heard', async () => {
    const { browser, sent } = browserOf([lost]);
    expect(await ask(browser, { url: '/x', tries: 3 })).toEqual({ ok: false, trouble: { kind: 'unreachable' } });
    expect(sent).toHaveLength(3);
  });

  test('does not take a sign-in page of some network for an answer', async () => {
    const { browser } = browserOf([() => new Response('<html>Welcome to the hotel</html>', { status: 200 })]);
    expect(await ask(browser, { url: '/x', tries: 2 })).toEqual({ ok: false, trouble: { kind: 'unreachable' } });
  });

  test('waits with full jitter on top of what the theatre asks for, within reason', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 2_000 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.nat(1_000_000),
        fc.integer({ min: 4_000, max: 60_000 }),
        (n, chance, after, spread) => {
          expect(pauseBefore(n, chance)).toBeLessThanOrEqual(4_000);
          const asked = pauseBefore(n, chance, after, spread);
          expect(asked).toBeGreaterThanOrEqual(Math.min(10_000, after));
          expect(asked).toBeLessThanOrEqual(10_000 + spread);
          // Full: chance alone decides, from nothing on.
          expect(pauseBefore(n, 0, after, spread)).toBe(Math.min(10_000, after));
        },
      ),
    );
  });
});

describe('a patient act', () => {
  const busy = json({ message: 'Service Unavailable' }, 503);
  const throttled = json({ message: 'Too Many Requests' }, 429);
  const ourWord = json(problemFiles['busy.json'], 503, { 'retry-after': '3' });
  const crowd = Array.from({ length: 300 }, (_, n) => [busy, throttled, ourWord][n % 3] ?? busy);

  test('is asked for as long as the platform is too busy, and tells of it', async () => {
    const { browser, sent, waited } = browserOf([...crowd, json({ done: true })]);
    let told = 0;
    const patient = () => {
      told += 1;
    };
    expect(await ask(browser, { url: '/x', patient, spreadMs: 20_000 })).toMatchObject({ ok: true });
    expect(sent).toHaveLength(301);
    expect(told).toBe(300);
    expect(Math.max(...waited)).toBeLessThanOrEqual(3_000 + 20_000);
  });

  test('without it is given up after four', async () => {
    const { browser, sent } = browserOf([...crowd, json({ done: true })]);
    expect(await ask(browser, { url: '/x' })).toMatchObject({ ok: false });
    expect(sent).toHaveLength(4);
  });

  test('takes a time-out for a crowd, and a connection that is lost at once for what it is', async () => {
    const { browser } = browserOf([lost]);
    expect(await ask(browser, { url: '/x', patient: () => {} })).toEqual({
      ok: false,
      trouble: { kind: 'unreachable' },
    });

    let time = 0;
    let asked = 0;
    const slow: Browser = {
      send: async (_, __, timeout) => {
        time += timeout;
        asked += 1;
        if (asked > 50) return new Response('{"done":true}');
        throw new DOMException('timed out', 'TimeoutError');
      },
      wait: async () => {},
      chance: () => 0.5,
      now: () => time,
    };
    expect(await ask(slow, { url: '/x', patient: () => {} })).toMatchObject({ ok: true });
  });

  test('hears a refusal, and a fault of ours, as everybody does', async () => {
    const refused = browserOf([...crowd.slice(0, 30), json(problem, 403)]);
    expect(await ask(refused.browser, { url: '/x', patient: () => {} })).toMatchObject({
      trouble: { kind: 'refused' },
    });
    const fault = browserOf([json({ type: '/problems/fault', title: 'F', detail: 'f', status: 500 }, 500)]);
    await ask(fault.browser, { url: '/x', patient: () => {} });
    expect(fault.sent).toHaveLength(4);
  });
});

describe('a join', () => {
  const fault = json({ type: '/problems/fault', title: 'F', detail: 'f', status: 500 }, 500);
  const bare = json({ message: 'Internal Server Error' }, 500);
  const hotel = () => new Response('<html>Welcome to the hotel</html>', { status: 200 });
  const troubles = Array.from({ length: 300 }, (_, n) => [lost, fault, bare, hotel][n % 4] ?? lost);

  test('is asked through lost connections and faults of ours until it is answered', async () => {
    const { browser, sent, waited } = browserOf([...troubles, json({ done: true })]);
    expect(await ask(browser, { url: '/x', patient: () => {}, lasts: outlasts })).toMatchObject({ ok: true });
    expect(sent).toHaveLength(301);
    // Half of the bound, by this chance: full jitter, also without a network.
    expect(Math.max(...waited)).toBe(2_000);
  });

  test('says before the first pause that nothing was heard, and later that many are here', async () => {
    const { browser } = browserOf([lost, json({ message: 'Too Many Requests' }, 429), json({ done: true })]);
    const told: string[] = [];
    await ask(browser, { url: '/x', patient: (again) => told.push(again), lasts: outlasts });
    expect(told).toEqual(['once more', 'busy']);
  });

  test('hears a refusal at once, and after four tries one that asks for another try', async () => {
    const refused = browserOf([...troubles, json(problem, 403)]);
    expect(await ask(refused.browser, { url: '/x', patient: () => {}, lasts: outlasts })).toMatchObject({
      trouble: { kind: 'refused' },
    });
    const later = browserOf([json({ ...problem, type: '/problems/mail-unavailable', status: 503 }, 503)]);
    await ask(later.browser, { url: '/x', patient: () => {}, lasts: outlasts });
    expect(later.sent).toHaveLength(4);
  });
});
