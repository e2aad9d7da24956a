import { create, type Font, type Glyph } from 'fontkit';
import { type Outline, outlineBytes } from './outline.ts';
import { type SetRun, type ShapeText, shaper } from './shape.ts';

/*
 * A font that was read, as a document sets it. pdfkit lays text out from left to right in the script that it finds; here
 * the direction is said, since numbers in a Hebrew line run the other way than its letters. It keeps what was laid out:
 * a text is measured at many sizes before it is drawn, and is on every page of an order.
 */

/** Which way the letters run. It is handed through pdfkit as the `features` of a text. */
export type LetterFlow = 'ltr' | 'rtl';

export interface SetFont {
  /** Its name in the document; no two have the same. */
  readonly name: string;
  readonly font: Font;
  /** Not to be changed: others get the same. */
  readonly layout: ShapeText;
}

/** A whole file, TrueType, of letters that need no shaping. */
export function openFont(file: Uint8Array, name: string): SetFont {
  const font = create(Buffer.from(file)) as Font;
  return setFont(name, font, (text, direction) => font.layout(text, undefined, undefined, undefined, direction));
}

/** A whole file of any script. `weight`: for a font that has several in one. */
export async function openShapedFont(file: Uint8Array, name: string, weight?: number): Promise<SetFont> {
  const whole = create(Buffer.from(file)) as Font;
  const font = weight === undefined ? whole : whole.getVariation({ wght: weight });
  return setFont(name, font, await shaper(file, weight, font));
}

function setFont(name: string, font: Font, shape: ShapeText): SetFont {
  const laid = new Map<string, SetRun>();
  return {
    name,
    font,
    layout(text, direction) {
      const key = `${direction} ${text}`;
      let run = laid.get(key);
      if (!run) {
        // A warm handler prints for many nights; what it printed last is worth remembering, and all of it is not.
        if (laid.size >= 500) laid.clear();
        run = shape(text, direction);
        laid.set(key, run);
      }
      return run;
    },
  };
}

interface Subset {
  /** By place in the document's font: the glyph of the font. */
  readonly glyphs: number[];
  glyphEncoder?: { encodeSimple(path: Outline): Uint8Array };
  includeGlyph(glyph: unknown): number;
}

/** A glyph and what it stands for. Arabic letters share a shape and differ by their dots: each keeps a place of its own. */
type Meaning = Pick<Glyph, 'id' | 'codePoints'>;

/** The font as pdfkit takes it (0.20: a source that has `layout`). */
export function pdfFont({ name, font, layout }: SetFont): Font {
  return Object.create(font, {
    // pdfkit takes two fonts of one name for one, and all slices and weights of a font have one.
    postscriptName: { value: name },
    layout: {
      value: (text: string, direction?: unknown) => {
        const { glyphs, positions, advanceWidth } = layout(text, direction === 'rtl' ? 'rtl' : 'ltr');
        return {
          glyphs: glyphs.map((glyph) => ({
            id: glyph,
            codePoints: glyph.codePoints,
            advanceWidth: glyph.advanceWidth,
          })),
          // pdfkit scales positions where they stand.
          positions: positions.map((position) => ({ ...position })),
          advanceWidth,
        };
      },
    },
    createSubset: { value: () => meaningSubset(font.createSubset() as unknown as Subset) },
  });
}

function meaningSubset(subset: Subset): Subset {
  const places = new Map<string, number>();
  const plain = subset.includeGlyph.bind(subset);
  subset.includeGlyph = (glyph: number | Meaning) => {
    // Part of another, as an accent is of its letter.
    if (typeof glyph === 'number') return plain(glyph);
    const key = `${glyph.id} ${glyph.codePoints}`;
    const place = places.get(key) ?? subset.glyphs.push(glyph.id) - 1;
    places.set(key, place);
    return place;
  };
  if (subset.glyphEncoder) subset.glyphEncoder = { encodeSimple: outlineBytes };
  return subset;
}
