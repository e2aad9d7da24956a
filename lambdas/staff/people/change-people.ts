import { type Refusal, refuse } from '../../../contracts/refusals.ts';
import type { AuditEntry, StaffGrant, StaffPeople, StaffPeopleAct } from '../../../contracts/staff.ts';
import { everywhere, placeOf } from '../../../rules/permissions.ts';
import type { AuditStore } from '../../foundation/staff/audit-store.ts';
import { personCalled, type StaffBook } from '../../foundation/staff/staff-book.ts';
import { notAllowed, type StaffMember } from '../../foundation/staff/who-asks.ts';
import { bookAfter } from './book-steps.ts';
import { peopleShown } from './people-shown.ts';
import type { PeopleStore } from './people-store.ts';

/*
 * Grants, and what takes them away. An act is written into the audit before it is done: a machine that dies between the
 * two leaves an entry of something that was asked for, never a grant that nobody wrote down.
 */

export interface ChangePeopleDeps {
  readonly people: PeopleStore;
  readonly audit: Pick<AuditStore, 'add'>;
  readonly owners: readonly string[];
  /** 96 random bits in letters and digits. */
  readonly newId: () => string;
}

export async function changePeople(
  { people, audit, owners, newId }: ChangePeopleDeps,
  asker: StaffMember,
  act: StaffPeopleAct,
  now: number,
): Promise<{ readonly ok: true; readonly body: StaffPeople } | Refusal> {
  const before = await people.read();
  const refused = refusalOf(before, asker, act, owners, now);
  if (refused) return refused;
  const granting = { by: asker.email, id: newId(), now };
  if (bookAfter(before, act, granting) === before) return { ok: true, body: peopleShown(before, owners) };
  await audit.add(entryOf(before, act, granting));
  // As it stands by now, the asker may no longer be allowed to.
  const after = await people.change((book) =>
    refusalOf(book, asker, act, owners, now) ? book : bookAfter(book, act, granting),
  );
  return { ok: true, body: peopleShown(after, owners) };
}

/** Who grants or takes away must be allowed to do so in all that it is about. */
function refusalOf(
  book: StaffBook,
  asker: StaffMember,
  act: StaffPeopleAct,
  owners: readonly string[],
  now: number,
): Refusal | undefined {
  if (act.act !== 'grant' && owners.includes(act.email) && (act.act === 'remove' || act.grant === 'owner-by-settings'))
    return refuse('owner-by-settings', 'Take the address out of `signIn.owners` in the stage’s settings, and deploy.');
  if (act.act === 'grant' && act.until !== undefined && act.until <= now)
    return refuse('bad-request', 'Choose a time that is not over.', {
      errors: [{ field: 'body.until', message: 'is over' }],
    });
  return asker.may('grant-roles', placesOf(book, act)) ? undefined : notAllowed();
}

function placesOf(book: StaffBook, act: StaffPeopleAct) {
  if (act.act === 'grant') return [placeOf(act.scope)];
  const grants = personCalled(book, act.email)?.grants ?? [];
  const about = act.act === 'remove' ? grants : grants.filter(({ id }) => id === act.grant);
  return about.length > 0 ? about.map(({ scope }) => placeOf(scope)) : [everywhere];
}

function entryOf(
  book: StaffBook,
  act: StaffPeopleAct,
  { by, id, now }: { by: string; id: string; now: number },
): AuditEntry {
  const about = { id, happenedAt: now, person: by, on: act.email };
  switch (act.act) {
    case 'grant':
      return { ...about, act: 'grant', note: noteOf(act) };
    case 'revoke': {
      const grant = personCalled(book, act.email)?.grants.find((one) => one.id === act.grant);
      return { ...about, act: 'revoke', ...(grant && { note: noteOf(grant) }) };
    }
    case 'remove':
      return { ...about, act: 'remove-person' };
  }
}

/** E.g. `box-office for show the-tide until 2027-06-01T18:30:00.000Z`. */
function noteOf({ role, scope, until }: Pick<StaffGrant, 'role' | 'scope' | 'until'>): string {
  const what = scope.of === 'everything' ? 'everything' : `${scope.of} ${scope.id}`;
  return `${role} for ${what}${until === undefined ? '' : ` until ${new Date(until).toISOString()}`}`;
}
