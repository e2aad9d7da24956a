import { coveredLetters } from './covered.ts';
import type { LetterFont } from './fonts.ts';
import { readRuns } from './runs.ts';

/*
 * Which letters a font has, without the font. covered.ts says it, which is written from the fonts.
 */

const read = new Map<LetterFont, readonly number[]>();

/** Whether the font has a glyph for the code point. */
export function hasLetter(font: LetterFont, codePoint: number): boolean {
  let edges = read.get(font);
  if (!edges) {
    edges = readRuns(coveredLetters[font]);
    read.set(font, edges);
  }
  // The number of edges up to the code point: it lies inside a run if that is odd.
  let [low, high] = [0, edges.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((edges[middle] ?? 0) <= codePoint) low = middle + 1;
    else high = middle;
  }
  return low % 2 === 1;
}
