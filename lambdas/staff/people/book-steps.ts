import type { GrantScope, StaffGrant, StaffPeopleAct } from '../../../contracts/staff.ts';
import { type BookedPerson, personCalled, type StaffBook } from '../../foundation/staff/staff-book.ts';

/* What each act makes of the book. An act that was done already leaves it as it is: the very same book comes back. */

export interface Granting {
  /** The address of who grants. */
  readonly by: string;
  /** For a new grant. */
  readonly id: string;
  readonly now: number;
}

export function bookAfter(book: StaffBook, act: StaffPeopleAct, granting: Granting): StaffBook {
  const found = personCalled(book, act.email);
  switch (act.act) {
    case 'grant':
      return withPerson(book, granted(found ?? { email: act.email, grants: [] }, act, granting));
    case 'revoke':
      return found ? withPerson(book, without(found, act.grant)) : book;
    case 'remove':
      return found ? { people: book.people.filter((person) => person !== found) } : book;
  }
}

/** The sign-in of who comes for the first time, and the name that their issuer knows. */
export function signedInAs(
  book: StaffBook,
  person: BookedPerson,
  { subject, name }: { readonly subject: string; readonly name: string | undefined },
): StaffBook {
  return withPerson(book, { ...person, subject, ...(name !== undefined && { name }) });
}

function withPerson(book: StaffBook, person: BookedPerson): StaffBook {
  const before = personCalled(book, person.email);
  if (before === person) return book;
  const others = book.people.filter((one) => one !== before);
  return { people: [...others, person].sort((one, other) => (one.email < other.email ? -1 : 1)) };
}

/** A role for the same has one end: the newest that was said. */
function granted(
  person: BookedPerson,
  { role, scope, until }: Extract<StaffPeopleAct, { act: 'grant' }>,
  { by, id, now }: Granting,
): BookedPerson {
  const before = person.grants.find((grant) => grant.role === role && isSameScope(grant.scope, scope));
  if (before && before.until === until) return person;
  const grant: StaffGrant = {
    id,
    role,
    scope,
    ...(until !== undefined && { until }),
    grantedAt: now,
    grantedBy: by,
  };
  return { ...person, grants: [...person.grants.filter((one) => one !== before), grant] };
}

function without(person: BookedPerson, id: string): BookedPerson {
  const grants = person.grants.filter((grant) => grant.id !== id);
  return grants.length === person.grants.length ? person : { ...person, grants };
}

function isSameScope(one: GrantScope, other: GrantScope): boolean {
  return one.of === other.of && ('id' in one ? one.id : '') === ('id' in other ? other.id : '');
}
