import { beforeEach, describe, expect, test } from '@jest/globals';
import type { StaffRole } from '../../../../contracts/staff.ts';
import { auditTwin } from '../../../../lambdas/foundation/staff/audit.twin.ts';
import { bookAfter } from '../../../../lambdas/staff/people/book-steps.ts';
import { peopleStore } from '../../../../lambdas/staff/people/people-store.ts';
import { type ShowMeDeps, showMe } from '../../../../lambdas/staff/people/show-me.ts';
import { type PersonTold, toldIn } from '../../../../lambdas/staff/people/userinfo.ts';
import { publishedFiles } from '../../../../simulation/stage/published-files.ts';

const now = Date.UTC(2027, 4, 1, 18, 0);
const claims = { sub: 'ruth', exp: `${now / 1000 + 600}` };
let files: ReturnType<typeof publishedFiles>;
let audit: ReturnType<typeof auditTwin>;
beforeEach(() => {
  files = publishedFiles(new Map(), new Map());
  audit = auditTwin();
});
const telling = (told: PersonTold) => (): ShowMeDeps => ({
  userinfo: { of: async () => told },
  people: peopleStore(files),
  audit,
  owners: ['olga@example.org'],
  newId: () => `entry-number-${audit.entries.length}`,
});
const known = telling({ ok: true, name: 'Ruth Okafor', email: 'ruth@example.org' });
const authorization = 'Bearer a.b.c';

describe('who is signed in', () => {
  test('is told by the issuer, and until when by the token', async () => {
    expect(await showMe(known(), { claims, authorization, now })).toEqual({
      ok: true,
      person: {
        subject: 'ruth',
        name: 'Ruth Okafor',
        email: 'ruth@example.org',
        until: now + 600_000,
        grants: [],
        permissions: [],
      },
    });
  });

  test('may have neither name nor e-mail', async () => {
    expect(await showMe(telling({ ok: true })(), { claims, authorization, now })).toEqual({
      ok: true,
      person: { subject: 'ruth', until: now + 600_000, grants: [], permissions: [] },
    });
  });

  test.each([
    ['a route without an authorizer', undefined, authorization],
    ['a token of nobody', { exp: claims.exp }, authorization],
    ['a token without an end', { sub: 'ruth' }, authorization],
    ['claims without a token', claims, undefined],
  ])('is nobody for %s', async (_, given, header) => {
    expect(await showMe(known(), { claims: given, authorization: header, now })).toMatchObject({
      ok: false,
      refusal: 'sign-in-missing',
    });
  });

  test('is nobody at the end of the token, and when the issuer knows it no more', async () => {
    const at = { claims, authorization, now: now + 600_000 };
    expect(await showMe(known(), at)).toMatchObject({ refusal: 'sign-in-over' });
    expect(await showMe(telling({ ok: false, why: 'over' })(), { claims, authorization, now })).toMatchObject({
      refusal: 'sign-in-over',
    });
  });

  test('cannot be said while the issuer is away, and may be asked again', async () => {
    expect(await showMe(telling({ ok: false, why: 'away' })(), { claims, authorization, now })).toMatchObject({
      refusal: 'sign-in-busy',
      retryAfterMs: expect.any(Number),
    });
  });
});

describe('a first sign-in', () => {
  const invite = (email: string, role: StaffRole = 'box-office') =>
    peopleStore(files).change((book) =>
      bookAfter(
        book,
        { act: 'grant', email, role, scope: { of: 'everything' } },
        { by: 'olga@example.org', id: 'grant-number-1', now },
      ),
    );
  const me = (sub = 'ruth', told: PersonTold = { ok: true, name: 'Ruth Okafor', email: 'Ruth@Example.org' }) =>
    showMe(telling(told)(), { claims: { ...claims, sub }, authorization, now });

  test('of who was invited makes the grants theirs, and is in the audit once', async () => {
    await invite('ruth@example.org');
    for (const _ of [1, 2])
      expect(await me()).toMatchObject({
        person: {
          email: 'ruth@example.org',
          grants: [{ role: 'box-office' }],
          permissions: expect.arrayContaining(['read-orders']),
        },
      });
    expect(audit.entries).toMatchObject([{ person: 'ruth@example.org', act: 'first-sign-in' }]);
  });

  test('of an owner by settings makes them one, and nobody else', async () => {
    expect(await me('olga', { ok: true, email: 'olga@example.org' })).toMatchObject({
      person: { grants: [{ role: 'owner', grantedBy: 'settings' }] },
    });
    expect(await me('mallory', { ok: true, email: 'mallory@example.org' })).toMatchObject({ person: { grants: [] } });
    expect((await peopleStore(files).read()).people.map(({ email }) => email)).toEqual(['olga@example.org']);
  });

  test('by a second account with the same address is refused, until an owner removes the first', async () => {
    await invite('ruth@example.org');
    await me('ruth');
    expect(await me('another-ruth')).toMatchObject({ refusal: 'sign-in-elsewhere' });
    const remove = { act: 'remove', email: 'ruth@example.org' } as const;
    await peopleStore(files).change((book) => bookAfter(book, remove, { by: 'olga@example.org', id: 'x', now }));
    await invite('ruth@example.org');
    expect(await me('another-ruth')).toMatchObject({ person: { grants: [{ role: 'box-office' }] } });
    expect(await me('ruth')).toMatchObject({ refusal: 'sign-in-elsewhere' });
  });

  test('without a verified address finds nobody', async () => {
    await invite('ruth@example.org');
    expect(await me('ruth', { ok: true, name: 'Ruth Okafor' })).toMatchObject({ person: { grants: [] } });
  });

  test('once made needs the issuer no more', async () => {
    await invite('ruth@example.org');
    await me();
    expect(await me('ruth', { ok: false, why: 'away' })).toMatchObject({
      person: { grants: [{ role: 'box-office' }] },
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
