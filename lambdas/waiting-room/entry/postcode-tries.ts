import { type Refusal, refuse } from '../../../contracts/refusals.ts';
import type { KnownMember, MemberNumber } from '../place/fan-store.ts';
import { liveCount } from '../place/tries.ts';

/**
 * Guessing of postcodes is stopped, and nobody can be locked out by it. Wrong postcodes are counted for a number at an
 * address (a keyed hash; an IPv6 address stands for its /64), for the number, and for the address:
 *
 *     a number at an address   10 wrong ones, then 15 minutes of rest
 *                              2 a day, once the number had 30 from everywhere, or the address 50, in a day
 *
 * So the right postcode is always taken from an address that did not guess at this number, whoever guesses elsewhere,
 * and ten thousand phones behind one carrier's address cannot be shut out by one of them. At an address that guessed
 * too often the right one is refused as well: else a guess that hits would show.
 *
 * The sum, for somebody with 10,000 addresses and the 1.7 million postcodes of the United Kingdom: one number can be
 * tried some 20,000 times a day, a chance of 1.2 % that costs all those addresses. Trying many numbers is held up by
 * the firewall's count of joins by address, and shows as `Refused-member-unknown`. A guess that hits
 * gives the guesser the member's place as well: on a device of their own they see its number, may shop with its turn,
 * and can buy what the member could. The member is shown that device, and ends it if their own was there first
 * (`place/devices.ts`). A device that holds the place already is not asked for the postcode, so no guess of others
 * refuses it.
 */
export const mostTries = 10;
export const tryWindowMs = 15 * 60_000;
export const mostOfNumber = 30;
export const mostOfAddress = 50;
export const mostWhereGuessed = 2;
const dayMs = 24 * 3_600_000;

/** The counters of one try, beside that of the number itself. Roster names have no such signs. */
export function countersOf({ roster, member }: MemberNumber, address: string): readonly [MemberNumber, MemberNumber] {
  return [
    { roster: `${roster}@${address}`, member },
    { roster: '@', member: address },
  ];
}

/** The records of those counters. */
export interface TriesBefore {
  readonly number: KnownMember | undefined;
  readonly here: KnownMember | undefined;
  readonly address: KnownMember | undefined;
}

/** When another postcode may be tried, in milliseconds since the epoch; undefined: now. */
export function restsUntil(before: TriesBefore, now: number): number | undefined {
  const tries = before.here?.tries;
  return liveCount(tries, now) >= limitsHere(before, now).most ? tries?.endsAt : undefined;
}

/** How many wrong postcodes of a number one address may send, and until when they are counted. */
export function limitsHere({ number, address }: Omit<TriesBefore, 'here'>, now: number) {
  const guessed = liveCount(number?.tries, now) >= mostOfNumber || liveCount(address?.tries, now) >= mostOfAddress;
  return { most: guessed ? mostWhereGuessed : mostTries, endsAt: now + (guessed ? dayMs : tryWindowMs), now };
}

/**
 * The counts that make those limits tight. Both are kept until a day after the last wrong postcode, however many came,
 * so that the count of a number outlives those of the number at an address.
 */
export function dayCount(now: number) {
  return { most: Number.MAX_SAFE_INTEGER, endsAt: now + dayMs, now };
}

/** Whether wrong postcodes of a number are counted anywhere. */
export function isGuessedAt(number: KnownMember | undefined, now: number): boolean {
  return liveCount(number?.tries, now) > 0;
}

/** The same words for an unknown number and a wrong postcode: nobody learns which numbers exist. */
export function memberUnknown(): Refusal {
  return refuse('member-unknown', 'Check the number and the postcode on your membership card, then try again.');
}

export function tooManyTries(endsAt: number, now: number): Refusal {
  return refuse(
    'too-many-tries',
    'Many wrong postcodes came from where you are. Try again later, or now from another connection, such as a phone’s.',
    { retryAfterMs: Math.max(1000, endsAt - now) },
  );
}
