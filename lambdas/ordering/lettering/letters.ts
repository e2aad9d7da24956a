import { isSliced, type LetterFont } from '../../../rules/letters/fonts.ts';
import type { Weight } from './font-places.ts';
import { type Lettered, lettered } from './lettered.ts';
import { type MoreFonts, moreFonts, type ReadFontFile } from './more-fonts.ts';
import { openFont, type SetFont } from './open-font.ts';
import { type Runs, runsOf } from './runs.ts';

/*
 * The letters of one document. Its texts are named beforehand, so that what they need is read at once, and drawing waits
 * for nothing. A text that the ticket's own fonts write reads nothing.
 */

/** A ticket's three: set large, set small, and set small to be seen. */
export const styles = ['bill', 'text', 'strong'] as const;
export type Style = (typeof styles)[number];

export interface TicketFonts extends Readonly<Record<Style, SetFont>> {
  readonly more: MoreFonts;
}

const weights: Readonly<Record<Style, Weight>> = { bill: 700, text: 400, strong: 700 };
const own: Readonly<Record<Style, readonly LetterFont[]>> = {
  bill: ['source-serif', 'source-sans'],
  text: ['source-sans'],
  strong: ['source-sans'],
};

/** Reads whole TrueType files. Once for all documents: a font's tables take longer to read than its letters to set. */
export function readFonts(files: Readonly<Record<Style, Uint8Array>>, read: ReadFontFile): TicketFonts {
  return {
    bill: openFont(files.bill, 'SourceSerif4-Bold'),
    text: openFont(files.text, 'SourceSans3-Regular'),
    strong: openFont(files.strong, 'SourceSans3-SemiBold'),
    more: moreFonts(read),
  };
}

/** Text in a style; the same text gives the same answer. Throws for text that was not named. */
export type Letters = (style: Style, text: string) => Lettered;

/** Throws if a font's file is not there. */
export async function lettersOf(fonts: TicketFonts, texts: readonly (readonly [Style, string])[]): Promise<Letters> {
  const found = new Map<string, Lettered>();
  await Promise.all(
    texts.map(async ([style, text]) => {
      const runs = runsOf(text, own[style], fonts.more.part);
      found.set(keyOf(style, text), lettered(runs, fonts[style], await openAll(fonts, style, runs)));
    }),
  );
  return (style, text) => {
    const one = found.get(keyOf(style, text));
    if (!one) throw new Error('A text was drawn that its letters were not read for');
    return one;
  };
}

async function openAll(fonts: TicketFonts, style: Style, { runs }: Runs): Promise<Parameters<typeof lettered>[2]> {
  const keyOfFont = (font: LetterFont, letter: number) => (isSliced(font) ? `${font} ${letter}` : font);
  const open = new Map<string, SetFont>();
  for (const { font, letter } of runs) open.set(keyOfFont(font, letter), await openOne(fonts, style, font, letter));
  return (font, letter) => open.get(keyOfFont(font, letter)) ?? fonts[style];
}

async function openOne(fonts: TicketFonts, style: Style, font: LetterFont, letter: number): Promise<SetFont> {
  if (font === 'source-serif') return fonts.bill;
  if (font === 'source-sans') return style === 'text' ? fonts.text : fonts.strong;
  return await fonts.more.open(font, weights[style], letter);
}

function keyOf(style: Style, text: string): string {
  return `${style} ${text}`;
}
