import {
  atMost,
  type Lettered,
  linesOf,
  longestPart,
  piecesOf,
  shortened,
  type TextLine,
  widthOf,
} from '../lettering/lettered.ts';
import type { Letters, Style } from '../lettering/letters.ts';
import { pdfFont, type SetFont } from '../lettering/open-font.ts';
import { colour, inner, side, type TicketSheet, width } from './ticket-sheet.ts';

/*
 * Text that fits: a line, a title or a word is made smaller until it has room. A text that is read from right to left
 * stands at the right of its room.
 */

/** A sheet, and the letters that are set on it. */
export interface Print {
  readonly sheet: TicketSheet;
  readonly letters: Letters;
}

/** Where a text stands, in points from the upper left corner of the page. */
export interface Room {
  readonly x: number;
  readonly y: number;
  readonly wide: number;
}

interface LineOfText {
  readonly y: number;
  readonly size: number;
  readonly font: Style;
  readonly fill: string;
  readonly align?: 'right';
  /** How wide it may be, if not as wide as the page. */
  readonly wide?: number;
  readonly spacing?: number;
}

/** Between lines: they stand a point closer than the font says. */
const usualGap = -1;

/** One line across the page, made smaller if it would not fit; one that is hopelessly long ends in an ellipsis. */
export function line(
  print: Print,
  text: string,
  { y, size, font, fill, align, wide = inner, spacing = 0 }: LineOfText,
): void {
  const set = print.letters(font, text);
  const spaced = spacing / size;
  const whole: TextLine = { start: 0, end: set.text.trimEnd().length };
  const points = Math.max(Math.min(size, 7), Math.min(size, wide / widthOf(set, piecesOf(set, whole), spaced)));
  const fits = widthOf(set, piecesOf(set, whole), spaced) * points <= wide + 0.01;
  const shown = fits ? whole : shortened(set, 0, wide / points, spaced);
  const room = align === 'right' ? { x: width - side - wide, wide } : { x: side, wide };
  setLines(print, set, [shown], {
    ...room,
    y: y + (size - points) / 2,
    size: points,
    fill,
    spacing: spaced * points,
    ...(align && { align }),
  });
}

interface Fit {
  readonly room: number;
  readonly from: number;
  readonly to: number;
}

/** As large as fits into `room` points of height; longer text ends in an ellipsis. */
export function fitted(print: Print, text: string, { y, room, from, to }: Fit & { readonly y: number }): void {
  const set = print.letters('bill', text);
  const size = sizeFor(set, { wide: inner, room, from, to });
  // Short ones stand on the same ground as long ones.
  const tall = Math.min(room, heightOf(set, { wide: inner, size }));
  setIn(print, set, { x: side, y: y + (room - tall), wide: inner, size, fill: colour.ink, room });
}

/** The largest size at which the text has room, and no word of it is broken. */
export function sizeFor(text: Lettered, { wide, room, from, to }: Fit & { readonly wide: number }): number {
  const longest = longestPart(text);
  for (let size = from; size > to; size -= 0.5)
    if (longest * size <= wide && heightOf(text, { wide, size }) <= room) return size;
  return to;
}

export function heightOf(
  text: Lettered,
  { wide, size, gap = usualGap }: { readonly wide: number; readonly size: number; readonly gap?: number },
): number {
  return linesOf(text, wide / size).length * ((text.ascent + text.descent) * size + gap);
}

interface SetIn extends Room {
  readonly size: number;
  readonly fill: string;
  readonly gap?: number;
  /** How high it may be: what does not fit is left out behind an ellipsis. */
  readonly room?: number;
}

/** As many lines as it needs. */
export function setIn(print: Print, text: Lettered, set: SetIn): void {
  const { size, wide, room, gap = usualGap } = set;
  const lines = linesOf(text, wide / size);
  const most =
    room === undefined ? lines.length : Math.floor(room / ((text.ascent + text.descent) * size + gap) + 0.01);
  setLines(print, text, atMost(text, lines, most, wide / size), set);
}

function setLines(
  { sheet }: Print,
  text: Lettered,
  lines: readonly TextLine[],
  {
    x,
    y,
    wide,
    size,
    fill,
    gap = usualGap,
    spacing = 0,
    align = text.rtl ? 'right' : undefined,
  }: Omit<SetIn, 'room'> & { readonly spacing?: number; readonly align?: 'right' | undefined },
): void {
  sheet.fillColor(fill);
  let baseline = y + text.ascent * size;
  for (const one of lines) {
    const pieces = piecesOf(text, one);
    const taken = widthOf(text, pieces, spacing / size) * size;
    let at = align === 'right' ? x + wide - taken : x;
    for (const { text: shown, font, direction, width: ems } of pieces) {
      const between = font === text.own ? spacing : 0;
      // Where glyphs are not letters one by one, readers and searches are told the text. They turn what runs to the left
      // themselves, and would turn this too.
      const told =
        direction === 'ltr' && !font.layout(shown, direction).glyphs.every(({ codePoints }) => codePoints.length === 1);
      if (told) sheet.markContent('Span', { actual: shown });
      sheet
        .font(nameIn(sheet, font))
        .fontSize(size)
        .text(shown, at, baseline, {
          baseline: 'alphabetic',
          lineBreak: false,
          characterSpacing: between,
          // Through pdfkit to `pdfFont`, which knows what is meant. What pdfkit would measure again is known.
          ...({ features: direction, textWidth: ems * size, wordCount: 1 } as object),
        });
      if (told) sheet.endMarkedContent();
      at += ems * size + between * shown.length;
    }
    baseline += (text.ascent + text.descent) * size + gap;
  }
}

const named = new WeakMap<TicketSheet, Set<string>>();

/** A document knows a font by its name, once it was told. */
function nameIn(sheet: TicketSheet, font: SetFont): string {
  const names = named.get(sheet) ?? new Set();
  named.set(sheet, names);
  if (!names.has(font.name)) {
    names.add(font.name);
    sheet.registerFont(font.name, pdfFont(font) as unknown as PDFKit.Mixins.PDFFontSource);
  }
  return font.name;
}
