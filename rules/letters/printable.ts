import { hasTogether } from './coverage.ts';
import { type LetterFont, letterFonts } from './fonts.ts';

/*
 * What a ticket can print. A cluster is what people see as one sign, such as a letter with its accents, and one font sets
 * all of it. So it is not enough that each of its signs is in some font. A sign that leaves no trace, such as a joiner,
 * needs no letter. No font has pictures, as the emoji are, letters of some scripts, and letters under a mark of another
 * script.
 *
 * lambdas/ordering/lettering sets a text in these clusters and asks the same of each font, so that what is let through at
 * publication has no box on a ticket.
 */

const traceless = /^[\p{Default_Ignorable_Code_Point}\p{Cc}\p{Zs}\u2028\u2029]$/u;

/** A sign that needs no letter: a space, a joiner, a mark of direction. */
export function isTraceless(sign: string): boolean {
  return traceless.test(sign);
}

/** Whether the font sets the cluster, all of it. A mark may stand on a space, which it then needs too. */
export function canSet(font: LetterFont, cluster: string): boolean {
  const signs = [...cluster];
  if (signs.every(isTraceless)) return true;
  const needed = signs.filter((sign) => !isTraceless(sign) || /\p{Zs}/u.test(sign));
  return hasTogether(
    font,
    needed.map((sign) => sign.codePointAt(0) ?? 0),
  );
}

/** Whether some font of a ticket sets the cluster. */
export function canPrint(cluster: string): boolean {
  return letterFonts.some((font) => canSet(font, cluster));
}

/** As it is set: letters and their accents as one where there is such a letter. */
export function asPrinted(text: string): string {
  return text.normalize('NFC').replace(/[\p{Cc}\p{Zs}\u2028\u2029]+/gu, (gap) => (gap === '\u00a0' ? gap : ' '));
}

let graphemes: Intl.Segmenter | undefined;

/** The clusters of a text as it is set, each with its first code unit. */
export function clustersOf(printed: string): Iterable<{ readonly segment: string; readonly index: number }> {
  graphemes ??= new Intl.Segmenter('en', { granularity: 'grapheme' });
  return graphemes.segment(printed);
}

/** What people see as one sign each and no ticket can print, each once, e.g. `🎄`. */
export function unprintable(text: string): readonly string[] {
  // A plan has a hundred thousand seat numbers, and nearly all are digits.
  if (/^[ -~]*$/.test(text)) return [];
  const clusters = Array.from(clustersOf(asPrinted(text)), ({ segment }) => segment);
  return [...new Set(clusters)].filter((cluster) => !canPrint(cluster));
}
