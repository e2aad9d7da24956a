import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import { create, type Font } from 'fontkit';
import decompress from 'woff2-encoder/decompress';
import { slicedPackage, slicesOf, sliceWith, smallFile } from '../../../lambdas/ordering/lettering/font-places.ts';
import { isSliced, type LetterFont, letterFonts, type SlicedFont, slicedFonts } from '../../../rules/letters/fonts.ts';
import { writeRuns } from '../../../rules/letters/runs.ts';

/*
 * Reads from the fonts themselves which letters they have. Run by itself, when a font is added or has a new version, it
 * writes rules/letters/covered.ts:
 *
 *     node test/rules/letters/list-letters.ts
 */

const require = createRequire(import.meta.url);
const read = (path: string) => readFileSync(require.resolve(path));
const open = (file: Uint8Array) => create(Buffer.from(file)) as Font;

/** Code points in ascending order. */
export async function lettersOf(font: LetterFont): Promise<readonly number[]> {
  if (isSliced(font)) return lettersOfSlices(font);
  const file = {
    'source-serif': '@expo-google-fonts/source-serif-4/700Bold/SourceSerif4_700Bold.ttf',
    'source-sans': '@expo-google-fonts/source-sans-3/600SemiBold/SourceSans3_600SemiBold.ttf',
  }[font as string];
  const letters = open(read(file ?? smallFile(font as never, 700))).characterSet;
  return [...new Set(letters)].sort((a, b) => a - b);
}

async function lettersOfSlices(font: SlicedFont): Promise<readonly number[]> {
  const slices = await slicesWithLetters(font);
  return slices.flat().sort((a, b) => a - b);
}

/** Of each slice in which a mark lies: those letters alone can have the mark on them. */
export async function lettersWithMarks(font: SlicedFont): Promise<readonly (readonly number[])[]> {
  const slices = await slicesWithLetters(font);
  return slices.filter((letters) =>
    letters.some((letter) => /\p{M}|\p{Grapheme_Extend}/u.test(String.fromCodePoint(letter))),
  );
}

async function slicesWithLetters(font: SlicedFont): Promise<readonly (readonly number[])[]> {
  const slices = slicesOf(font, read(`${slicedPackage(font)}/unicode.json`).toString());
  const found: (readonly number[])[] = [];
  for (const { file } of slices) {
    const letters = open(await decompress(read(file))).characterSet.filter((one) => sliceWith(slices, one) === file);
    found.push([...new Set(letters)].sort((a, b) => a - b));
  }
  return found;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const lines: string[] = [];
  const together: string[] = [];
  for (const font of letterFonts) lines.push(`  '${font}': '${writeRuns(await lettersOf(font))}',`);
  for (const font of slicedFonts) {
    const slices = await lettersWithMarks(font);
    together.push(`  ${font}: [`, ...slices.map((letters) => `    '${writeRuns(letters)}',`), '  ],');
  }
  writeFileSync(
    new URL('../../../rules/letters/covered.ts', import.meta.url),
    [
      ['import type { LetterFont, SlicedFont } from', "'./fonts.ts';"].join(' '),
      '',
      '/** Written by test/rules/letters/list-letters.ts; what it means, coverage.ts says. */',
      'export const coveredLetters: Readonly<Record<LetterFont, string>> = {',
      ...lines,
      '};',
      '',
      '/** The letters of each slice that has marks. */',
      'export const coveredWithMarks: Readonly<Record<SlicedFont, readonly string[]>> = {',
      ...together,
      '};',
      '',
    ].join('\n'),
  );
}
