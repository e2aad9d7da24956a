import { expect, test } from '@jest/globals';
import { hasLetter } from '../../../rules/letters/coverage.ts';
import { coveredLetters, coveredWithMarks } from '../../../rules/letters/covered.ts';
import { letterFonts, slicedFonts } from '../../../rules/letters/fonts.ts';
import { writeRuns } from '../../../rules/letters/runs.ts';
import { lettersOf, lettersWithMarks } from './list-letters.ts';

/* The list of letters, by which a season is checked, says what the fonts say. */

test.each(letterFonts)('%s', async (font) => {
  const letters = await lettersOf(font);
  // Else run test/rules/letters/list-letters.ts.
  expect(coveredLetters[font]).toBe(writeRuns(letters));
  const there = new Set(letters);
  for (let letter = 0; letter < 0x3_0000; letter += 7) expect(hasLetter(font, letter)).toBe(there.has(letter));
});

test.each(slicedFonts)('%s has its marks in the slices that are listed', async (font) => {
  expect(coveredWithMarks[font]).toEqual((await lettersWithMarks(font)).map(writeRuns));
});
