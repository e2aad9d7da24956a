import { createHash } from 'node:crypto';
import { api } from '../../contracts/api.ts';
import type { PublishedOnSale } from '../../contracts/catalogue.ts';
import type { Challenge, JoinRequest } from '../../contracts/line-requests.ts';
import type { RosterMember } from '../../examples/roster.ts';
import { solveWork } from '../../lambdas/waiting-room/entry/solve-work.ts';

/**
 * The identities of the simulated fans: members of the on-sale's own roster, a different part of it for every seed, or
 * visitors. The first few members are left for a person to try by hand.
 */
export interface IdentityOptions {
  readonly seed: number;
  /** Of this rehearsal: visitors of two rehearsals are two people. */
  readonly run: string;
  readonly fans: number;
}

const leftForPeople = 10;

/** The identity of a fan before they ask to come in. A visitor has a proof of work to do first. */
export type Identity =
  | Extract<JoinRequest, { entry: 'members' }>
  | Omit<Extract<JoinRequest, { entry: 'open' }>, 'work'>;

/** The identity of each fan by number; a sentence instead if there are too few members, or it cannot be made up. */
export function identities(
  { id, entry }: PublishedOnSale,
  members: readonly RosterMember[],
  { seed, run, fans }: IdentityOptions,
): ((fan: number) => Identity) | string {
  if (entry === 'email')
    return `${id} is entered by e-mail, and made-up fans have no mailbox: rehearse another on-sale.`;
  if (entry === 'open') return (fan) => ({ entry: 'open', visitor: visitorId(run, fan) });
  const usable = members.length - leftForPeople;
  if (usable < fans)
    return `${fans} fans are more than the ${Math.max(0, usable)} members that ${id} has for a rehearsal.`;
  const first = ((Math.max(1, seed) - 1) * fans) % usable;
  return (fan) => {
    const member = members[leftForPeople + ((first + fan) % usable)];
    if (!member) throw new Error(`The roster of ${id} has no member for fan ${fan}`);
    return { entry: 'members', member: member.member, postcode: member.postcode };
  };
}

/** The address at which a visitor gets a challenge. */
export const challengePath = (onSale: string, visitor: string): string =>
  `${api('GET lines/{onSale}/challenge', { onSale }).url}?visitor=${visitor}`;

/** The request of a visitor who did the work. */
export const visitorWith = (visitor: string, challenge: Challenge): JoinRequest => ({
  entry: 'open',
  visitor,
  work: solveWork(challenge),
});

/** 22 characters of base64url that look like a visitor's 128 random bits, the same for the same run and fan. */
function visitorId(run: string, fan: number): string {
  return createHash('sha256').update(`${run} ${fan}`).digest().subarray(0, 16).toString('base64url');
}
