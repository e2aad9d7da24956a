import type { SlicedFont, SmallFont } from '../../../rules/letters/fonts.ts';

/*
 * Where the letters of a font lie: as paths in npm packages. Small fonts are a file a weight. Those of East Asia would be
 * ten megabytes a weight; so we take them as browsers do, in slices of some hundred letters each, and a document reads
 * the few that it needs. One slice has all weights.
 */

export type Weight = 400 | 700;

const styles = { 400: '400Regular', 700: '700Bold' } as const;

/** The package that `unicode.json` and the slices of a font lie in. */
export function slicedPackage(font: SlicedFont): string {
  return `@fontsource-variable/noto-sans-${font}`;
}

export function smallFile(font: SmallFont, weight: Weight): string {
  const name = `NotoSans${font.charAt(0).toUpperCase()}${font.slice(1)}`;
  return `@expo-google-fonts/noto-sans-${font}/${styles[weight]}/${name}_${styles[weight]}.ttf`;
}

/** A slice and the code points that it is said to have, as pairs of first and last. */
export interface Slice {
  readonly file: string;
  readonly ranges: readonly (readonly [number, number])[];
}

/** `unicode`: the text of the package's `unicode.json`, `{ "[4]": "U+1f1e9-1f1f5,U+1f21a", "latin": … }`. */
export function slicesOf(font: SlicedFont, unicode: string): readonly Slice[] {
  return Object.entries(JSON.parse(unicode) as Record<string, string>).map(([name, ranges]) => ({
    file: `${slicedPackage(font)}/files/noto-sans-${font}-${name.replace(/[[\]]/g, '')}-wght-normal.woff2`,
    ranges: ranges.split(',').map((range) => {
      const [first = 0, last = first] = range
        .replace(/^U\+/i, '')
        .split('-')
        .map((hex) => Number.parseInt(hex, 16));
      return [first, last] as const;
    }),
  }));
}

/** The first that is said to have the letter. */
export function sliceWith(slices: readonly Slice[], codePoint: number): string | undefined {
  return slices.find(({ ranges }) => ranges.some(([first, last]) => first <= codePoint && codePoint <= last))?.file;
}
