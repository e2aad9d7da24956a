import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { createRemoteJWKSet, jwtVerify } from 'jose';
import * as oauth from 'oauth4webapi';
import { type FakeSignIn, startFakeSignIn } from '../../../stand-ins/sign-in/fake-sign-in.ts';
import { persons } from '../../../stand-ins/sign-in/persons.ts';
import type { SignInClient } from '../../../stand-ins/sign-in/provider.ts';

const here = { [oauth.allowInsecureRequests]: true };
const page = 'http://127.0.0.1:8787/staff';
const served: SignInClient = {
  id: 'pages',
  callbacks: [page],
  signOuts: [page],
  accessMs: 3_600_000,
  refreshMs: 43_200_000,
};
const client: oauth.Client = { client_id: 'pages', token_endpoint_auth_method: 'none' };
const ruth = persons.find(({ role }) => role === 'owner');

let folder: string;
let signIn: FakeSignIn;
let server: oauth.AuthorizationServer;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'stampede-sign-in-'));
  signIn = await startFakeSignIn({ file: join(folder, 'keys.json') });
  signIn.serve(served);
  const at = new URL(signIn.url);
  server = await oauth.processDiscoveryResponse(at, await oauth.discoveryRequest(at, here));
});
afterAll(async () => {
  await signIn.stop();
  rmSync(folder, { recursive: true });
});

/** A browser's cookies, and no more of it. */
const aBrowser = () => {
  const cookies = new Map<string, string>();
  return async (url: string, init: RequestInit = {}) => {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const answer = await fetch(url, { ...init, redirect: 'manual', headers: { cookie, ...init.headers } });
    for (const set of answer.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(set) ?? [];
      if (value === '') cookies.delete(name);
      else cookies.set(name, value);
    }
    return answer;
  };
};

const verifier = oauth.generateRandomCodeVerifier();
const authorize = async (over: Readonly<Record<string, string>> = {}) => {
  const url = new URL(server.authorization_endpoint ?? '');
  const asked = {
    client_id: 'pages',
    redirect_uri: page,
    response_type: 'code',
    scope: 'openid email profile stampede/staff',
    state: 'state-1',
    nonce: 'nonce-1',
    code_challenge: await oauth.calculatePKCECodeChallenge(verifier),
    code_challenge_method: 'S256',
    ...over,
  };
  for (const [name, value] of Object.entries(asked)) if (value !== '') url.searchParams.set(name, value);
  return url.href;
};
const at = (answer: Response) => new URL(answer.headers.get('location') ?? '', signIn.url).href;
const chosen = (subject: string) => ({ method: 'POST', body: new URLSearchParams({ subject }) });

/** As far as the address that leads back to the site. */
const comeBack = async (browser: ReturnType<typeof aBrowser>) => {
  const question = at(await browser(await authorize()));
  return at(await browser(at(await browser(question, chosen(ruth?.subject ?? '')))));
};

const tokensFor = async (back: string) => {
  const checked = oauth.validateAuthResponse(server, client, new URL(back), 'state-1');
  const answer = await oauth.authorizationCodeGrantRequest(server, client, oauth.None(), checked, page, verifier, here);
  return oauth.processAuthorizationCodeResponse(server, client, answer, {
    expectedNonce: 'nonce-1',
    requireIdToken: true,
  });
};

describe('the stand-in for sign-in', () => {
  test('has a person for each role, by their names', () => {
    expect(persons.map(({ role }) => role)).toEqual([
      'owner',
      'programmer',
      'marketing',
      'box-office',
      'box-office-supervisor',
      'steward',
      'ops',
      'partner',
      'auditor',
    ]);
    expect(new Set(persons.map(({ subject }) => subject)).size).toBe(persons.length);
    for (const { subject, email } of persons) {
      expect(subject).toMatch(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
      expect(email).toMatch(/^[a-z-]+\.[a-z]+@example\.org$/);
    }
  });

  test('lists them on a page that says what it is and may run nothing', async () => {
    const browser = aBrowser();
    const answer = await browser(at(await browser(await authorize())));
    expect(answer.headers.get('content-security-policy')).toBe(
      "default-src 'none'; style-src 'self'; form-action 'self' http://127.0.0.1:8787; base-uri 'none'; frame-ancestors 'none'",
    );
    const html = await answer.text();
    for (const { name, role } of persons) expect(html).toMatch(new RegExp(`<b>${name}</b><span class="role">${role}<`));
    expect(html).toContain('stand-in');
    expect(html).not.toContain('<script');
  });

  test('gives an access token as a user pool does, which its keys prove', async () => {
    const tokens = await tokensFor(await comeBack(aBrowser()));
    const keys = createRemoteJWKSet(new URL(server.jwks_uri ?? ''));
    const { payload, protectedHeader } = await jwtVerify(tokens.access_token, keys);
    expect(protectedHeader).toMatchObject({ alg: 'RS256', kid: expect.any(String) });
    expect(payload).toMatchObject({
      iss: signIn.url,
      sub: ruth?.subject,
      client_id: 'pages',
      aud: 'pages',
      scope: 'stampede/staff',
      token_use: 'access',
    });
    expect((payload.exp ?? 0) - (payload.iat ?? 0)).toBe(3600);
    const who = await fetch(server.userinfo_endpoint ?? '', {
      headers: { authorization: `Bearer ${tokens.access_token}` },
    });
    expect(await who.json()).toEqual({
      sub: ruth?.subject,
      name: 'Ruth Okafor',
      email: 'ruth.okafor@example.org',
      email_verified: true,
    });
  });

  test('renews by a refresh token once, and not one that was ended', async () => {
    const first = await tokensFor(await comeBack(aBrowser()));
    const renew = async (token = '') =>
      oauth.processRefreshTokenResponse(
        server,
        client,
        await oauth.refreshTokenGrantRequest(server, client, oauth.None(), token, here),
      );
    const second = await renew(first.refresh_token);
    expect(second.refresh_token).not.toBe(first.refresh_token);
    await expect(renew(first.refresh_token)).rejects.toThrow();
    const third = await tokensFor(await comeBack(aBrowser()));
    const ended = await oauth.revocationRequest(server, client, oauth.None(), third.refresh_token ?? '', here);
    expect(ended.status).toBe(200);
    await expect(renew(third.refresh_token)).rejects.toThrow();
  });

  test.each([
    ['without PKCE', { code_challenge: '', code_challenge_method: '' }, /^http:\/\/127.0.0.1:8787\/staff\?error=/],
    ['for a program that it does not serve', { client_id: 'others' }, undefined],
    ['back to a page that was not named', { redirect_uri: 'http://127.0.0.1:9999/staff' }, undefined],
    ['without a code', { response_type: 'token' }, /^http:\/\/127.0.0.1:8787\/staff[?#]error=/],
  ])('refuses a sign-in %s', async (_, over, back) => {
    const answer = await aBrowser()(await authorize(over));
    if (back) expect(at(answer)).toMatch(back);
    else expect([answer.status, answer.headers.get('location')]).toEqual([400, null]);
  });

  test('signs out as Cognito does, to an address that was named and to no other', async () => {
    const browser = aBrowser();
    await comeBack(browser);
    // Who is signed in is not asked again.
    expect(at(await browser(await authorize()))).toMatch(/^http:\/\/127\.0\.0\.1:8787\/staff\?code=/);
    const leave = (to: string) => browser(`${signIn.url}/logout?client_id=pages&logout_uri=${encodeURIComponent(to)}`);
    expect((await leave('http://127.0.0.1:9999/')).status).toBe(400);
    expect(at(await leave(page))).toBe(page);
    expect(at(await browser(await authorize()))).toContain('/persons/');
  });

  test('is believed after a restart, and serves nobody before it is told whom', async () => {
    const tokens = await tokensFor(await comeBack(aBrowser()));
    const again = await startFakeSignIn({ file: join(folder, 'keys.json') });
    try {
      const discovery = `${again.url}/.well-known/openid-configuration`;
      expect((await fetch(discovery)).status).toBe(503);
      again.serve(served);
      expect((await fetch(discovery)).status).toBe(200);
      const keys = createRemoteJWKSet(new URL(`${again.url}/jwks`));
      expect((await jwtVerify(tokens.access_token, keys)).payload.sub).toBe(ruth?.subject);
    } finally {
      await again.stop();
    }
  });

  test('says so on a page that nobody is asked by', async () => {
    const answer = await fetch(`${signIn.url}/persons/made-up`);
    expect(answer.status).toBe(400);
    expect(await answer.text()).toContain('sign in from there');
  });
});
