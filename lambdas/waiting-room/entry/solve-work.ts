import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, hexToBytes, utf8ToBytes } from '@noble/hashes/utils.js';
import type { Challenge } from '../../../contracts/line-requests.ts';

/**
 * Solving a proof of work: the number whose decimal digits behind the salt hash to the challenge, found by
 * trying. Every client that joins an open line does this; the file is small and free of Node, so that browsers
 * may import it. A page tries some thousands at a time and lets the browser draw in between.
 */
export function findNumber(challenge: Challenge, from: number, count: number): number | undefined {
  const wanted = hexToBytes(challenge.challenge);
  // The text before the number is hashed once, and each try goes on from there.
  const salted = sha256.create().update(utf8ToBytes(challenge.salt));
  const beyond = Math.min(from + count, challenge.maxnumber + 1);
  for (let number = from; number < beyond; number += 1) {
    const digest = salted
      .clone()
      .update(utf8ToBytes(`${number}`))
      .digest();
    if (digest[0] === wanted[0] && bytesToHex(digest) === challenge.challenge) return number;
  }
  return undefined;
}

/** The `work` that a join sends: base64 of JSON, as altcha has it. */
export function workOf({ algorithm, challenge, salt, signature }: Challenge, number: number): string {
  return btoa(JSON.stringify({ algorithm, challenge, number, salt, signature }));
}

/** Solves without a pause: some tenths of a second where nothing waits for it. */
export function solveWork(challenge: Challenge): string {
  const number = findNumber(challenge, 0, challenge.maxnumber + 1);
  if (number === undefined) throw new RangeError('This challenge has no solution');
  return workOf(challenge, number);
}
