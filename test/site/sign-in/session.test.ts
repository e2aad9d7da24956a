import { beforeEach, describe, expect, test } from '@jest/globals';
import { type Issuer, noTokens, type Tokens } from '../../../site/sign-in/issuer.ts';
import { openSession, pathOfOurs, renewedBeforeMs, type SessionDeps } from '../../../site/sign-in/session.ts';
import type { KeptTokens, Pending } from '../../../site/sign-in/sign-in.store.ts';

const hour = 3_600_000;
let now: number;
let kept: { tokens?: KeptTokens; pending?: Pending; out: boolean };
let renewals: string[];
let revoked: string[];

const tokens = (n: number): Tokens => ({ ok: true, access: `a${n}`, refresh: `r${n}`, id: `i${n}`, lastsMs: hour });
const pending = { state: 's', nonce: 'n', verifier: 'v', redirect: 'https://site.test/staff' };

const good: Issuer = {
  begin: async () => ({ ok: true, address: 'https://id.test/authorize', kept: pending }),
  finish: async () => tokens(1),
  renew: async (refresh) => {
    renewals.push(refresh);
    return tokens(renewals.length + 1);
  },
  revoke: async (refresh) => void revoked.push(refresh),
  leave: async (redirect, id) => `https://id.test/leave?to=${redirect}&hint=${id}`,
};

const store: SessionDeps['store'] = {
  tokens: () => kept.tokens,
  keepTokens: (given) => void Object.assign(kept, { tokens: given }),
  dropTokens: () => void delete kept.tokens,
  pending: () => kept.pending,
  keepPending: (given) => void Object.assign(kept, { pending: given }),
  dropPending: () => void delete kept.pending,
  keepSignedOut: () => void Object.assign(kept, { out: true }),
};

const session = (over: Partial<Issuer> = {}) =>
  openSession({ issuer: { ...good, ...over }, store, now: () => now, redirect: 'https://site.test/staff' });
const returned = (query: string) => new URLSearchParams(query);
const signedIn = async (over: Partial<Issuer> = {}) => {
  const one = session(over);
  await one.signIn('/order-book?show=lear');
  await one.finish(returned('code=c&state=s'));
  return one;
};

beforeEach(() => {
  now = Date.UTC(2027, 4, 1, 18, 0);
  kept = { out: false };
  renewals = [];
  revoked = [];
});

describe('a sign-in', () => {
  test('leads to the issuer, and back to where the person was', async () => {
    const one = session();
    expect(await one.signIn('/order-book?show=lear')).toEqual({ ok: true, address: 'https://id.test/authorize' });
    expect(kept.pending).toEqual({ ...pending, backTo: '/order-book?show=lear' });
    expect(await one.finish(returned('code=c&state=s'))).toEqual({ ok: true, backTo: '/order-book?show=lear' });
    expect(kept).toEqual({ tokens: { access: 'a1', refresh: 'r1', id: 'i1', until: now + hour }, out: false });
    expect(await one.token()).toEqual({ ok: true, access: 'a1' });
  });

  test('is none for an address that says nothing of one', async () => {
    expect(await session().finish(returned('lang=cy'))).toBeUndefined();
  });

  test('that this tab did not begin is nobody’s, and a second answer neither', async () => {
    const one = session();
    expect(await one.finish(returned('code=c&state=s'))).toEqual(noTokens('mismatch'));
    await one.signIn('/staff');
    await one.finish(returned('code=c&state=s'));
    expect(await one.finish(returned('code=c&state=s'))).toEqual(noTokens('mismatch'));
  });

  test.each(['refused', 'away', 'clock', 'mismatch'] as const)('that ended as %s keeps nothing', async (trouble) => {
    const one = session({ finish: async () => noTokens(trouble) });
    await one.signIn('/staff');
    expect(await one.finish(returned('error=access_denied&state=s'))).toEqual(noTokens(trouble));
    expect(kept).toEqual({ out: false });
    expect(one.isSignedIn()).toBe(false);
  });

  test('does not begin while the issuer is away', async () => {
    expect(await session({ begin: async () => noTokens('away') }).signIn('/staff')).toEqual(noTokens('away'));
    expect(kept.pending).toBeUndefined();
  });
});

test.each([
  ['/order-book#order=a', '/order-book#order=a'],
  ['//evil.example', '/'],
  ['/\\evil.example', '/'],
  ['https://evil.example', '/'],
  ['javascript:alert(1)', '/'],
])('of %s a person comes back to %s', (path, expected) => {
  expect(pathOfOurs(path)).toBe(expected);
});

describe('an access token', () => {
  test('is renewed shortly before its end, once for all who ask, and the newest refresh token is kept', async () => {
    const one = await signedIn();
    now += hour - renewedBeforeMs - 1;
    expect(await one.token()).toEqual({ ok: true, access: 'a1' });
    now += 1;
    expect(await Promise.all([one.token(), one.token()])).toEqual([
      { ok: true, access: 'a2' },
      { ok: true, access: 'a2' },
    ]);
    expect(renewals).toEqual(['r1']);
    expect(kept.tokens).toEqual({ access: 'a2', refresh: 'r2', id: 'i2', until: now + hour });
  });

  test('serves to its end while the issuer is away', async () => {
    const one = await signedIn({ renew: async () => noTokens('away') });
    now += hour - 1;
    expect(await one.token()).toEqual({ ok: true, access: 'a1' });
    now += 1;
    expect(await one.token()).toEqual(noTokens('away'));
    expect(one.isSignedIn()).toBe(true);
  });

  test('is gone when the issuer has ended it', async () => {
    const one = await signedIn({ renew: async () => noTokens('over') });
    now += hour;
    expect(await one.token()).toEqual(noTokens('over'));
    expect(kept.tokens).toBeUndefined();
  });

  test('that the API refused is not given again: it is renewed, or the sign-in is over', async () => {
    const one = await signedIn();
    expect(await one.token('a1')).toEqual({ ok: true, access: 'a2' });
    expect(await one.token('a1')).toEqual({ ok: true, access: 'a2' });
    expect(renewals).toEqual(['r1']);
    const other = await signedIn({ renew: async () => noTokens('away') });
    expect(await other.token('a1')).toEqual(noTokens('away'));
    const last = await signedIn({ finish: async () => ({ ok: true, access: 'a1', lastsMs: hour }) });
    expect(await last.token('a1')).toEqual(noTokens('over'));
  });

  test('of an issuer that renews none ends at its end', async () => {
    const one = await signedIn({ finish: async () => ({ ok: true, access: 'a1', lastsMs: hour }) });
    now += hour - 1;
    expect(await one.token()).toEqual({ ok: true, access: 'a1' });
    now += 1;
    expect(await one.token()).toEqual(noTokens('over'));
  });

  test('that comes after somebody signed out is not kept', async () => {
    let give: (given: Tokens) => void = () => undefined;
    const one = await signedIn({
      renew: () =>
        new Promise((done) => {
          give = done;
        }),
    });
    now += hour;
    const asked = one.token();
    await one.signOut();
    give(tokens(2));
    expect(await asked).toEqual(noTokens('over'));
    expect(kept.tokens).toBeUndefined();
  });
});

describe('whoever signs out', () => {
  test('is forgotten here, and the issuer ends the rest', async () => {
    const one = await signedIn();
    expect(await one.signOut()).toBe('https://id.test/leave?to=https://site.test/staff&hint=i1');
    expect([kept, revoked]).toEqual([{ out: true }, ['r1']]);
  });

  test('is forgotten here also while the issuer is away', async () => {
    const away = async () => Promise.reject(new TypeError('Failed to fetch'));
    const one = await signedIn({ revoke: away, leave: away });
    expect(await one.signOut()).toBeUndefined();
    expect(one.isSignedIn()).toBe(false);
  });
});
