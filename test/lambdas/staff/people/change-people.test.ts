import { beforeEach, describe, expect, test } from '@jest/globals';
import type { GrantScope, StaffPeopleAct, StaffRole } from '../../../../contracts/staff.ts';
import { auditTwin } from '../../../../lambdas/foundation/staff/audit.twin.ts';
import { type StaffBook, staffBookPath } from '../../../../lambdas/foundation/staff/staff-book.ts';
import type { StaffMember } from '../../../../lambdas/foundation/staff/who-asks.ts';
import { changePeople } from '../../../../lambdas/staff/people/change-people.ts';
import { listPeople } from '../../../../lambdas/staff/people/list-people.ts';
import { peopleStore } from '../../../../lambdas/staff/people/people-store.ts';
import { may } from '../../../../rules/permissions.ts';
import { publishedFiles } from '../../../../simulation/stage/published-files.ts';

const now = 1_800_000_000_000;
const everything: GrantScope = { of: 'everything' };
const owners = ['olga@example.org'];

let files: ReturnType<typeof publishedFiles>;
let audit: ReturnType<typeof auditTwin>;
beforeEach(() => {
  files = publishedFiles(new Map(), new Map());
  audit = auditTwin();
});

const asker = (role: StaffRole, scope: GrantScope = everything): StaffMember => ({
  email: 'olga@example.org',
  may: (permission, places) => may([{ role, scope }], permission, places, now),
});
const deps = () => ({ people: peopleStore(files), audit, owners, newId: () => `grant-number-${audit.entries.length}` });
const act = (what: StaffPeopleAct, by = asker('owner')) => changePeople(deps(), by, what, now);
const book = () => files.read<StaffBook>(staffBookPath);
const grant = { act: 'grant', email: 'ben@example.org', role: 'box-office', scope: everything } as const;

describe('a grant', () => {
  test('invites who is not known yet, and is in the audit with who gave it', async () => {
    const answer = await act({ ...grant, until: now + 1 });
    expect(answer).toMatchObject({
      ok: true,
      body: {
        people: [
          {
            email: 'ben@example.org',
            hasSignedIn: false,
            grants: [{ role: 'box-office', grantedBy: 'olga@example.org' }],
          },
          { email: 'olga@example.org', grants: [{ role: 'owner', grantedBy: 'settings' }] },
        ],
      },
    });
    expect(audit.entries).toMatchObject([
      { person: 'olga@example.org', act: 'grant', on: 'ben@example.org', happenedAt: now },
    ]);
    expect(audit.entries[0]?.note).toMatch(/^box-office for everything until 2027-/);
  });

  test('that stands already changes nothing and writes nothing', async () => {
    await act(grant);
    const before = await book();
    expect(await act(grant)).toMatchObject({ ok: true });
    expect(await book()).toBe(before);
    expect(audit.entries).toHaveLength(1);
  });

  test('of the same role for the same has the end that was said last', async () => {
    await act(grant);
    await act({ ...grant, until: now + 5 });
    expect((await book())?.people[0]?.grants).toMatchObject([{ until: now + 5 }]);
  });

  test('for a time that is over is refused by its field', async () => {
    expect(await act({ ...grant, until: now })).toMatchObject({ ok: false, errors: [{ field: 'body.until' }] });
    expect(await book()).toBeUndefined();
  });

  test('is given only within what the giver owns', async () => {
    const ofShow = asker('owner', { of: 'show', id: 'the-tide' });
    expect(await act(grant, ofShow)).toMatchObject({ ok: false, refusal: 'not-allowed' });
    expect(await act({ ...grant, scope: { of: 'show', id: 'the-tide' } }, ofShow)).toMatchObject({ ok: true });
    expect(await act({ ...grant, scope: { of: 'show', id: 'another' } }, ofShow)).toMatchObject({ ok: false });
  });

  test.each(['programmer', 'box-office-supervisor', 'ops', 'auditor', 'partner', 'steward'] as const)(
    'is none that a %s may give',
    async (role) => {
      expect(await act(grant, asker(role))).toMatchObject({ ok: false, refusal: 'not-allowed' });
      expect(audit.entries).toEqual([]);
    },
  );

  test('of two at once none is lost', async () => {
    await Promise.all([act(grant), act({ ...grant, email: 'cy@example.org' }), act({ ...grant, role: 'auditor' })]);
    expect((await book())?.people.map(({ email, grants }) => [email, grants.length])).toEqual([
      ['ben@example.org', 2],
      ['cy@example.org', 1],
    ]);
  });
});

describe('what takes away', () => {
  test('takes one grant, and done twice it is done once', async () => {
    await act(grant);
    await act({ ...grant, role: 'steward' });
    const id = (await book())?.people[0]?.grants[0]?.id ?? '';
    await act({ act: 'revoke', email: grant.email, grant: id });
    expect(await act({ act: 'revoke', email: grant.email, grant: id })).toMatchObject({ ok: true });
    expect((await book())?.people[0]?.grants).toMatchObject([{ role: 'steward' }]);
    expect(audit.entries.map(({ act: what }) => what)).toEqual(['grant', 'grant', 'revoke']);
  });

  test('removes a person with all that they had', async () => {
    await act(grant);
    await act({ act: 'remove', email: grant.email });
    expect((await book())?.people).toEqual([]);
  });

  test('is refused of a grant outside of what the taker owns', async () => {
    await act(grant);
    const id = (await book())?.people[0]?.grants[0]?.id ?? '';
    const ofShow = asker('owner', { of: 'show', id: 'the-tide' });
    expect(await act({ act: 'revoke', email: grant.email, grant: id }, ofShow)).toMatchObject({
      refusal: 'not-allowed',
    });
    expect(await act({ act: 'remove', email: grant.email }, ofShow)).toMatchObject({ refusal: 'not-allowed' });
  });

  test('never takes an owner whom the settings name', async () => {
    expect(await act({ act: 'remove', email: 'olga@example.org' })).toMatchObject({ refusal: 'owner-by-settings' });
    expect(await act({ act: 'revoke', email: 'olga@example.org', grant: 'owner-by-settings' })).toMatchObject({
      refusal: 'owner-by-settings',
    });
  });
});

test('an owner of a part sees and changes what lies in it, and learns of nobody else', async () => {
  const scope: GrantScope = { of: 'show', id: 'the-tide' };
  const ofShow = asker('owner', scope);
  await act(grant);
  await act({ ...grant, email: 'cy@example.org', scope });
  await act({ ...grant, email: 'cy@example.org', role: 'auditor' });
  const theirs = { people: [{ email: 'cy@example.org', grants: [{ role: 'box-office', scope }] }] };
  expect(await listPeople(deps(), ofShow)).toMatchObject(theirs);
  expect(JSON.stringify(await listPeople(deps(), ofShow))).not.toMatch(/ben@|olga@.*settings|auditor/);
  const id = (await book())?.people.find(({ email }) => email === 'cy@example.org')?.grants[0]?.id ?? '';
  const revoke = { act: 'revoke', email: 'cy@example.org', grant: id } as const;
  for (const _ of [1, 2]) expect(await act(revoke, ofShow)).toEqual({ ok: true, body: { people: [] } });
  expect(await listPeople(deps(), asker('box-office-supervisor'))).toEqual({ people: [] });
  expect((await listPeople(deps(), asker('owner'))).people).toHaveLength(3);
});

test('what somebody else granted in the same moment is not taken away by who may not', async () => {
  const scope: GrantScope = { of: 'show', id: 'the-tide' };
  await act({ ...grant, scope });
  const raced = { ...deps(), audit: { add: async () => void (await act({ ...grant, role: 'auditor' })) } };
  const remove = { act: 'remove', email: grant.email } as const;
  expect(await changePeople(raced, asker('owner', scope), remove, now)).toMatchObject({ refusal: 'not-allowed' });
  expect((await book())?.people[0]?.grants).toHaveLength(2);
});
