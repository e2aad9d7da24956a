import { isSliced, type LetterFont, type SlicedFont, type SmallFont } from '../../../rules/letters/fonts.ts';
import { type Slice, slicedPackage, slicesOf, sliceWith, smallFile, type Weight } from './font-places.ts';
import { openShapedFont, type SetFont } from './open-font.ts';

/*
 * The fonts for what the ticket's own cannot write. None is read before a document needs it, and a warm handler keeps the
 * last ones: the shows of a season have the same titles for weeks.
 */

/** The bytes of a file in an npm package, e.g. `@expo-google-fonts/noto-sans-thai/700Bold/NotoSansThai_700Bold.ttf`. */
export type ReadFontFile = (path: string) => Uint8Array;

export interface MoreFonts {
  /** The file of a font that has the letter. */
  readonly part: (font: LetterFont, codePoint: number) => string | undefined;
  /** The font, or the slice of it, that has the letter. Throws if its file is not there. */
  readonly open: (font: SmallFont | SlicedFont, weight: Weight, codePoint: number) => Promise<SetFont>;
}

/** A slice that is open takes some 300 KB. */
const keptFonts = 60;

export function moreFonts(read: ReadFontFile): MoreFonts {
  const slices = new Map<SlicedFont, readonly Slice[]>();
  const open = new Map<string, Promise<SetFont>>();
  const kept = (key: string, make: () => Promise<SetFont>) => {
    const made = open.get(key) ?? make();
    // The last that was asked for stands last, and the first goes.
    open.delete(key);
    open.set(key, made);
    for (const oldest of open.keys())
      if (open.size > keptFonts) open.delete(oldest);
      else break;
    return made;
  };
  const sliceOf = (font: SlicedFont, codePoint: number) => {
    let known = slices.get(font);
    if (!known) {
      known = slicesOf(font, Buffer.from(read(`${slicedPackage(font)}/unicode.json`)).toString());
      slices.set(font, known);
    }
    return sliceWith(known, codePoint);
  };
  return {
    part: (font, codePoint) => (isSliced(font) ? sliceOf(font, codePoint) : undefined),
    open(font, weight, codePoint) {
      if (!isSliced(font)) {
        const file = smallFile(font, weight);
        return kept(file, () => openShapedFont(read(file), nameOf(file)));
      }
      const file = sliceOf(font, codePoint);
      if (!file) throw new Error(`No slice of ${font} has U+${codePoint.toString(16)}`);
      return kept(`${file}@${weight}`, async () => {
        const { default: decompress } = await import('woff2-encoder/decompress');
        return openShapedFont(await decompress(read(file)), `${nameOf(file)}-${weight}`, weight);
      });
    },
  };
}

/** `NotoSansThai_700Bold`, `noto-sans-sc-46`. */
function nameOf(file: string): string {
  return file.replace(/^.*\//, '').replace(/(-wght-normal)?\.\w+$/, '');
}
