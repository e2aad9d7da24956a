import { type Refusal, refuse } from '../../../contracts/refusals.ts';
import type { StaffGrant, StaffPeople, StaffPeopleAct } from '../../../contracts/staff.ts';
import { everywhere, placeOf } from '../../../rules/permissions.ts';
import { deedOf } from '../../foundation/staff/audit-entries.ts';
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
  if (bookAfter(before, act, granting) === before) return { ok: true, body: peopleShown(before, owners, asker) };
  await audit.add(deedOf(asker, deedIn(before, act), granting));
  // Somebody may have granted meanwhile what the asker may not take away.
  let late: Refusal | undefined;
  const after = await people.change((book) => {
    late = refusalOf(book, asker, act, owners, now);
    return late ? book : bookAfter(book, act, granting);
  });
  return late ?? { ok: true, body: peopleShown(after, owners, asker) };
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
    return refuse('owner-by-settings', 'Take the address out of `owners` in the stage’s settings, and deploy.');
  if (act.act === 'grant' && act.until !== undefined && act.until <= now)
    return refuse('bad-request', 'Choose a time that is not over.', {
      errors: [{ field: 'body.until', message: 'is over' }],
    });
  return placesOf(book, act).every((place) => asker.may('grant-roles', [place])) ? undefined : notAllowed();
}

/** All that the act is about. Of what is taken away already nothing is left to be allowed. */
function placesOf(book: StaffBook, act: StaffPeopleAct) {
  if (act.act === 'grant') return [placeOf(act.scope)];
  const person = personCalled(book, act.email);
  if (!person) return [];
  // Somebody without a grant is nobody's of a part.
  if (act.act === 'remove' && person.grants.length === 0) return [everywhere];
  const about = act.act === 'remove' ? person.grants : person.grants.filter(({ id }) => id === act.grant);
  return about.map(({ scope }) => placeOf(scope));
}

function deedIn(book: StaffBook, act: StaffPeopleAct) {
  const on = act.email;
  switch (act.act) {
    case 'grant':
      return { act: 'grant', on, note: noteOf(act) };
    case 'revoke': {
      const grant = personCalled(book, on)?.grants.find((one) => one.id === act.grant);
      return { act: 'revoke', on, note: grant && noteOf(grant) };
    }
    case 'remove':
      return { act: 'remove-person', on };
  }
}

/** E.g. `box-office for show the-tide until 2027-06-01T18:30:00.000Z`. */
function noteOf({ role, scope, until }: Pick<StaffGrant, 'role' | 'scope' | 'until'>): string {
  const what = scope.of === 'everything' ? 'everything' : `${scope.of} ${scope.id}`;
  return `${role} for ${what}${until === undefined ? '' : ` until ${new Date(until).toISOString()}`}`;
}
