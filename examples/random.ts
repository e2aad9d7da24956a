/*
 * Chance that can be had again: the same seed gives the same numbers on every machine, so a generated
 * plan or roster never needs to be stored.
 */

/** The n-th of a seed's numbers, 0 ≤ x < 1, without making those before it (a finished 32-bit mix). */
export function chanceAt(seed: number, n: number): number {
  let mixed = (Math.imul(seed, 0x9e3779b1) ^ Math.imul(n + 1, 0x85ebca6b)) >>> 0;
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x7feb352d);
  mixed = Math.imul(mixed ^ (mixed >>> 15), 0x846ca68b);
  return ((mixed ^ (mixed >>> 16)) >>> 0) / 2 ** 32;
}

/** A seed's numbers one after the other. */
export function chances(seed: number): () => number {
  let n = 0;
  return () => chanceAt(seed, n++);
}
