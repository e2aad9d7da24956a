import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { SignInOnPages } from '../../../contracts/site-config.ts';
import { issuerAt } from '../../../site/sign-in/issuer.gateway.ts';
import { type Begun, noTokens, type Tokens } from '../../../site/sign-in/issuer.ts';
import { type FakeSignIn, startFakeSignIn } from '../../../stand-ins/sign-in/fake-sign-in.ts';
import { persons } from '../../../stand-ins/sign-in/persons.ts';

/* The page's side of a sign-in, against the stand-in. */

const page = 'http://127.0.0.1:8787/staff';
const hour = 3_600_000;

let signIn: FakeSignIn;
let config: SignInOnPages;
beforeAll(async () => {
  signIn = await startFakeSignIn();
  signIn.serve({ id: 'pages', callbacks: [page], signOuts: [page], accessMs: hour, refreshMs: 12 * hour });
  config = { issuer: signIn.url, clientId: 'pages', scope: 'openid email profile stampede/staff' };
});
afterAll(() => signIn.stop());

const issuer = (skewMs = 0) => issuerAt(config, () => skewMs);

/** What the address says to which the person is sent back, once they chose who they are. */
const chosen = async (address: string): Promise<URLSearchParams> => {
  const cookies: string[] = [];
  let url = address;
  for (let steps = 0; !url.startsWith(page); steps += 1) {
    if (steps > 5) throw new Error(`It leads nowhere: ${url}`);
    const isQuestion = url.includes('/persons/');
    const answer = await fetch(url, {
      redirect: 'manual',
      headers: { cookie: cookies.join('; ') },
      ...(isQuestion && { method: 'POST', body: new URLSearchParams({ subject: persons[0]?.subject ?? '' }) }),
    });
    cookies.push(...answer.headers.getSetCookie().map((set) => set.replace(/;.*/, '')));
    url = new URL(answer.headers.get('location') ?? '', url).href;
  }
  return new URL(url).searchParams;
};

const begun = async (): Promise<Begun> => {
  const made = await issuer().begin(page);
  if (!made.ok) throw new Error(made.trouble);
  return made;
};
const signedIn = async (): Promise<Tokens> => {
  const { address, kept } = await begun();
  const tokens = await issuer().finish(await chosen(address), kept);
  if (!tokens.ok) throw new Error(tokens.trouble);
  return tokens;
};

describe('a page and an issuer', () => {
  test('agree on a question that nobody else can ask', async () => {
    const [one, other] = [await begun(), await begun()];
    const asked = new URL(one.address).searchParams;
    expect(asked.get('code_challenge_method')).toBe('S256');
    expect(one.address).not.toContain(one.kept.verifier);
    for (const name of ['state', 'nonce', 'verifier'] as const) expect(one.kept[name]).not.toBe(other.kept[name]);
  });

  test('exchange a code for tokens, once', async () => {
    const { address, kept } = await begun();
    const back = await chosen(address);
    expect(await issuer().finish(back, kept)).toEqual({
      ok: true,
      access: expect.stringMatching(/^eyJ/),
      refresh: expect.any(String),
      id: expect.stringMatching(/^eyJ/),
      lastsMs: hour,
    });
    expect(await issuer().finish(back, kept)).toEqual(noTokens('over'));
  });

  test('find out an answer to another question, one without the verifier, and one with another nonce', async () => {
    const { address, kept } = await begun();
    const back = await chosen(address);
    expect(await issuer().finish(back, { ...kept, state: 'another' })).toEqual(noTokens('mismatch'));
    expect(await issuer().finish(back, { ...kept, verifier: 'x'.repeat(43) })).toEqual(noTokens('over'));
    const second = await begun();
    const answer = await chosen(second.address);
    expect(await issuer().finish(answer, { ...second.kept, nonce: 'another' })).toEqual(noTokens('mismatch'));
  });

  test('say that a sign-in was refused', async () => {
    const { kept } = await begun();
    const refused = new URLSearchParams({ error: 'access_denied', state: kept.state, iss: signIn.url });
    expect(await issuer().finish(refused, kept)).toEqual(noTokens('refused'));
  });

  test('say that the clock of a device is off, and are right again by the theatre’s', async () => {
    const { address, kept } = await begun();
    // As of a device that is two hours ahead: by its own clock the token is over.
    expect(await issuer(2 * hour).finish(await chosen(address), kept)).toEqual(noTokens('clock'));
    const second = await begun();
    expect(await issuer(1000).finish(await chosen(second.address), second.kept)).toMatchObject({ ok: true });
  });

  test('renew tokens, until they are ended', async () => {
    const { refresh = '' } = await signedIn();
    const second = await issuer().renew(refresh);
    expect(second).toMatchObject({ ok: true, lastsMs: hour });
    if (!second.ok) throw new Error(second.trouble);
    expect(second.refresh).not.toBe(refresh);
    await issuer().revoke(second.refresh ?? '');
    expect(await issuer().renew(second.refresh ?? '')).toEqual(noTokens('over'));
  });

  test('part in Cognito’s way where the site says so, else as the issuer says', async () => {
    const cognito = issuerAt({ ...config, signOut: 'https://pages.test/logout' }, () => 0);
    expect(await cognito.leave(page, 'id')).toBe(
      `https://pages.test/logout?client_id=pages&logout_uri=${encodeURIComponent(page)}&id_token_hint=id`,
    );
    // The stand-in names no other way.
    expect(await issuer().leave(page, 'id')).toBeUndefined();
  });

  test('say that an issuer is away, and ask it again', async () => {
    const gone = await startFakeSignIn();
    const { port } = new URL(gone.url);
    const one = issuerAt({ ...config, issuer: gone.url }, () => 0);
    // It is there and serves nobody yet; then it is not there at all; then it is back.
    expect(await one.begin(page)).toEqual(noTokens('away'));
    await gone.stop();
    expect(await one.begin(page)).toEqual(noTokens('away'));
    const back = await startFakeSignIn({ port: Number(port) });
    back.serve({ id: 'pages', callbacks: [page], signOuts: [page], accessMs: hour, refreshMs: hour });
    try {
      expect(await one.begin(page)).toMatchObject({ ok: true });
    } finally {
      await back.stop();
    }
  });

  test('speak over plain HTTP on this machine alone', async () => {
    const bare = issuerAt({ ...config, issuer: 'http://login.example.org' }, () => 0);
    const answer = await bare.begin(page).catch((fault: Error) => fault);
    expect(JSON.stringify(answer)).not.toContain('"ok":true');
  });
});
