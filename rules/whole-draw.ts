/**
 * The draw of a whole round at once, and the draw read backwards. The same permutation as `imageOf`, for programs that
 * want all of it (audits, rehearsals). The pairs of one shuffle round are walked so that 256 of them share one hash. So
 * a million places are a matter of a second.
 */

import { bitOf, shuffleRounds, swapOrNot, Tosses } from './draw.ts';

/** The image of every index: `imagesOf(seed, size)[index]` is the image of the index. */
export function imagesOf(seed: Uint8Array, size: number): Uint32Array {
  const indexAt = Uint32Array.from({ length: size }, (_, index) => index);
  const tosses = new Tosses(seed, size);
  for (let round = 0; size > 1 && round < shuffleRounds; round += 1) shuffleOnce(tosses, round, indexAt);
  const images = new Uint32Array(size);
  for (const [image, index] of indexAt.entries()) images[index] = image;
  return images;
}

/** The index whose image this is. */
export function indexOf(seed: Uint8Array, size: number, image: number): number {
  const tosses = new Tosses(seed, size);
  let at = image;
  for (let round = shuffleRounds - 1; round >= 0; round -= 1) at = swapOrNot(tosses, round, at);
  return at;
}

/**
 * Pairs mirror at the pivot: i and pivot - i below it, i and pivot + size - i above. Each is met once,
 * at its higher index, walking down, so that the hash of a block is computed when the block is entered.
 */
function shuffleOnce(tosses: Tosses, round: number, list: Uint32Array): void {
  const size = list.length;
  const pivot = tosses.pivot(round);
  for (const [top, sum] of [
    [pivot, pivot],
    [size - 1, pivot + size],
  ] as const) {
    let block = -1;
    let bits: Uint8Array = new Uint8Array();
    for (let higher = top; 2 * higher > sum; higher -= 1) {
      if (higher >>> 8 !== block) {
        block = higher >>> 8;
        bits = tosses.block(round, block);
      }
      if (!bitOf(bits, higher)) continue;
      const lower = sum - higher;
      const moved = list[higher] as number;
      list[higher] = list[lower] as number;
      list[lower] = moved;
    }
  }
}
