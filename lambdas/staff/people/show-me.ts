import { type Refusal, refuse } from '../../../contracts/refusals.ts';
import type { SignedIn } from '../../../contracts/sign-in.ts';
import { permissionsOf } from '../../../rules/permissions.ts';
import type { TokenClaims } from '../../foundation/route.ts';
import { deedOf } from '../../foundation/staff/audit-entries.ts';
import type { AuditStore } from '../../foundation/staff/audit-store.ts';
import {
  type BookedPerson,
  grantsOf,
  personCalled,
  personSignedIn,
  type StaffBook,
} from '../../foundation/staff/staff-book.ts';
import { signInMissing } from '../../foundation/staff/who-asks.ts';
import { signedInAs } from './book-steps.ts';
import type { PeopleStore } from './people-store.ts';
import type { Userinfo } from './userinfo.ts';

/*
 * Who is signed in, and what they may. The API has checked the token, and hands its claims over. Without them nobody is
 * signed in, whatever a header says: a route that lost its authorizer refuses everybody.
 *
 *   subject known in the book ─▶ that person, and the issuer is not asked
 *   not known ─▶ the issuer says the address ─▶ invited, and nobody signed in as them yet ─▶ this sign-in is theirs
 *                                            ─▶ invited, and somebody did ─▶ refused: an owner removes and invites anew
 *                                            ─▶ not invited ─▶ signed in, with no role
 */

export interface ShowMeDeps {
  readonly userinfo: Userinfo;
  readonly people: PeopleStore;
  readonly audit: Pick<AuditStore, 'add'>;
  readonly owners: readonly string[];
  /** 96 random bits in letters and digits. */
  readonly newId: () => string;
}

interface ToShow {
  /** As the API's authorizer read them; undefined if it let nobody in. */
  readonly claims: TokenClaims | undefined;
  readonly authorization: string | undefined;
  /** Milliseconds since the epoch. */
  readonly now: number;
}

const againMs = 2000;

export async function showMe(
  deps: ShowMeDeps,
  { claims, authorization, now }: ToShow,
): Promise<{ readonly ok: true; readonly person: SignedIn } | Refusal> {
  const subject = claims?.sub;
  const until = Number(claims?.exp) * 1000;
  const token = /^Bearer +(\S+)$/.exec(authorization ?? '')?.[1];
  if (!subject || !Number.isFinite(until) || token === undefined) return signInMissing();
  if (now >= until) return over();
  const before = await deps.people.read();
  const known = personSignedIn(before, subject);
  if (known) return { ok: true, person: { subject, until, ...seen(known, deps.owners, now) } };
  const told = await deps.userinfo.of(token, subject);
  if (!told.ok && told.why === 'over') return over();
  if (!told.ok)
    return refuse('sign-in-busy', 'You are still signed in. Ask again in a moment.', { retryAfterMs: againMs });
  const email = told.email?.toLowerCase();
  const { name } = told;
  const stranger = { subject, until, ...(name && { name }), ...(email && { email }), grants: [], permissions: [] };
  if (email === undefined) return { ok: true, person: stranger };
  const step = (book: StaffBook) => withSignIn(book, { email, subject, name }, deps.owners);
  if (step(before) !== before)
    await deps.audit.add(deedOf({ email }, { act: 'first-sign-in', on: email }, { id: deps.newId(), now }));
  const book = await deps.people.change(step);
  const person = personCalled(book, email);
  if (!person) return { ok: true, person: stranger };
  if (person.subject !== subject) return elsewhere();
  return { ok: true, person: { subject, until, ...seen(person, deps.owners, now) } };
}

/** The sign-in is theirs who were invited by this address, or whom the settings name, and who have none yet. */
function withSignIn(
  book: StaffBook,
  { email, subject, name }: { readonly email: string; readonly subject: string; readonly name: string | undefined },
  owners: readonly string[],
): StaffBook {
  const person = personCalled(book, email) ?? (owners.includes(email) ? { email, grants: [] } : undefined);
  if (!person || person.subject !== undefined) return book;
  return signedInAs(book, person, { subject, name });
}

function seen(person: BookedPerson, owners: readonly string[], now: number) {
  const grants = grantsOf(person, owners);
  const { email, name } = person;
  return { email, ...(name !== undefined && { name }), grants, permissions: permissionsOf(grants, now) };
}

const over = () => refuse('sign-in-over', 'Sign in again at /staff.');

const elsewhere = () =>
  refuse(
    'sign-in-elsewhere',
    'Somebody signed in with this address by another account. An owner can remove it and invite it anew.',
  );
