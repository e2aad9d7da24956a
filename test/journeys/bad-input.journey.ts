import { beforeAll, describe, expect, test } from '@jest/globals';
import { api, apiPrefix } from '../../contracts/api.ts';
import type { HoldView } from '../../contracts/house.ts';
import type { Problem } from '../../contracts/refusals.ts';
import { forged } from '../forged.ts';
import { ask, type Fan } from './fan.ts';
import type { Playhouse } from './running.ts';

/*
 * Any input gets a problem document that says what to do, never a fault of ours. The fan's things are still theirs.
 * Over HTTP, through the edge.
 */

let house: Playhouse;
let fan: Fan;
let held: HoldView;

const hostile = [
  '',
  ' ',
  '0',
  '-1',
  'null',
  '__proto__',
  'constructor',
  '../../etc/passwd',
  '%00',
  '%2e%2e%2f',
  "' OR 1=1 --",
  '<script>alert(1)</script>',
  '$\u007bjndi:ldap://x}',
  '🎭'.repeat(20),
  'ﷺ',
  'a'.repeat(300),
  'A'.repeat(2000),
  '\u202Etxt',
];

const bodies: readonly (string | undefined)[] = [
  undefined,
  '',
  '{',
  'null',
  '[]',
  '42',
  '"text"',
  '{}',
  '{"__proto__":{"entry":"open"}}',
  '{"entry":"open"}',
  '{"entry":"open","visitor":42}',
  '{"entry":"open","visitor":"short"}',
  '{"entry":"members","member":"","postcode":""}',
  '{"entry":"members","member":{"$ne":null},"postcode":["x"]}',
  '{"seats":[]}',
  '{"seats":["no-such-seat","no-such-seat"]}',
  '{"seats":"stalls-A-1"}',
  '{"seats":[1,2,3]}',
  '{"best":{"count":0}}',
  '{"best":{"count":-3}}',
  '{"best":{"count":1.5}}',
  '{"best":{"count":1e99}}',
  '{"best":{"count":"2"}}',
  '{"best":{"count":9}}',
  '{"slips":[],"buyer":{},"payment":{}}',
  '{"slips":["x"],"buyer":{"name":"","email":"nobody"},"payment":{"method":"cash"}}',
  '{"slips":["s1.a.e30.AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"],"buyer":{"name":"A","email":"a@example.org"},"payment":{"method":"box-office"}}',
  `{"entry":"open","visitor":"${'x'.repeat(100_000)}"}`,
  `[${'['.repeat(5000)}${']'.repeat(5000)}]`,
  `{"entry":"open","visitor":"${'\\u0000'.repeat(22)}"}`,
  'x'.repeat(300_000),
];

const isProblem = (answer: { status: number; type: string; body: unknown }) =>
  answer.status >= 400 &&
  answer.status < 500 &&
  answer.type.startsWith('application/problem+json') &&
  typeof (answer.body as Problem).detail === 'string' &&
  (answer.body as Problem).detail.length > 10 &&
  (answer.body as Problem).status === answer.status;

const describeAnswer = (what: string, { status, type, body }: { status: number; type: string; body: unknown }) =>
  `${what} → ${status} ${type} ${JSON.stringify(body).slice(0, 200)}`;

/** Asks each and gives what was not answered by a problem document. */
async function notRefused(
  requests: readonly { readonly path: string; readonly init: RequestInit }[],
): Promise<readonly string[]> {
  const answers = await Promise.all(
    requests.map(async ({ path, init }) => {
      const what = `${init.method} ${path.slice(0, 90)} ${String(init.body).slice(0, 60)}`;
      return { what, answer: await ask(`${house.site}${path}`, init) };
    }),
  );
  return answers.filter(({ answer }) => !isProblem(answer)).map(({ what, answer }) => describeAnswer(what, answer));
}

const headers = () => ({
  'content-type': 'application/json',
  'stampede-pass': fan.pass,
  'idempotency-key': 'bad-input-journey',
});

export function badInputJourneys(of: () => Playhouse): void {
  beforeAll(async () => {
    house = of();
    fan = await house.fan().enter();
    held = await fan.hold(house.night(), { best: { count: 2 } });
  });
  describe('bad input', () => {
    test.each([
      ['a join', () => api('POST lines/{onSale}/join', { onSale: 'everyone' }), bodies.length],
      [
        'an ask for seats',
        () => api('POST performances/{performance}/holds', { performance: house.elsewhere }),
        bodies.length,
      ],
      ['an order', () => api('POST orders'), bodies.length],
    ])('%s refuses every malformed body', async (_, call, count) => {
      const requests = bodies.map((body) => ({
        path: call().url,
        init: { method: 'POST', headers: headers(), ...(body !== undefined && { body }) },
      }));
      expect(requests).toHaveLength(count);
      expect(await notRefused(requests)).toEqual([]);
    });

    test('hostile ids in every path are refused', async () => {
      const requests = hostile
        .filter((text) => text.trim() !== '')
        .flatMap((text) => {
          const order = { 'stampede-order-key': text.replace(/[^\x21-\x7e]/g, '') };
          return [
            {
              path: api('POST lines/{onSale}/join', { onSale: text }).url,
              init: { method: 'POST', headers: headers(), body: '{"entry":"open","visitor":"AAAAAAAAAAAAAAAAAAAAAA"}' },
            },
            {
              path: api('POST lines/{onSale}/claim', { onSale: text }).url,
              init: { method: 'POST', headers: { 'stampede-receipt': fan.receipt } },
            },
            {
              path: api('POST lines/{onSale}/leave', { onSale: text }).url,
              init: { method: 'POST', headers: { 'stampede-receipt': fan.receipt } },
            },
            {
              path: api('POST performances/{performance}/holds', { performance: text }).url,
              init: { method: 'POST', headers: headers(), body: '{"best":{"count":1}}' },
            },
            {
              path: api('GET performances/{performance}/holds/{hold}', { performance: text, hold: text }).url,
              init: { method: 'GET', headers: headers() },
            },
            {
              path: api('DELETE performances/{performance}/holds/{hold}', { performance: held.performance, hold: text })
                .url,
              init: { method: 'DELETE', headers: headers() },
            },
            {
              path: api('GET performances/{performance}/availability', { performance: text }).url,
              init: { method: 'GET' },
            },
            {
              path: api('GET orders/{order}', { order: text }).url,
              init: { method: 'GET', headers: { ...headers(), ...order } },
            },
            { path: `${apiPrefix}${encodeURIComponent(text)}`, init: { method: 'GET' } },
          ];
        });
      expect(requests.length).toBeGreaterThan(100);
      expect(await notRefused(requests)).toEqual([]);
    });

    test('forged, altered and missing proofs are refused, each saying what to do', async () => {
      const [kind, key, payload = '', mac] = fan.pass.split('.');
      const altered = Buffer.from(Buffer.from(payload, 'base64url').toString().replace('everyone', 'friends')).toString(
        'base64url',
      );
      const passes = [
        '',
        'p1',
        fan.pass.slice(0, -1),
        `${fan.pass}A`,
        [kind, key, altered, mac].join('.'),
        [kind, 'zz', payload, mac].join('.'),
        fan.receipt,
      ];
      const receipts = ['', 'r2.e30.x', forged(fan.receipt), fan.pass];
      const requests = [
        ...passes.flatMap((pass) => [
          { path: api('GET basket').url, init: { method: 'GET', headers: { 'stampede-pass': pass } } },
          {
            path: api('POST performances/{performance}/holds', held).url,
            init: { method: 'POST', headers: { ...headers(), 'stampede-pass': pass }, body: '{"best":{"count":1}}' },
          },
          {
            path: api('POST orders').url,
            init: { method: 'POST', headers: { ...headers(), 'stampede-pass': pass }, body: '{}' },
          },
        ]),
        ...receipts.flatMap((receipt) =>
          (['claim', 'leave'] as const).map((act) => ({
            path: api(`POST lines/{onSale}/${act}`, { onSale: 'everyone' }).url,
            init: { method: 'POST', headers: { 'stampede-receipt': receipt } },
          })),
        ),
        // Borrowed: good elsewhere, not here.
        {
          path: api('POST lines/{onSale}/claim', { onSale: 'friends' }).url,
          init: { method: 'POST', headers: { 'stampede-receipt': fan.receipt } },
        },
        {
          path: api('POST performances/{performance}/holds', { performance: house.elsewhere }).url,
          init: { method: 'POST', headers: headers(), body: '{"best":{"count":1}}' },
        },
        { path: api('GET staff/orders').url, init: { method: 'GET' } },
        { path: api('GET staff/orders').url, init: { method: 'GET', headers: { authorization: 'Bearer guess' } } },
        {
          path: `${api('GET staff/orders').url}?from=%7B%7D`,
          init: { method: 'GET', headers: await house.staff() },
        },
      ];
      expect(await notRefused(requests)).toEqual([]);
    });

    test('what is neither a page nor a file is a document too', async () => {
      const paths = [
        `${api('GET basket').url}?%=%`,
        `${api('GET performances/{performance}/availability', { performance: held.performance }).url}?a=%`,
        '/lines/nope/board.json',
        '/catalogue/nope.json',
        '/assets/nope.js',
        `${apiPrefix}openapi.jsn`,
        '/API/basket',
        '/%',
        '/api',
      ];
      expect(await notRefused(paths.map((path) => ({ path, init: { method: 'GET' } })))).toEqual([]);
    });

    test('a person who follows an old link finds a page', async () => {
      for (const path of ['/shows/nope', '/nope']) {
        const { status, type, body } = await ask<string>(`${house.site}${path}`);
        expect({ path, status, type, isPage: body.includes('<h1') }).toMatchObject({ path, status: 404, isPage: true });
        expect(type).toMatch(/^text\/html/);
      }
    });

    test('a change of letter case does not open what is guarded', async () => {
      for (const path of ['API/basket', 'api/BASKET', 'api//basket', 'api/%62asket', 'Api/Orders']) {
        const { status } = await ask(`${house.site}/${path}`);
        expect({ path, refused: status >= 400 && status < 500 }).toEqual({ path, refused: true });
      }
    });

    test('after all that, what the fan had is still theirs', async () => {
      const { body } = await fan.showHold(held.performance, held.hold);
      expect(body).toMatchObject({ state: 'held', hold: held.hold });
      expect((await fan.claim()).status).toBe(200);
    });
  });
}
