import type { Challenge } from '../../contracts/line-requests.ts';
import { hexToBytes, sha256 } from './sha256.ts';

/** Hashes between two rests: some 10 ms of a slow phone. */
const slice = 250;

/**
 * Tries one number after the other, with the page's own small SHA-256. Yields undefined to let the page breathe,
 * then the number; ends without one if there is none.
 */
export function* solve({ challenge, salt, maxnumber }: Challenge): Generator<number | undefined, void> {
  const wanted = hexToBytes(challenge);
  const encoder = new TextEncoder();
  for (let number = 0; number <= maxnumber; number += 1) {
    const hash = sha256(encoder.encode(salt + number));
    if (hash.every((byte, at) => byte === wanted[at])) yield number;
    if (number % slice === 0) yield undefined;
  }
}
