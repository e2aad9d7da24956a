import { createHmac } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { exportSPKI, generateKeyPair, SignJWT } from 'jose';
import { claimTexts } from '../../http-api/claim-texts.ts';
import { issuerKeys, leastBetweenMs } from '../../http-api/issuer-keys.ts';
import { JwtAuthorizer, readIdentitySource } from '../../http-api/jwt-authorizer.ts';
import type { HostRequest } from '../../kind.ts';
import { type AnIssuer, anIssuer, at, atSeconds, type Claims } from './an-issuer.ts';

let issuer: AnIssuer;
beforeAll(async () => {
  issuer = await anIssuer();
});
afterAll(() => issuer.stop());

const requestWith = (authorization?: string, query = ''): HostRequest => ({
  method: 'GET',
  path: '/me',
  query,
  headers: authorization === undefined ? {} : { authorization },
  body: Buffer.alloc(0),
  clientIp: '127.0.0.1',
});

const now = () => at;
const authorizer = (source = readIdentitySource('$request.header.Authorization'), clock = now) =>
  new JwtAuthorizer(
    { issuer: issuer.url, audience: ['other', 'page'], source: source ?? { in: 'header', name: '' } },
    issuerKeys(issuer.url, clock),
    clock,
  );

const scopes = ['house/staff', 'house/other'];
const judge = (token: string) => authorizer().judge(requestWith(`Bearer ${token}`), scopes);

describe('a JWT authorizer lets in', () => {
  test('a token of its issuer, and tells the function its claims as texts', async () => {
    expect(await judge(await issuer.token({ groups: ['a', 'b'], email_verified: true }))).toEqual({
      ok: true,
      authorizer: {
        jwt: {
          claims: {
            iss: issuer.url,
            client_id: 'page',
            scope: 'openid house/staff',
            sub: 'ada',
            iat: `${atSeconds - 60}`,
            exp: `${atSeconds + 60}`,
            groups: '[a b]',
            email_verified: 'true',
          },
          scopes: ['house/staff'],
        },
      },
    });
  });

  test('a token without the word Bearer, or in the query, where the source says so', async () => {
    const token = await issuer.token();
    expect((await authorizer().judge(requestWith(token), scopes)).ok).toBe(true);
    const source = readIdentitySource('$request.querystring.token');
    expect((await authorizer(source).judge(requestWith(undefined, `token=${token}`), scopes)).ok).toBe(true);
    expect((await authorizer(source).judge(requestWith(`Bearer ${token}`), scopes)).ok).toBe(false);
  });

  test.each<[string, Claims]>([
    ['names us in `aud`, whatever its client', { aud: 'page', client_id: 'somebody' }],
    ['names us in a list', { aud: ['elsewhere', 'page'] }],
    ['has its scopes in `scp`', { scope: undefined, scp: ['house/staff'] }],
    ['has been good for a while', { nbf: atSeconds - 1 }],
  ])('a token that %s', async (_, claims) => {
    expect((await judge(await issuer.token(claims))).ok).toBe(true);
  });

  test('any good token on a route without scopes, which are null then', async () => {
    const token = await issuer.token({ scope: '' });
    expect(await authorizer().judge(requestWith(`Bearer ${token}`), [])).toMatchObject({
      ok: true,
      authorizer: { jwt: { scopes: null } },
    });
  });
});

const base64url = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
const payload = async (claims: Claims = {}) => (await issuer.token(claims)).split('.')[1] ?? '';

/** Tokens that somebody made up, by what is wrong with them. */
const forgeries: Readonly<Record<string, () => Promise<string>>> = {
  'that nobody signed (alg none)': async () => `${base64url({ alg: 'none', kid: 'one' })}.${await payload()}.`,
  'alg none, with a signature for show': async () =>
    `${base64url({ alg: 'none', kid: 'one' })}.${await payload()}.c2ln`,
  'signed by HS256 with the public key as the secret': async () => {
    const head = `${base64url({ alg: 'HS256', kid: 'one' })}.${await payload()}`;
    const secret = await exportSPKI(issuer.publicKey());
    return `${head}.${createHmac('sha256', secret).update(head).digest('base64url')}`;
  },
  'signed by a key of somebody else under a good id': async () =>
    new SignJWT({ iss: issuer.url, client_id: 'page', scope: 'house/staff', exp: atSeconds + 60 })
      .setProtectedHeader({ alg: 'RS256', kid: 'one' })
      .sign((await generateKeyPair('RS256')).privateKey),
  'that brings its own key along': async () => {
    const { privateKey } = await generateKeyPair('RS256');
    return new SignJWT({ iss: issuer.url, client_id: 'page', scope: 'house/staff', exp: atSeconds + 60 })
      .setProtectedHeader({ alg: 'RS256', kid: 'one', jku: 'http://127.0.0.1:1/keys' })
      .sign(privateKey);
  },
  'of a key that the issuer has not': () => issuer.token({}, { kid: 'two' }),
  'that names no key': () => issuer.token({}, { kid: undefined }),
  'of another issuer': () => issuer.token({ iss: 'https://else.example.org' }),
  'of an issuer that begins the same': () => issuer.token({ iss: `${issuer.url}/more` }),
  'that has expired': () => issuer.token({ exp: atSeconds }),
  'that never ends': () => issuer.token({ exp: undefined }),
  'that is not good yet': () => issuer.token({ nbf: atSeconds + 1 }),
  'that was issued tomorrow': () => issuer.token({ iat: atSeconds + 86_400, exp: atSeconds + 90_000 }),
  'for another audience': () => issuer.token({ aud: ['elsewhere'], client_id: 'page' }),
  'of another client': () => issuer.token({ client_id: 'elsewhere' }),
  'of no client': () => issuer.token({ client_id: undefined }),
  'in another case': async () => (await issuer.token()).toUpperCase(),
  'with another payload': async () => {
    const [head, , signature] = (await issuer.token()).split('.');
    return `${head}.${await payload({ sub: 'eve' })}.${signature}`;
  },
  'twice, as two headers are joined': async () => {
    const token = await issuer.token();
    return `${token}, Bearer ${token}`;
  },
  'after two words Bearer': async () => `Bearer ${await issuer.token()}`,
  'that is very long': () => issuer.token({ more: 'x'.repeat(12_000) }),
  'that is no token': async () => 'letmein',
  'with a header that is no JSON': async () => `bm9wZQ.${await payload()}.c2ln`,
};

describe('a JWT authorizer refuses with 401 a token', () => {
  test.each(Object.entries(forgeries))('%s', async (_, forge) => {
    expect(await judge(await forge())).toEqual({
      ok: false,
      status: 401,
      challenge: expect.stringMatching(/^Bearer scope="" error="invalid_token" error_description="[^"]+"$/),
    });
  });

  test.each([
    { crit: ['house'], house: true },
    { crit: ['b64'], b64: true },
  ])('that demands what nobody knows, with a good signature: %j', async (demand) => {
    const header = { alg: 'RS256', kid: 'one' };
    expect((await judge(issuer.signed(header))).ok).toBe(true);
    expect((await judge(issuer.signed({ ...header, ...demand }))).ok).toBe(false);
  });

  test('that is missing, empty, or announced by another word', async () => {
    const bare = { ok: false, status: 401, challenge: 'Bearer' };
    expect(await authorizer().judge(requestWith(), scopes)).toEqual(bare);
    expect(await authorizer().judge(requestWith('Bearer '), scopes)).toEqual(bare);
    const token = await issuer.token();
    expect((await authorizer().judge(requestWith(`Basic ${token}`), scopes)).ok).toBe(false);
  });
});

test.each<[string, Claims]>([
  ['other scopes', { scope: 'openid house' }],
  ['the scope in another case', { scope: 'HOUSE/STAFF' }],
  ['no scopes', { scope: undefined }],
  ['scopes that are no texts', { scope: { 'house/staff': true } }],
])('a good token with %s is forbidden the route', async (_, claims) => {
  expect(await judge(await issuer.token(claims))).toMatchObject({ ok: false, status: 403 });
});

describe('the keys of an issuer', () => {
  const asksFor = (end: string) => issuer.asked.filter((path) => path.endsWith(end)).length;

  test('are fetched once, and again for a new key, but not for each made-up one', async () => {
    const one = authorizer();
    const before = asksFor('/keys');
    const ask = async (header = {}) =>
      (await one.judge(requestWith(`Bearer ${await issuer.token({}, header)}`), [])).ok;
    expect([await ask(), await ask()]).toEqual([true, true]);
    expect(asksFor('/keys') - before).toBe(1);
    // Made-up ids make nobody ask again so soon after the keys were fetched.
    for (let tries = 0; tries < 20; tries += 1) expect(await ask({ kid: `made-up-${tries}` })).toBe(false);
    expect(asksFor('/keys') - before).toBe(1);
    expect(leastBetweenMs).toBe(30_000);
    // Whoever starts later knows the new key at once.
    await issuer.takeNewKey('two');
    expect((await authorizer().judge(requestWith(`Bearer ${await issuer.token()}`), [])).ok).toBe(true);
    await issuer.takeNewKey('one');
  });

  test('that cannot be had refuse everybody, and only until they can', async () => {
    let time = at;
    const one = authorizer(undefined, () => time);
    const header = readIdentitySource('$request.header.Authorization');
    expect(header).toEqual({ in: 'header', name: 'authorization' });
    const two = authorizer(header, () => time);
    expect((await one.judge(requestWith('Bearer a.b.c'), [])).ok).toBe(false);
    issuer.fail(true);
    const token = await issuer.token();
    expect(await two.judge(requestWith(`Bearer ${token}`), [])).toMatchObject({
      status: 401,
      challenge: expect.stringContaining('OIDC discovery endpoint communication error'),
    });
    issuer.fail(false);
    const before = asksFor('/openid-configuration');
    expect((await two.judge(requestWith(`Bearer ${token}`), [])).ok).toBe(false);
    expect(asksFor('/openid-configuration')).toBe(before);
    time += 1000;
    expect((await two.judge(requestWith(`Bearer ${token}`), [])).ok).toBe(true);
  });
});

test.each([
  ['$request.header.Authorization', { in: 'header', name: 'authorization' }],
  ['$request.querystring.accessToken', { in: 'query', name: 'accessToken' }],
  ['$context.identity.sourceIp', undefined],
])('an identity source %s', (text, expected) => {
  expect(readIdentitySource(text)).toEqual(expected);
});

test('claims become texts as in Go', () => {
  expect(claimTexts({ a: 1, b: { y: [1, 'x'], x: null }, c: 'c', d: false })).toEqual({
    a: '1',
    b: 'map[x:<nil> y:[1 x]]',
    c: 'c',
    d: 'false',
  });
});
