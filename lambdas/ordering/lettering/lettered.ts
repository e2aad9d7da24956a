import type { LetterFont } from '../../../rules/letters/fonts.ts';
import { breaksOf } from './breaks.ts';
import { inVisualOrder } from './direction.ts';
import type { LetterFlow, SetFont } from './open-font.ts';
import type { Runs } from './runs.ts';

/*
 * A text that can be measured and broken into lines. All lengths are in ems, so that one measure serves every size.
 *
 * A line ends where Unicode lets it. A word that is longer than a line is broken between clusters, never inside one.
 */

export interface Lettered extends Runs {
  /** The style's font, whose letters all lines stand on. */
  readonly own: SetFont;
  /** By run. */
  readonly fonts: readonly SetFont[];
  /** How high letters reach above their line, and how deep below: what the style's font has, or more where others do. */
  readonly ascent: number;
  readonly descent: number;
  /** What no line may end inside of. */
  readonly parts: readonly TextPart[];
}

interface TextPart {
  readonly start: number;
  readonly end: number;
  readonly width: number;
  /** Without the space at its end. */
  readonly trimmed: number;
}

/** From one code unit to another, without the space at its end. */
export interface TextLine {
  readonly start: number;
  readonly end: number;
  /** Set behind it, where the rest was left out. */
  readonly ellipsis?: true;
}

/** A part of a line that is drawn in one go. */
export interface Piece {
  readonly text: string;
  readonly font: SetFont;
  readonly direction: LetterFlow;
  readonly level: number;
  readonly width: number;
}

export const ellipsis = '…';

export function lettered(runs: Runs, own: SetFont, fontOf: (font: LetterFont, letter: number) => SetFont): Lettered {
  const fonts = runs.runs.map(({ font, letter }) => fontOf(font, letter));
  let [ascent, descent] = [em(own, own.font.ascent), -em(own, own.font.descent)];
  for (const [n, { start, end, level }] of runs.runs.entries()) {
    const font = fonts[n];
    if (!font || font === own) continue;
    for (const { bbox } of font.layout(runs.text.slice(start, end), directionOf(level)).glyphs) {
      if (!Number.isFinite(bbox.maxY)) continue;
      ascent = Math.max(ascent, em(font, bbox.maxY));
      descent = Math.max(descent, -em(font, bbox.minY));
    }
  }
  const text = { ...runs, own, fonts, ascent, descent, parts: [] };
  return { ...text, parts: partsOf(text) };
}

/** Each is shaped alone: letters are not joined over a place where a line may end. */
function partsOf(text: Lettered): readonly TextPart[] {
  let start = 0;
  return breaksOf(text.text).map((end) => {
    const shown = trimmed(text, start, end);
    const [whole, part] = [{ start, end }, widthOf(text, piecesOf(text, shown))];
    start = end;
    const space = shown.end < end ? widthOf(text, piecesOf(text, { start: shown.end, end })) : 0;
    return { ...whole, width: part + space, trimmed: part };
  });
}

/** In the order from left to right. */
export function piecesOf(text: Lettered, { start, end, ellipsis: cut }: TextLine): readonly Piece[] {
  const pieces = text.runs.flatMap((run, n): Piece[] => {
    const [from, to] = [Math.max(start, run.start), Math.min(end, run.end)];
    const font = text.fonts[n];
    return from < to && font ? [piece(text.text.slice(from, to), font, run.level)] : [];
  });
  // Behind the last letter in reading order, in the direction of the text.
  if (cut) pieces.push(piece(ellipsis, text.own, text.rtl ? 1 : 0));
  return inVisualOrder(pieces);
}

function piece(text: string, font: SetFont, level: number): Piece {
  const direction = directionOf(level);
  return { text, font, direction, level, width: em(font, font.layout(text, direction).advanceWidth) };
}

/** `spacing`: between letters of the own font. Others may be joined, and stay as they are. */
export function widthOf({ own }: Lettered, pieces: readonly Piece[], spacing = 0): number {
  return pieces.reduce((sum, { text, font, width }) => sum + width + (font === own ? spacing * text.length : 0), 0);
}

/** The widest part that no line may end in. */
export function longestPart({ parts }: Lettered): number {
  return Math.max(0, ...parts.map(({ trimmed }) => trimmed));
}

/** Lines of at most `wide`. */
export function linesOf(text: Lettered, wide: number): readonly TextLine[] {
  const lines: TextLine[] = [];
  let [start, taken] = [0, 0];
  const put = (end: number) => {
    lines.push(trimmed(text, start, end));
    [start, taken] = [end, 0];
  };
  const fits = (width: number) => width <= wide + 1e-6;
  for (const part of text.parts) {
    if (taken > 0 && !fits(taken + part.trimmed)) put(part.start);
    taken += fits(part.trimmed) ? part.width : 0;
    if (taken > 0) continue;
    // At least one cluster a line, however narrow it is.
    const places = [...text.clusters.filter((place) => place > part.start && place < part.end), part.end];
    const widthTo = (end: number) => widthOf(text, piecesOf(text, trimmed(text, start, end)));
    for (let n = 0; n < places.length; n += 1)
      if (n > 0 && (places[n - 1] ?? 0) > start && !fits(widthTo(places[n] ?? 0))) put(places[n - 1] ?? 0);
    taken = widthTo(part.end);
  }
  if (start < text.text.length || lines.length === 0) put(text.text.length);
  return lines;
}

/** The first lines of it, the last of them with an ellipsis if there are more. */
export function atMost(text: Lettered, lines: readonly TextLine[], most: number, wide: number): readonly TextLine[] {
  if (lines.length <= most) return lines;
  const kept = lines.slice(0, Math.max(1, most));
  return [...kept.slice(0, -1), shortened(text, kept.at(-1)?.start ?? 0, wide)];
}

/** One line from there on, with an ellipsis. */
export function shortened(text: Lettered, start: number, wide: number, spacing = 0): TextLine {
  const ends = text.clusters.filter((place) => place > start).reverse();
  for (const end of ends) {
    const line = { ...trimmed(text, start, end), ellipsis: true } as const;
    if (widthOf(text, piecesOf(text, line), spacing) <= wide) return line;
  }
  return { start, end: ends.at(-1) ?? text.text.length, ellipsis: true };
}

function trimmed({ text }: Lettered, start: number, end: number): TextLine {
  return { start, end: start + text.slice(start, end).trimEnd().length };
}

function directionOf(level: number): LetterFlow {
  return level % 2 === 1 ? 'rtl' : 'ltr';
}

function em({ font }: SetFont, units: number): number {
  return units / font.unitsPerEm;
}
