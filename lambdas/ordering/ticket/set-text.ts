import { colour, inner, side, type TicketSheet, width } from './ticket-sheet.ts';

/* Text that fits: a line, a title or a word is made smaller until it has room. */

interface TextLine {
  readonly y: number;
  readonly size: number;
  readonly font: 'bill' | 'text' | 'strong';
  readonly fill: string;
  readonly align?: 'right';
  /** How wide it may be, if not as wide as the page. */
  readonly wide?: number;
  readonly spacing?: number;
}

/** One line across the page, made smaller if it would not fit; one that is hopelessly long ends in an ellipsis. */
export function line(
  sheet: TicketSheet,
  text: string,
  { y, size, font, fill, align, wide = inner, spacing = 0 }: TextLine,
): void {
  sheet.font(font).fillColor(fill);
  const wideAt = (points: number) =>
    sheet.fontSize(points).widthOfString(text, { characterSpacing: (spacing * points) / size });
  const least = Math.min(size, 7);
  const points = Math.max(least, Math.min(size, (size * wide) / wideAt(size)));
  const taken = Math.min(wide, wideAt(points));
  sheet.text(text, align === 'right' ? width - side - taken : side, y + (size - points) / 2, {
    characterSpacing: (spacing * points) / size,
    ...(taken < wide ? { lineBreak: false } : { width: wide, height: points, ellipsis: true }),
  });
}

interface Fit {
  readonly room: number;
  readonly from: number;
  readonly to: number;
}

/** As large as fits into `room` points of height; longer text ends in an ellipsis. */
export function fitted(sheet: TicketSheet, text: string, { y, room, from, to }: Fit & { readonly y: number }): void {
  const size = sizeFor(sheet, text, { font: 'bill', wide: inner, room, from, to });
  sheet.font('bill').fontSize(size).fillColor(colour.ink);
  // Short ones stand on the same ground as long ones.
  const tall = Math.min(room, sheet.heightOfString(text, { width: inner, lineGap: -1 }));
  const most = size > to ? {} : { height: room, ellipsis: true };
  sheet.text(text, side, y + (room - tall), { width: inner, lineGap: -1, ...most });
}

/** The largest size at which the text has room, and no word of it is broken. */
export function sizeFor(
  sheet: TicketSheet,
  text: string,
  { font, wide, room, from, to }: Fit & { readonly font: string; readonly wide: number },
): number {
  sheet.font(font);
  const words = text.split(/\s+/);
  // A space belongs to the word before it: a word that just fits would push its space onto the next line.
  const longest = () =>
    Math.max(...words.map((word, n) => sheet.widthOfString(n < words.length - 1 ? `${word} ` : word)));
  for (let size = from; size > to; size -= 0.5) {
    sheet.fontSize(size);
    if (longest() <= wide && sheet.heightOfString(text, { width: wide, lineGap: -1 }) <= room) return size;
  }
  return to;
}
