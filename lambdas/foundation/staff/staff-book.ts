import type { StaffGrant } from '../../../contracts/staff.ts';

/*
 * The people of the house and their grants, as one file. The staff's context writes it; every handler of staff reads it
 * and remembers it for a moment. It lies in a bucket of its own, which nothing serves.
 */

export interface BookedPerson {
  /** In small letters, as the issuer verified it. */
  readonly email: string;
  /** Of the sign-in that this person has, once there was one: names them for ever at their issuer. */
  readonly subject?: string;
  readonly name?: string;
  readonly grants: readonly StaffGrant[];
}

export interface StaffBook {
  readonly people: readonly BookedPerson[];
}

export const staffBookPath = '/staff/people.json';

export const emptyBook: StaffBook = { people: [] };

/** The person with this sign-in. */
export function personSignedIn({ people }: StaffBook, subject: string): BookedPerson | undefined {
  return people.find((person) => person.subject === subject);
}

export function personCalled({ people }: StaffBook, email: string): BookedPerson | undefined {
  return people.find((person) => person.email === email);
}

/** All that a person was granted. Who stands in the stage's settings is an owner of everything, and stays it. */
export function grantsOf({ email, grants }: BookedPerson, owners: readonly string[]): readonly StaffGrant[] {
  return owners.includes(email) ? [ownerBySettings, ...grants] : grants;
}

const ownerBySettings: StaffGrant = {
  id: 'owner-by-settings',
  role: 'owner',
  scope: { of: 'everything' },
  grantedAt: 0,
  grantedBy: 'settings',
};
