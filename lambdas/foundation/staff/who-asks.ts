import { type Refusal, refuse } from '../../../contracts/refusals.ts';
import type { StaffPermission, StaffRole } from '../../../contracts/staff.ts';
import { type ActPlace, may, maySomewhere, roleFor } from '../../../rules/permissions.ts';
import { Memory } from '../memory.ts';
import type { TokenClaims } from '../route.ts';
import { type BookedPerson, grantsOf, personSignedIn, type StaffBook } from './staff-book.ts';

/*
 * Who asks, and what they may. The API has checked the token; its subject is looked up in the book of the staff. A grant
 * that was taken away is good for as long as a warm function remembers the book, and no longer.
 */

/** Milliseconds for which a function remembers the book. */
export const bookAgeMs = 5000;

/** Somebody of the house. */
export interface StaffMember {
  readonly email: string;
  readonly may: (permission: StaffPermission, places: readonly ActPlace[]) => boolean;
}

/** The same, for acts whose records name a role in place of a person. */
export interface ActingMember extends StaffMember {
  /** In which role they do it there. Undefined: they may not. */
  readonly roleFor: (permission: StaffPermission, place: ActPlace) => StaffRole | undefined;
}

export type WhoAsks = (
  claims: TokenClaims | undefined,
  permission: StaffPermission,
  now: number,
) => Promise<{ readonly ok: true; readonly asker: ActingMember } | Refusal>;

export interface WhoAsksDeps {
  /** As it stands now; undefined if nobody was ever written down. */
  readonly readBook: () => Promise<StaffBook | undefined>;
  /** Addresses of the settings, in small letters. */
  readonly owners: readonly string[];
}

/** Lets in whom the permission is granted for anything at all; for what exactly, the asker is asked. */
export function whoAsks({ readBook, owners }: WhoAsksDeps): WhoAsks {
  const memory = new Memory<StaffBook>(1);
  return async (claims, permission, now) => {
    const subject = claims?.sub;
    if (!subject) return signInMissing();
    const allowedIn = async (ageMs: number) => {
      const book = await memory.recall('book', readBook, { now, ageMs });
      const person = book && personSignedIn(book, subject);
      return { person, isAllowed: person && maySomewhere(grantsOf(person, owners), permission, now) };
    };
    const known = await allowedIn(bookAgeMs);
    // Who was granted something a second ago need not wait for it.
    const { person, isAllowed } = known.isAllowed ? known : await allowedIn(0);
    if (!person) return staffUnknown();
    return isAllowed ? { ok: true, asker: askerOf(person, owners, now) } : notAllowed();
  };
}

function askerOf(person: BookedPerson, owners: readonly string[], now: number): ActingMember {
  const grants = grantsOf(person, owners);
  return {
    email: person.email,
    may: (permission, places) => may(grants, permission, places, now),
    roleFor: (permission, place) => roleFor(grants, permission, place, now),
  };
}

export function signInMissing(): Refusal {
  return refuse('sign-in-missing', 'Sign in at /staff, and send the access token as `Authorization: Bearer <token>`.');
}

function staffUnknown(): Refusal {
  return refuse('staff-unknown', 'Open /staff once. If it says that you have no role here, ask an owner for one.');
}

export function notAllowed(): Refusal {
  return refuse(
    'not-allowed',
    'Ask an owner of this house for a role that allows it. /staff shows those that you have.',
  );
}
