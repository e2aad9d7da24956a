import { beforeAll, describe, expect, test } from '@jest/globals';
import { apiPrefix } from '../../contracts/api.ts';
import { type Pass, partsOf } from '../../contracts/pass.ts';
import { header } from '../../contracts/paths.ts';
import { refusals } from '../../contracts/refusals.ts';
import { buildFunction } from '../../edge/build.ts';
import type { RequestDecision } from '../../local-cloud/cloudfront/function-event.ts';
import fc from '../properties.ts';
import { aPass, batchesOf, deployedFunction, type Edge, edgeOf, engines, keys } from './built.ts';
import { problemIn } from './problem-in.ts';

/* Long because one function looks at all that may be wrong with a request. */

const request = (path: string, pass?: string, method = 'GET') => ({
  path,
  method,
  headers: pass === undefined ? {} : { [header.pass]: pass },
});

const pathOf = (decision: RequestDecision) => (decision.go === 'on' ? decision.request.path : undefined);

const guarded = [
  ['POST', `${apiPrefix}performances/hamlet-0501/holds`],
  ['GET', `${apiPrefix}performances/hamlet-0501/holds/Ab3_dE-9xYz0`],
  ['DELETE', `${apiPrefix}performances/hamlet-0501/holds/Ab3_dE-9xYz0`],
  ['GET', `${apiPrefix}basket`],
  ['POST', `${apiPrefix}basket/extend`],
  ['POST', `${apiPrefix}orders`],
] as const;
const open = [
  ['POST', `${apiPrefix}lines/friends-2027/join`],
  ['POST', `${apiPrefix}lines/friends-2027/claim`],
  ['GET', `${apiPrefix}performances/hamlet-0501/availability`],
  ['GET', `${apiPrefix}readings/friends-2027/Ab3_dE-9xYz0aBcDeFgHiJ`],
  ['GET', `${apiPrefix}orders/Ab3_dE-9xYz0`],
  ['POST', `${apiPrefix}orders/Ab3_dE-9xYz0/cancel`],
  ['GET', `${apiPrefix}orders/Ab3_dE-9xYz0/tickets.pdf`],
  ['POST', `${apiPrefix}payments/stripe`],
  ['POST', `${apiPrefix}staff/door/hamlet-0501`],
] as const;
const forStaff = [
  ['GET', `${apiPrefix}staff/orders`],
  ['GET', `${apiPrefix}staff/readings/friends-2027`],
  ['POST', `${apiPrefix}staff/orders/Ab3_dE-9xYz0`],
  ['POST', `${apiPrefix}staff/people`],
  ['GET', `${apiPrefix}staff/door/hamlet-0501/devices`],
] as const;

describe.each(engines)('in %s', (_name, engine) => {
  let edge: Edge;
  beforeAll(async () => {
    edge = edgeOf(await deployedFunction('viewer-request-api'), engine);
  });
  const ask = (...asked: Parameters<typeof request>) => edge.ask(request(...asked));

  describe('which addresses need a pass', () => {
    test.each(guarded)('%s %s does', async (method, path) => {
      expect(problemIn(await ask(path, undefined, method))).toEqual({
        type: '/problems/pass-missing',
        title: refusals['pass-missing'].title,
        status: 401,
        detail: expect.stringMatching(/\w+/),
      });
      expect(pathOf(await ask(path, aPass(), method))).toBe(path);
    });

    test.each(forStaff)('%s %s needs none, but a sign-in', async (method, path) => {
      expect(problemIn(await ask(path, aPass(), method))).toMatchObject({
        type: '/problems/sign-in-missing',
        status: 401,
      });
    });

    test.each(open)('%s %s does not', async (method, path) => {
      expect(pathOf(await ask(path, undefined, method))).toBe(path);
    });

    test('however it is spelled: letter case, escapes, doubled slashes, a slash at the end', async () => {
      const spelling = (path: string) =>
        fc
          .array(fc.constantFrom('as-is', 'upper', 'escape', 'escape-lower'), {
            minLength: path.length,
            maxLength: path.length,
          })
          .map((ways) =>
            [...path]
              .map((letter, index) => {
                if (letter === '/') return ways[index] === 'as-is' || index === 0 ? '/' : '//';
                const hex = letter.charCodeAt(0).toString(16);
                if (ways[index] === 'upper') return letter.toUpperCase();
                if (ways[index] === 'escape') return `%${hex.toUpperCase()}`;
                return ways[index] === 'escape-lower' ? `%${hex}` : letter;
              })
              .join(''),
          );
      const anyGuarded = fc
        .constantFrom(...guarded)
        .chain(([method, path]) => fc.tuple(fc.constant(method), spelling(path), fc.constantFrom('', '/', '//')));
      await fc.assert(
        fc.asyncProperty(batchesOf(anyGuarded), async (batch) => {
          for (const decision of await edge.askAll(
            batch.map(([method, path, end]) => request(path + end, undefined, method)),
          )) {
            expect(problemIn(decision).type).toBe('/problems/pass-missing');
          }
        }),
        { numRuns: 20 },
      );
    });

    test('only the ids of holds and orders, and keys of readings, keep their letters', async () => {
      expect(pathOf(await ask('/API/Readings/Friends-2027/AbC_dEf-123456'))).toBe(
        `${apiPrefix}readings/friends-2027/AbC_dEf-123456`,
      );
      expect(pathOf(await ask('/API/Performances/Hamlet-0501/HOLDS/AbC_dEf-123456', aPass()))).toBe(
        `${apiPrefix}performances/hamlet-0501/holds/AbC_dEf-123456`,
      );
      expect(pathOf(await ask(`${apiPrefix}Orders/AbC_dEf-123456`))).toBe(`${apiPrefix}orders/AbC_dEf-123456`);
      expect(pathOf(await ask(`/${apiPrefix}//Lines/Friends//join/`))).toBe(`${apiPrefix}lines/friends/join`);
    });
  });

  describe('who is signed in, as far as a token says it', () => {
    const me = `${apiPrefix}staff/me`;
    const inSeconds = (more: number) => Math.floor(Date.now() / 1000) + more;
    const tokenOf = (claims: object) => `e30.${Buffer.from(JSON.stringify(claims)).toString('base64url')}.c2ln`;
    const askAs = (authorization: string | undefined, path = me) =>
      edge.ask({ path, method: 'GET', headers: authorization === undefined ? {} : { authorization } });

    test.each([
      ['nothing', undefined],
      ['a word', 'Bearer'],
      ['a key', 'Bearer 6aT0vQm3XzB9kR1sWf5yHg'],
      ['another way', 'Basic YTpi'],
    ])('%s is nobody', async (_, authorization) => {
      expect(problemIn(await askAs(authorization))).toMatchObject({ type: '/problems/sign-in-missing', status: 401 });
    });

    test('a token that is over is said so, in any letter case of the address', async () => {
      const over = `Bearer ${tokenOf({ exp: inSeconds(-1) })}`;
      expect(problemIn(await askAs(over))).toMatchObject({ type: '/problems/sign-in-over', status: 401 });
      expect(problemIn(await askAs(over, me.toUpperCase()))).toMatchObject({ type: '/problems/sign-in-over' });
    });

    test.each([
      ['is good for a while', tokenOf({ exp: inSeconds(3600) })],
      ['does not say when it ends', tokenOf({})],
      ['cannot be read', 'e30.e3.c2ln'],
      ['is a list', tokenOf([])],
    ])('a token that %s goes on to the API, which has the keys', async (_, token) => {
      expect(pathOf(await askAs(`Bearer ${token}`))).toBe(me);
    });
  });

  describe('paths that could mean two things are refused', () => {
    test.each([
      `${apiPrefix}performances/x/holds/../availability`,
      `${apiPrefix}performances/x/holds/%2e%2e/availability`,
      `${apiPrefix}./basket`,
      `${apiPrefix}%2E/basket`,
      `${apiPrefix}performances%2Fx/holds`,
      `${apiPrefix}performances/x%5Cholds`,
      `${apiPrefix}performances/x\\holds`,
      `${apiPrefix}basket%00`,
      `${apiPrefix}basket%0a`,
      `${apiPrefix}bask%et`,
      `${apiPrefix}basket%`,
      `${apiPrefix}basket%f`,
      `${apiPrefix}%ff`,
      `${apiPrefix}%C3%28`,
    ])('%s', async (path) => {
      expect(problemIn(await ask(path, aPass()))).toMatchObject({ type: '/problems/bad-request', status: 400 });
    });

    test.each(['%=%', 'a=%', '%f=1', 'a=1&a=%C3%28', 'from=%'])(
      'and a query that spells no text: %s',
      async (query) => {
        const decision = await edge.ask({ ...request(`${apiPrefix}orders/Ab3_dE-9xYz0`), query });
        expect(problemIn(decision)).toMatchObject({ type: '/problems/bad-request', status: 400 });
      },
    );

    test.each(['', 'a=', 'a=1&a=2&b=', 'from=%7B%7D', 'x=%C3%A9+%26', '%F0%9F%8E%AD=1'])(
      'and another query goes on as it is: %s',
      async (query) => {
        expect(await edge.ask({ ...request(`${apiPrefix}orders/Ab3_dE-9xYz0`), query })).toMatchObject({
          go: 'on',
          request: { query },
        });
      },
    );

    test('a body that no handler would read is refused before it is carried', async () => {
      const sent = (length: string) =>
        edge.ask({ path: `${apiPrefix}lines/friends/join`, method: 'POST', headers: { 'content-length': length } });
      expect(problemIn(await sent('20000000'))).toMatchObject({ type: '/problems/body-too-large', status: 413 });
      expect((await sent('800000')).go).toBe('on');
    });

    test('a path in its normal form stays as it is', async () => {
      await fc.assert(
        fc.asyncProperty(batchesOf(fc.webPath()), async (paths) => {
          const once = (await edge.askAll(paths.map((path) => request(`${apiPrefix}lines${path}`))))
            .map(pathOf)
            .filter((path) => path !== undefined);
          expect((await edge.askAll(once.map((path) => request(path)))).map(pathOf)).toEqual(once);
        }),
        { numRuns: 10 },
      );
    });
  });

  describe('the pass', () => {
    const basket = (pass: string) => ask(`${apiPrefix}basket`, pass);
    const baskets = (passes: readonly string[]) =>
      edge.askAll(passes.map((pass) => request(`${apiPrefix}basket`, pass)));

    test('either key opens, each under its own id', async () => {
      expect((await basket(aPass())).go).toBe('on');
      expect((await basket(aPass(undefined, 'b', keys.b))).go).toBe('on');
      expect(problemIn(await basket(aPass(undefined, 'b', keys.a))).type).toBe('/problems/pass-forged');
    });

    test.each(['c', 'A', 'undefined', 'constructor', 'hasOwnProperty', 'toString', '__proto__'])(
      'a key named %s is none of ours, whatever signed with it',
      async (keyId) => {
        const secrets = [keys.a, 'undefined', '[object Object]', `${Object.prototype.hasOwnProperty}`];
        for (const decision of await baskets(secrets.map((key) => aPass(undefined, keyId, key)))) {
          expect(problemIn(decision).type).toBe('/problems/pass-forged');
        }
      },
    );

    test('is over at its second', async () => {
      const pass: Pass = { o: 'friends', f: 'fan', i: 'p', q: 1, x: 1 };
      expect(problemIn(await basket(aPass(pass)))).toMatchObject({ type: '/problems/pass-expired', status: 403 });
      expect((await basket(aPass({ ...pass, x: 4_102_444_800 }))).go).toBe('on');
    });

    describe('after its end', () => {
      const hour = 3600;
      const overSince = (seconds: number, key = keys.a) =>
        aPass({ o: 'friends', f: 'fan', i: 'p', x: Math.floor(Date.now() / 1000) - seconds }, 'a', key);
      const repeating = guarded.filter(([, path]) => path !== `${apiPrefix}basket`);

      test.each(repeating)('%s %s still fetches the answer to a repeat, for a day', async (method, path) => {
        expect(pathOf(await ask(path, overSince(0), method))).toBe(path);
        expect(pathOf(await ask(path, overSince(23 * hour), method))).toBe(path);
        expect(problemIn(await ask(path, overSince(25 * hour), method)).type).toBe('/problems/pass-expired');
        expect(problemIn(await ask(path, overSince(hour, keys.b), method)).type).toBe('/problems/pass-forged');
      });

      test('it shows the basket, where seats stay held for their own time, and after a day no more', async () => {
        expect((await basket(overSince(0))).go).toBe('on');
        expect(problemIn(await basket(overSince(25 * hour))).type).toBe('/problems/pass-expired');
      });
    });

    test('any change of one character makes it no pass of ours', async () => {
      const pass = aPass();
      const altered = fc
        .tuple(fc.nat(pass.length - 1), fc.string({ minLength: 1, maxLength: 1 }))
        .filter(([at, letter]) => pass[at] !== letter)
        .map(([at, letter]) => pass.slice(0, at) + letter + pass.slice(at + 1));
      await fc.assert(
        fc.asyncProperty(batchesOf(altered), async (batch) => {
          for (const decision of await baskets(batch)) expect(problemIn(decision).status).toBe(401);
        }),
        { numRuns: 40 },
      );
    });

    test('a pass cut short, made longer, doubled or signed with a guess is refused', async () => {
      const pass = aPass();
      const bad = [
        pass.slice(0, -1),
        `${pass}A`,
        `${pass}, ${pass}`,
        ` ${pass}`,
        pass.replace('p1', 's1'),
        `p1.a.${'x'.repeat(9_000)}`,
      ];
      for (const decision of await baskets(bad)) expect(problemIn(decision).type).toBe('/problems/pass-forged');
      const guesses = batchesOf(fc.string().filter((key) => key !== keys.a));
      await fc.assert(
        fc.asyncProperty(guesses, async (batch) => {
          for (const decision of await baskets(batch.map((key) => aPass(undefined, 'a', key)))) {
            expect(problemIn(decision).type).toBe('/problems/pass-forged');
          }
        }),
        { numRuns: 10 },
      );
    });

    test('signed text that is no pass is refused', async () => {
      const payloads = [null, 5, 'x', [], {}, { x: '4102444800' }, { x: null }];
      for (const decision of await baskets(payloads.map((payload) => aPass(payload)))) {
        expect(problemIn(decision).type).toBe('/problems/pass-forged');
      }
    });

    test('takes apart exactly what the contract takes apart', async () => {
      const text = fc.oneof(fc.string(), fc.constant(aPass()), fc.constant(aPass(undefined, 'b', keys.b)));
      await fc.assert(
        fc.asyncProperty(batchesOf(text), async (batch) => {
          const expected = batch.map((one) => (partsOf('p1', one) === undefined ? 'back' : 'on'));
          expect((await baskets(batch)).map(({ go }) => go)).toEqual(expected);
        }),
        { numRuns: 10 },
      );
    });
  });

  test('no request makes it fail', async () => {
    const headers = fc.dictionary(
      fc.constantFrom(header.pass, 'referer', 'host', 'accept', 'cookie'),
      fc.string({ unit: 'binary' }),
    );
    const path = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.webPath(),
      fc.constantFrom(...guarded.map(([, one]) => one)),
    );
    const anyRequest = fc.record({ path: path.map((rest) => `/${rest}`), headers, query: fc.string() });
    await fc.assert(
      fc.asyncProperty(batchesOf(anyRequest), async (batch) => {
        for (const decision of await edge.askAll(batch)) {
          if (decision.go === 'back') expect([400, 401, 403, 413]).toContain(decision.response.status);
        }
      }),
      { numRuns: 20 },
    );
  });
});

describe.each(engines)('the store at the edge, in %s', (_name, engine) => {
  const wayOf = async (pass: string, store: { values: Readonly<Record<string, string>>; fails: boolean }) => {
    const edge = edgeOf(await deployedFunction('viewer-request-api'), engine, store);
    return (await edge.ask(request(`${apiPrefix}basket`, pass))).go;
  };

  test('has another key from one moment to the next, and the function is the same', async () => {
    expect(await wayOf(aPass(), { values: { a: keys.a }, fails: false })).toBe('on');
    expect(await wayOf(aPass(), { values: { b: keys.b }, fails: false })).toBe('back');
    expect(await wayOf(aPass(), { values: { a: keys.b }, fails: false })).toBe('back');
  });

  test('cannot be read: every pass goes on to the function behind, which checks it again', async () => {
    expect(await wayOf(aPass(), { values: {}, fails: true })).toBe('on');
  });
});

test('the built file is one CloudFront takes, and no key is in it', async () => {
  const { code, bytes } = await buildFunction('viewer-request-api');
  expect(bytes).toBeLessThan(10_240);
  expect(code).toMatch(/^import cf from\s*"cloudfront";import crypto from\s*"crypto";/);
  expect(code).toMatch(/async function handler\(/);
  expect(code).not.toMatch(/\brequire\b|\bexports\b|\?\.|\?\?|__[A-Z_]+__/);
});
