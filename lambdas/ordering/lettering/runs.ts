import { hasLetter } from '../../../rules/letters/coverage.ts';
import type { LetterFont } from '../../../rules/letters/fonts.ts';
import { asPrinted, clustersOf, isTraceless } from '../../../rules/letters/printable.ts';
import { chooseFont, codeOf, fontsFor } from './choose-font.ts';
import { directed } from './direction.ts';

/*
 * A text in runs: each of one font and one direction, in the order in which people read them. What no font can write
 * becomes a box that is seen, and takes nothing else along.
 */

export interface TextRun {
  /** In the text of the `Runs`: the first code unit, and the one behind the last. */
  readonly start: number;
  readonly end: number;
  readonly font: LetterFont;
  /** A letter of it: says which slice of the font. */
  readonly letter: number;
  /** Odd: from right to left. */
  readonly level: number;
}

export interface Runs {
  /** As it is set, in the order in which it is read. */
  readonly text: string;
  readonly rtl: boolean;
  readonly runs: readonly TextRun[];
  /** Where clusters begin. */
  readonly clusters: readonly number[];
}

/** It stands for what cannot be written. Source Sans has it. */
export const replacement = '\u25a1';

/**
 * Signs that were read, and that leave no trace: of those only joiners shape the letters beside them, and none those of
 * the ticket's own fonts. fontkit, which sets these, draws a box for a joiner once it has written a document.
 */
const unset = /[^\P{Default_Ignorable_Code_Point}\u200c\u200d]/gu;
const unsetInOwn = /\p{Default_Ignorable_Code_Point}/gu;

/** Latin letters and signs that never join what is beside them, as most tickets have and no others: a cluster each. */
const plain = /^[ -~\u00a0-\u00ac\u00ae-\u02af\u2010-\u2027\u2030-\u205e]+$/;

function plainRuns(text: string, font: LetterFont | undefined): Runs | undefined {
  if (!font || !plain.test(text)) return undefined;
  const clusters = Array.from(text, (_, at) => at);
  if (!clusters.every((at) => hasLetter(font, text.charCodeAt(at)))) return undefined;
  return {
    text,
    rtl: false,
    runs: [{ start: 0, end: text.length, font, letter: text.charCodeAt(0), level: 0 }],
    clusters,
  };
}

/** `own`: the ticket's fonts, the one of the style first. `slice` names the part of a font that the letter lies in. */
export function runsOf(
  given: string,
  own: readonly LetterFont[],
  slice: (font: LetterFont, codePoint: number) => string | undefined,
): Runs {
  const simple = plainRuns(given, own[0]);
  if (simple) return simple;
  const printed = asPrinted(given);
  const fonts = fontsFor(printed, own);
  const direction = directed(printed);
  const levels = direction.levels;
  const runs: (TextRun & { readonly part: string | undefined })[] = [];
  const clusters: number[] = [];
  let text = '';
  for (const { segment, index } of clustersOf(printed)) {
    const last = runs.at(-1);
    let cluster = direction.text.slice(index, index + segment.length);
    let font = chooseFont(cluster, fonts, last?.font);
    if (!font) {
      // A sign that no font has turned round, as ∊, stands as it was written.
      cluster = segment;
      font = chooseFont(cluster, fonts, last?.font);
    }
    const isOwn = font === 'source-serif' || font === 'source-sans';
    let shown = cluster.replace(isOwn ? unsetInOwn : unset, '');
    if (shown === '') continue;
    if (!font) {
      shown = replacement;
      font = fonts.find((one) => one === 'source-sans') ?? 'source-sans';
    }
    const level = levels?.[index] ?? 0;
    const letter = codeOf([...shown].find((sign) => !isTraceless(sign)) ?? ' ');
    const part = slice(font, letter);
    const start = text.length;
    clusters.push(start);
    text += shown;
    if (last && last.font === font && last.level === level && last.part === part)
      runs[runs.length - 1] = { ...last, end: text.length };
    else runs.push({ start, end: text.length, font, letter, level, part });
  }
  return { text, rtl: direction.rtl, runs, clusters };
}
