import { describe, expect, test } from '@jest/globals';
import { showMe } from '../../../../lambdas/staff/people/show-me.ts';
import { type PersonTold, toldIn, type Userinfo } from '../../../../lambdas/staff/people/userinfo.ts';

const now = Date.UTC(2027, 4, 1, 18, 0);
const claims = { sub: 'ruth', exp: `${now / 1000 + 600}` };
const telling = (told: PersonTold): { readonly userinfo: Userinfo } => ({ userinfo: { of: async () => told } });
const known = telling({ ok: true, name: 'Ruth Okafor', email: 'ruth@example.org' });
const authorization = 'Bearer a.b.c';

describe('who is signed in', () => {
  test('is told by the issuer, and until when by the token', async () => {
    expect(await showMe(known, { claims, authorization, now })).toEqual({
      ok: true,
      person: { subject: 'ruth', name: 'Ruth Okafor', email: 'ruth@example.org', until: now + 600_000 },
    });
  });

  test('may have neither name nor e-mail', async () => {
    expect(await showMe(telling({ ok: true }), { claims, authorization, now })).toEqual({
      ok: true,
      person: { subject: 'ruth', until: now + 600_000 },
    });
  });

  test.each([
    ['a route without an authorizer', undefined, authorization],
    ['a token of nobody', { exp: claims.exp }, authorization],
    ['a token without an end', { sub: 'ruth' }, authorization],
    ['claims without a token', claims, undefined],
  ])('is nobody for %s', async (_, given, header) => {
    expect(await showMe(known, { claims: given, authorization: header, now })).toMatchObject({
      ok: false,
      refusal: 'sign-in-missing',
    });
  });

  test('is nobody at the end of the token, and when the issuer knows it no more', async () => {
    const at = { claims, authorization, now: now + 600_000 };
    expect(await showMe(known, at)).toMatchObject({ refusal: 'sign-in-over' });
    expect(await showMe(telling({ ok: false, why: 'over' }), { claims, authorization, now })).toMatchObject({
      refusal: 'sign-in-over',
    });
  });

  test('cannot be said while the issuer is away, and may be asked again', async () => {
    expect(await showMe(telling({ ok: false, why: 'away' }), { claims, authorization, now })).toMatchObject({
      refusal: 'sign-in-busy',
      retryAfterMs: expect.any(Number),
    });
  });
});

describe('what an issuer tells of a person', () => {
  test.each<[string, unknown, PersonTold]>([
    [
      'a name and a verified address',
      { sub: 'ruth', name: ' Ruth ', email: 'r@example.org', email_verified: true },
      { ok: true, name: 'Ruth', email: 'r@example.org' },
    ],
    [
      'truth as Cognito spells it',
      { sub: 'ruth', email: 'r@example.org', email_verified: 'true' },
      { ok: true, email: 'r@example.org' },
    ],
    ['an address that nobody verified', { sub: 'ruth', name: '', email: 'r@example.org' }, { ok: true }],
    ['somebody else', { sub: 'eve', name: 'Eve' }, { ok: false, why: 'away' }],
    ['nothing', null, { ok: false, why: 'away' }],
  ])('%s', (_, answer, told) => {
    expect(toldIn(answer, 'ruth')).toEqual(told);
  });
});
