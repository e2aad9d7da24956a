import { coveredLetters, coveredWithMarks } from './covered.ts';
import { isSliced, type LetterFont } from './fonts.ts';
import { readRuns } from './runs.ts';

/*
 * Which letters a font has, without the font. covered.ts says it, which is written from the fonts.
 */

const read = new Map<string, readonly number[]>();

/** Whether the font has a glyph for the code point. */
export function hasLetter(font: LetterFont, codePoint: number): boolean {
  return isIn(coveredLetters[font], codePoint);
}

/** Whether the font can set a letter with its marks. A font in slices has them all in one slice. */
export function hasTogether(font: LetterFont, codePoints: readonly number[]): boolean {
  if (codePoints.length > 1 && isSliced(font))
    return coveredWithMarks[font].some((slice) => codePoints.every((one) => isIn(slice, one)));
  return codePoints.every((one) => hasLetter(font, one));
}

function isIn(runs: string, codePoint: number): boolean {
  let edges = read.get(runs);
  if (!edges) {
    edges = readRuns(runs);
    read.set(runs, edges);
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
