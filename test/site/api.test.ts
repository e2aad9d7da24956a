import { describe, expect, test } from '@jest/globals';
import { problemFiles } from '../../contracts/problem-files.ts';
import { ask, type Browser, codeOf, fieldMessage, pauseBefore } from '../../site/api.ts';
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

  test('waits as long as the theatre asks for, within reason', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 20 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.nat(1_000_000),
        (n, chance, after) => {
          expect(pauseBefore(n, chance)).toBeLessThanOrEqual(4_000);
          const asked = pauseBefore(n, chance, after);
          expect(asked).toBeGreaterThanOrEqual(Math.min(10_000, after));
          expect(asked).toBeLessThanOrEqual(10_000);
        },
      ),
    );
  });
});
