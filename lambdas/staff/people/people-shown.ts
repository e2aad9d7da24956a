import type { StaffPeople, StaffPerson } from '../../../contracts/staff.ts';
import { type BookedPerson, grantsOf, personCalled, type StaffBook } from '../../foundation/staff/staff-book.ts';

/** The people of the house by their addresses, with the owners whom the stage's settings name. */
export function peopleShown(book: StaffBook, owners: readonly string[]): StaffPeople {
  const bySettings = owners.filter((email) => !personCalled(book, email)).map((email) => ({ email, grants: [] }));
  const all: readonly BookedPerson[] = [...book.people, ...bySettings];
  return {
    people: all.map((person) => shown(person, owners)).sort((one, other) => (one.email < other.email ? -1 : 1)),
  };
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
