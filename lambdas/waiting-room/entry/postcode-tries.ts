import { type Refusal, refuse } from '../../../contracts/refusals.ts';
import type { Tries } from '../place/fan-store.ts';

/**
 * Guessing of postcodes is stopped. A postcode may be guessed wrong ten times; then the number rests for 15 minutes,
 * whether it exists or not. Only a wrong postcode is written down, with the member.
 */
export const mostTries = 10;
export const tryWindowMs = 15 * 60_000;

export function areTooMany(tries: Tries | undefined, now: number): boolean {
  return tries !== undefined && tries.endsAt > now && tries.count >= mostTries;
}

/** The same words for an unknown number and a wrong postcode: nobody learns which numbers exist. */
export function memberUnknown(): Refusal {
  return refuse('member-unknown', 'Check the number and the postcode on your membership card, then try again.');
}

export function tooManyTries(endsAt: number, now: number): Refusal {
  return refuse(
    'too-many-tries',
    'This number was tried with many postcodes. To protect its owner it rests for a quarter of an hour; then try again.',
    { retryAfterMs: Math.max(1000, endsAt - now) },
  );
}
