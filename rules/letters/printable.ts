import { hasLetter } from './coverage.ts';
import { letterFonts } from './fonts.ts';

/*
 * What a ticket can print. A sign that leaves no trace, such as a joiner, needs no letter. What no font has is a picture,
 * as of the emoji, or a letter of a script that we have no font for.
 */

const traceless = /^[\p{Default_Ignorable_Code_Point}\p{Cc}\p{Zs}\u2028\u2029]$/u;

/** A sign that needs no letter: a space, a joiner, a mark of direction. */
export function isTraceless(sign: string): boolean {
  return traceless.test(sign);
}

/** Whether some font of a ticket has all of it: a letter and its accents are of one font. */
export function canPrint(text: string): boolean {
  const signs = [...text].filter((sign) => !isTraceless(sign)).map((sign) => sign.codePointAt(0) ?? 0);
  return letterFonts.some((font) => signs.every((codePoint) => hasLetter(font, codePoint)));
}

/** As it is set: letters and their accents as one where there is such a letter. */
export function asPrinted(text: string): string {
  return text.normalize('NFC').replace(/[\p{Cc}\p{Zs}\u2028\u2029]+/gu, (gap) => (gap === '\u00a0' ? gap : ' '));
}

/** What people see as one sign each and no ticket can print, each once, e.g. `🎄`. */
export function unprintable(text: string): readonly string[] {
  // A plan has a hundred thousand seat numbers, and nearly all are digits.
  if (/^[ -~]*$/.test(text)) return [];
  const printed = asPrinted(text);
  if (canPrint(printed)) return [];
  const seen = [...new Intl.Segmenter('en', { granularity: 'grapheme' }).segment(printed)].map(
    ({ segment }) => segment,
  );
  return [...new Set(seen.filter((one) => !canPrint(one)))];
}
