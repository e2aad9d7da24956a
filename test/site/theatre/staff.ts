import type { Page } from 'playwright-core';
import { api } from '../../../contracts/api.ts';
import type { DoorDevices, Pairing } from '../../../contracts/pairing.ts';
import type { SignInOnPages } from '../../../contracts/site-config.ts';
import type { GrantScope, StaffRole } from '../../../contracts/staff.ts';
import { type StaffBook, staffBookPath } from '../../../lambdas/foundation/staff/staff-book.ts';
import type { Stage } from '../../../simulation/stage/stage.ts';
import { type StagePerson, stageToken } from '../../../simulation/stage/tokens.ts';
import type { KeptTokens } from '../../../site/sign-in/sign-in.store.ts';
import { persons } from '../../../stand-ins/sign-in/persons.ts';
import type { Theatre } from './theatre.ts';

/* The people of a theatre: one for each role, known and signed in before, and those without any. */

export interface StaffOf {
  readonly scope?: GrantScope;
  /** Milliseconds since the epoch. */
  readonly until?: number;
}

const nobody = { subject: 'subject-of-nobody', email: 'nadia.quist@example.org', name: 'Nadia Quist' };

/** The one whom the stand-in of the sign-in has for a role. */
export function personOfRole(role: StaffRole | 'nobody'): StagePerson {
  const { subject, email, name } = persons.find((person) => person.role === role) ?? nobody;
  return { subject, email, name };
}

const hour = 3_600_000;

export interface HouseMember {
  readonly person: StagePerson;
  readonly token: string;
  readonly headers: { readonly authorization: string };
}

/** Somebody with this role, and with no other; or with none. */
export function staffOf(
  { platform, time }: Pick<Stage, 'platform' | 'time'>,
  role: StaffRole | 'nobody',
  { scope = { of: 'everything' }, until }: StaffOf = {},
): HouseMember {
  const person = personOfRole(role);
  const { staffFiles } = platform;
  const { people } = (staffFiles.get(staffBookPath) ?? { people: [] }) as StaffBook;
  const others = people.filter(({ email }) => email !== person.email);
  if (role !== 'nobody') {
    const grantedAt = time.now - 24 * hour;
    const ended = until !== undefined && { until };
    const grant = { id: `grant-of-${role}`, role, scope, ...ended, grantedAt, grantedBy: 'olga@example.org' };
    staffFiles.set(staffBookPath, { people: [...others, { ...person, grants: [grant] }] } satisfies StaffBook);
  }
  const token = stageToken(person, time.now + hour);
  return { person, token, headers: { authorization: `Bearer ${token}` } };
}

/** This browser is signed in as they are, as it would be after it came back from the issuer. */
export async function signInAs(
  page: Page,
  { base, stage }: Pick<Theatre, 'base' | 'stage'>,
  role: StaffRole | 'nobody',
  of: StaffOf = {},
): Promise<HouseMember> {
  const member = staffOf(stage, role, of);
  const tokens: KeptTokens = { access: member.token, until: Date.now() + hour };
  await page.goto(`${base}/robots.txt`);
  await page.evaluate((kept) => sessionStorage.setItem('stampede.sign-in', kept), JSON.stringify(tokens));
  return member;
}

/** A device that may scan at this performance, paired through the routes. */
export async function pairedRight(
  ask: <Body>(method: 'POST', url: string, asked: object) => Promise<{ readonly body: Body }>,
  headers: HouseMember['headers'],
  performance: string,
): Promise<string> {
  const { url } = api('POST staff/door/{performance}/devices', { performance });
  const { offer } = (await ask<DoorDevices>('POST', url, { headers, body: { act: 'offer' } })).body;
  if (!offer) throw new Error(`No device was offered at ${performance}`);
  const body = { code: offer.code, device: 'a-device-of-the-tests-01' };
  return (await ask<Pairing>('POST', api('POST pairings/{performance}', { performance }).url, { body })).body.right;
}

/** An issuer that nobody reaches: whoever is signed in stays so, and signing out leads to the staff's page. */
export const signInAway = (base: string): SignInOnPages => ({
  issuer: 'http://127.0.0.1:9',
  clientId: 'stampede',
  scope: 'openid',
  signOut: `${base}/staff`,
});
