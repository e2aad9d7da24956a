import { createHash } from 'node:crypto';
import { z } from 'zod';
import { api } from '../../../contracts/api.ts';
import type { Challenge } from '../../../contracts/line-requests.ts';
import { type Refusal, refuse } from '../../../contracts/refusals.ts';
import { hmac, sameText } from '../../foundation/signing.ts';

/**
 * A proof of work makes each place in an open line cost processor time. It costs a fan's phone a tenth of a second, and
 * a program as much again for each of its thousands. It costs more while unusually many come. A challenge is bound to
 * one visitor and one on-sale by its signed salt, so its solution is worth nothing to anybody else, and repeating it
 * gives the place that the visitor has already. Nothing is written. A challenge of ours is known by its signature, and
 * its end stands in it.
 *
 *     salt  <24 hex>?expires=<seconds>&o=<on-sale>&v=<visitor>&     challenge  SHA-256(salt ‖ number)
 *     signature  HMAC-SHA256(key, challenge)                        all hex
 *
 * The format is altcha's (v1), so that its solvers work. Its library answers by promise through a pool of threads
 * and reads the clock, so it is not used here; the tests hold it against this file (docs/decisions/0016).
 */
export interface WorkTerms {
  readonly onSale: string;
  readonly visitor: string;
}

/** Long enough to solve it on the slowest phone and to come back from a telephone call. */
const validSeconds = 20 * 60;

/** A tenth of a second in a phone's browser. */
const leastEffort = 20_000;

/** A few seconds on a laptop, a quarter of a minute on an old phone: more would turn people away. */
const mostEffort = 2_000_000;

/**
 * Hashes at most for one proof. An audience that comes over half an hour is what was expected; each time twice
 * as many join in a minute, the work doubles. It moves in whole doublings, so that it rests while joins waver.
 */
export function effortOf(joinedLastMinute: number, audience: number): number {
  const expected = Math.max(60, audience / 30);
  const doublings = Math.max(0, Math.floor(Math.log2(Math.max(1, joinedLastMinute) / expected)));
  return Math.min(mostEffort, leastEffort * 2 ** doublings);
}

/** `salt` (24 hex digits) and `fraction` (from 0 up to, not including, 1) are chance. */
export function challengeFor(
  key: string,
  { onSale, visitor }: WorkTerms,
  { effort = leastEffort, salt, fraction }: { effort?: number | undefined; salt: string; fraction: number },
  now: number,
): Challenge {
  const terms = new URLSearchParams({ expires: `${Math.floor(now / 1000) + validSeconds}`, o: onSale, v: visitor });
  const salted = `${salt}?${terms}&`;
  const challenge = hashOf(salted, 1 + Math.floor(fraction * effort));
  return { algorithm: 'SHA-256', challenge, maxnumber: effort, salt: salted, signature: signatureOf(key, challenge) };
}

const hashOf = (salt: string, number: number) => createHash('sha256').update(`${salt}${number}`).digest('hex');
const signatureOf = (key: string, challenge: string) => hmac(key, challenge).toString('hex');

const hex64 = z.string().regex(/^[0-9a-f]{64}$/);

/** Only what we give out: one way to write it, so that nothing in it can be read in two ways. */
const solution = z.object({
  algorithm: z.literal('SHA-256'),
  challenge: hex64,
  number: z.number().int().min(0).max(mostEffort),
  salt: z.string().regex(/^[0-9a-f]{24}\?expires=\d{1,12}&o=[a-z0-9-]{1,64}&v=[A-Za-z0-9_-]{22}&$/),
  signature: hex64,
});

/** Undefined if the work is done, by this visitor, for this line, in time. */
export function workRefusal(
  key: string,
  { onSale, visitor }: WorkTerms,
  work: string,
  now: number,
): Refusal | undefined {
  const read = solution.safeParse(jsonIn(work));
  if (!read.success) return wrong('is not a solution as altcha writes it', onSale);
  const { salt, number, challenge, signature } = read.data;
  const terms = new URLSearchParams(salt.split('?')[1]);
  if (terms.get('o') !== onSale) return wrong('is for another on-sale', onSale);
  if (terms.get('v') !== visitor) return wrong('is for another visitor', onSale);
  if (hashOf(salt, number) !== challenge) return wrong('does not solve its challenge', onSale);
  if (!sameText(signatureOf(key, challenge), signature)) return wrong('is for a challenge that is not ours', onSale);
  if (now >= Number(terms.get('expires')) * 1000) return wrong('is for a challenge whose time is over', onSale);
  return undefined;
}

function wrong(message: string, onSale: string): Refusal {
  const { url } = api('GET lines/{onSale}/challenge', { onSale });
  return refuse(
    'work-wrong',
    `The proof of work ${message}. Get a new challenge at ${url}, solve it, and join again.`,
    { errors: [{ field: 'body.work', message }] },
  );
}

function jsonIn(work: string): unknown {
  try {
    return JSON.parse(Buffer.from(work, 'base64').toString('utf8')) as unknown;
  } catch {
    // Not JSON: then it is no solution either, and the caller hears so.
    return undefined;
  }
}
