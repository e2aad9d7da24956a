import { hasLetter } from '../../../rules/letters/coverage.ts';
import { isSliced, type LetterFont, letterFonts, type SlicedFont, slicedFonts } from '../../../rules/letters/fonts.ts';
import { canSet, isTraceless } from '../../../rules/letters/printable.ts';

/*
 * The font that writes a cluster: what people see as one sign, such as a letter with its accents. It is the first in order
 * that has all of it. A cluster that may stand in any script, such as a space or a comma, stays in the font of what is
 * before it if the ticket's own font does not have it.
 *
 * One sign may look otherwise in Japan than in China. A browser knows the page's language; a title does not say its own.
 * Kana are Japanese, Hangul is Korean. Else the first font that has all Chinese signs of the text writes them: that of
 * Taiwan does not have 蔵 or 红, that of Japan does not have 红.
 */

/**
 * Fonts in the order in which a text asks them. `own`: of the style. All fonts are in it, also the ticket's other one:
 * a text may be printed if any font has it.
 */
export function fontsFor(text: string, own: readonly LetterFont[]): readonly LetterFont[] {
  return [...new Set([...own, ...letterFonts.filter((font) => !isSliced(font)), ...eastAsian(text)])];
}

function eastAsian(text: string): readonly SlicedFont[] {
  const first = firstEastAsian(text);
  return [first, ...slicedFonts.filter((font) => font !== first)];
}

function firstEastAsian(text: string): SlicedFont {
  if (/[\p{sc=Hiragana}\p{sc=Katakana}]/u.test(text)) return 'jp';
  if (/\p{sc=Hangul}/u.test(text)) return 'kr';
  const signs = text.match(/\p{sc=Han}/gu) ?? [];
  return slicedFonts.find((font) => signs.every((sign) => hasLetter(font, codeOf(sign)))) ?? 'sc';
}

/** Undefined: no font has all of it. `before`: that of the cluster before. */
export function chooseFont(
  cluster: string,
  fonts: readonly LetterFont[],
  before: LetterFont | undefined,
): LetterFont | undefined {
  const has = (font: LetterFont) => canSet(font, cluster);
  // A slice need not have a space.
  if ([...cluster].every(isTraceless)) return before && !isSliced(before) ? before : fonts[0];
  if (fonts[0] && has(fonts[0])) return fonts[0];
  if (before && /^\p{sc=Common}/u.test(cluster) && has(before)) return before;
  return fonts.find(has);
}

export function codeOf(sign: string): number {
  return sign.codePointAt(0) ?? 0;
}
