/*
 * The fonts that a ticket is printed with, in the order in which they are asked for a letter. Each of them is a package
 * of npm. A document holds only the letters that it uses. `source-serif` and `source-sans` are the ticket's own.
 */

/** Whole files, small. */
export const smallFonts = [
  'arabic',
  'hebrew',
  'devanagari',
  'bengali',
  'tamil',
  'gujarati',
  'gurmukhi',
  'telugu',
  'kannada',
  'malayalam',
  'sinhala',
  'thai',
  'lao',
  'khmer',
  'myanmar',
  'georgian',
  'armenian',
  'ethiopic',
] as const;
export type SmallFont = (typeof smallFonts)[number];

/** In slices of some hundred letters each: traditional and simplified Chinese, Japanese, Korean. */
export const slicedFonts = ['tc', 'jp', 'sc', 'kr'] as const;
export type SlicedFont = (typeof slicedFonts)[number];

export function isSliced(font: LetterFont): font is SlicedFont {
  return (slicedFonts as readonly string[]).includes(font);
}

export const letterFonts = ['source-serif', 'source-sans', ...smallFonts, ...slicedFonts] as const;
export type LetterFont = (typeof letterFonts)[number];
