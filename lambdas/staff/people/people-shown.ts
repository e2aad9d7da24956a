import type { StaffPeople, StaffPerson } from '../../../contracts/staff.ts';
import { everywhere, placeOf } from '../../../rules/permissions.ts';
import { type BookedPerson, grantsOf, personCalled, type StaffBook } from '../../foundation/staff/staff-book.ts';
import type { StaffMember } from '../../foundation/staff/who-asks.ts';

/**
 * The people of the house by their addresses, with the owners whom the stage's settings name. An owner of a part is shown
 * the grants that lie in it, and nobody else.
 */
export function peopleShown(book: StaffBook, owners: readonly string[], asker: StaffMember): StaffPeople {
  const bySettings = owners.filter((email) => !personCalled(book, email)).map((email) => ({ email, grants: [] }));
  const all: readonly BookedPerson[] = [...book.people, ...bySettings];
  const seesAll = asker.may('grant-roles', [everywhere]);
  const people = all
    .map((person) => shown(person, owners))
    .map((person) => (seesAll ? person : within(person, asker)))
    .filter(({ grants }) => seesAll || grants.length > 0);
  return { people: people.sort((one, other) => (one.email < other.email ? -1 : 1)) };
}

function within(person: StaffPerson, asker: StaffMember): StaffPerson {
  return { ...person, grants: person.grants.filter(({ scope }) => asker.may('grant-roles', [placeOf(scope)])) };
}

function shown(person: BookedPerson, owners: readonly string[]): StaffPerson {
  const { email, name, subject } = person;
  return {
    email,
    ...(name !== undefined && { name }),
    hasSignedIn: subject !== undefined,
    grants: grantsOf(person, owners),
  };
}
