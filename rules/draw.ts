/**
 * The draw. Inside a round everyone is put in random order by the swap-or-not shuffle (Hoang, Morris, Rogaway;
 * `compute_shuffled_index` of the Ethereum consensus specification): 90 rounds of SHA-256 map each index to its image
 * in constant memory. If the line promised a public beacon, the seed is hashed together with the beacon's randomness,
 * which nobody knew before the roll of the round was fixed and published. A place's index within its round is its index
 * within its shard, plus the marks of the shards before it on its bank, plus those of the banks before; its position is
 * the image plus one, plus all positions given by earlier rounds.
 * Browsers import this file: it is kept small and free of Node.
 */

import { sha256 } from '@noble/hashes/sha2.js';
import { hexToBytes } from '@noble/hashes/utils.js';
import type { DrawSheet, Place } from '../contracts/line.ts';
import type { RollLayout } from '../contracts/roll.ts';

/** As the consensus specification has it (SHUFFLE_ROUND_COUNT). */
export const shuffleRounds = 90;

export type Sheet = Pick<DrawSheet, 'bank' | 'before' | 'counts' | 'size' | 'offset' | 'seed' | 'beacon'>;

/**
 * The position, counted from 1 over the whole line, that a drawn round gave a place. The sheet is that of the place's
 * bank. Throws if there is no such place on that bank.
 */
export function positionOf(
  sheet: Sheet,
  place: Pick<Place, 'shard' | 'index'>,
  layout: Pick<RollLayout, 'bank'>,
): number {
  const index = indexInRound(sheet, place, layout);
  const tosses = known.get(sheet) ?? new Tosses(drawSeed(sheet), sheet.size);
  known.set(sheet, tosses);
  return sheet.offset + 1 + imageOf(tosses, index);
}

/** The 32 bytes that decide the draw: the chain's seed, or SHA-256(seed ‖ randomness) where a beacon was mixed in. */
export function drawSeed({ seed, beacon }: Pick<DrawSheet, 'seed' | 'beacon'>): Uint8Array {
  if (!beacon || 'unproved' in beacon) return hexToBytes(seed);
  return sha256(hexToBytes(seed + beacon.randomness));
}

/** Half the hashes of a draw do not depend on the place: they are kept for as long as the sheet is. */
const known = new WeakMap<Sheet, Tosses>();

/** Counted from 0 over the round: every place of an earlier shard stands before. */
export function indexInRound(
  { bank, before, counts }: Pick<Sheet, 'bank' | 'before' | 'counts'>,
  { shard, index }: Pick<Place, 'shard' | 'index'>,
  layout: Pick<RollLayout, 'bank'>,
): number {
  const own = shard - bank * layout.bank;
  if (!(own < layout.bank && index >= 0 && index < (counts[own] ?? 0)))
    throw new RangeError(`No place ${shard}/${index} on this bank`);
  return counts.slice(0, own).reduce((sum, count) => sum + count, before + index);
}

/** The index to which the shuffle moves an index. */
export function imageOf(tosses: Tosses, index: number): number {
  let at = index;
  for (let round = 0; round < shuffleRounds; round += 1) at = swapOrNot(tosses, round, at);
  return at;
}

/** One round is its own inverse: it swaps the pair that mirrors at the pivot, or leaves it. */
export function swapOrNot(tosses: Tosses, round: number, index: number): number {
  const flip = (tosses.pivot(round) + tosses.size - index) % tosses.size;
  const higher = Math.max(index, flip);
  return bitOf(tosses.block(round, higher >>> 8), higher) ? flip : index;
}

/** The coin toss for one index, out of its block; least significant bit first. */
export function bitOf(block: Uint8Array, index: number): boolean {
  return (((block[(index & 255) >>> 3] ?? 0) >>> (index & 7)) & 1) === 1;
}

/** The hashes of one seed, for a list of one size. */
export class Tosses {
  readonly size: number;
  readonly #pivots: number[] = [];
  /** seed (32 bytes) ‖ round (1) ‖ block (4, little-endian), written over for each hash. */
  readonly #message = new Uint8Array(37);

  constructor(seed: Uint8Array, size: number) {
    this.size = size;
    this.#message.set(seed);
  }

  /** The first 8 bytes of SHA-256(seed ‖ round), little-endian, modulo the size. */
  pivot(round: number): number {
    const before = this.#pivots[round];
    if (before !== undefined) return before;
    this.#message[32] = round;
    const digest = sha256(this.#message.subarray(0, 33));
    const pivot = Number(new DataView(digest.buffer, digest.byteOffset).getBigUint64(0, true) % BigInt(this.size));
    this.#pivots[round] = pivot;
    return pivot;
  }

  /** SHA-256(seed ‖ round ‖ block): the tosses for 256 indices. */
  block(round: number, block: number): Uint8Array {
    const message = this.#message;
    message[32] = round;
    for (let byte = 0; byte < 4; byte += 1) message[33 + byte] = block >>> (8 * byte);
    return sha256(message);
  }
}
