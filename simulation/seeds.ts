import { createHash } from 'node:crypto';
import { isOfChain } from '../rehearsal/audit/recompute.ts';

/**
 * Whether a seed is the chain's, one hash away from the one before it. Every run has the same chain, so what was
 * once proved up to the anchor is remembered; a run still fails on any other seed.
 */
let anchor = '';
const proved = new Map<number, string>();

export function promiseChain(promised: string): void {
  if (promised === anchor) return;
  anchor = promised;
  proved.clear();
}

export function isNextSeed(round: number, seed: string): boolean {
  const known = proved.get(round);
  if (known !== undefined) return known === seed;
  const before = round === 0 ? anchor : proved.get(round - 1);
  const good =
    before === undefined
      ? isOfChain(seed, round, anchor)
      : createHash('sha256').update(Buffer.from(seed, 'hex')).digest('hex') === before;
  if (good) proved.set(round, seed);
  return good;
}
