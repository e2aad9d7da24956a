import type { Font, Glyph, GlyphRun } from 'fontkit';
import type { LetterFlow } from './open-font.ts';

/*
 * From letters to glyphs, by HarfBuzz, which does it in Chromium, Firefox and Android: Arabic letters are joined, vowels
 * of India stand where they are written. fontkit does it too, and fails on marks of several scripts. The ticket's own
 * letters need neither, and stay with fontkit: so a ticket without other scripts loads none of this.
 */

/** What a document takes of a text that was laid out; all lengths in units of the font. */
export interface SetRun {
  /** From left to right. */
  readonly glyphs: readonly Pick<Glyph, 'id' | 'codePoints' | 'advanceWidth' | 'bbox'>[];
  readonly positions: readonly Pick<GlyphRun['positions'][number], 'xAdvance' | 'yAdvance' | 'xOffset' | 'yOffset'>[];
  readonly advanceWidth: number;
}

export type ShapeText = (text: string, direction: LetterFlow) => SetRun;

/** `glyphs`: the same file and weight, as fontkit read it. */
export async function shaper(file: Uint8Array, weight: number | undefined, glyphs: Font): Promise<ShapeText> {
  // Read when it is needed: 400 KB of WebAssembly.
  const hb = await import('harfbuzzjs');
  const font = new hb.Font(new hb.Face(new hb.Blob(file.slice().buffer)));
  if (weight !== undefined) font.setVariations([new hb.Variation('wght', weight)]);
  return (text, direction) => {
    const buffer = new hb.Buffer();
    // It looks like a space. fontkit cannot read the one of Noto Sans Sinhala, an empty glyph at the end of its table.
    buffer.addText(text.replaceAll('\u00a0', ' '));
    buffer.guessSegmentProperties();
    buffer.setDirection(direction === 'rtl' ? hb.Direction.RTL : hb.Direction.LTR);
    // A reader of the document puts letters that run to the left back in order one by one, and vowels of India not at all.
    const { MONOTONE_CHARACTERS, MONOTONE_GRAPHEMES } = hb.ClusterLevel;
    buffer.setClusterLevel(direction === 'rtl' ? MONOTONE_CHARACTERS : MONOTONE_GRAPHEMES);
    hb.shape(font, buffer);
    const infos = buffer.getGlyphInfos();
    const positions = buffer.getGlyphPositions();
    const meanings = meaningsOf(
      text,
      infos.map(({ cluster }, n) => ({ cluster, width: positions[n]?.xAdvance ?? 0 })),
    );
    return {
      glyphs: infos.map(({ codepoint: id }, n) => {
        // fontkit knows one meaning a glyph.
        const { advanceWidth, bbox } = glyphs.getGlyph(id);
        return { id, codePoints: meanings[n] ?? [], advanceWidth, bbox };
      }),
      positions,
      advanceWidth: positions.reduce((sum, { xAdvance }) => sum + xAdvance, 0),
    };
  };
}

/** By glyph, the code points that it stands for: the widest glyph of a cluster for all of it, the others for none. */
function meaningsOf(
  text: string,
  glyphs: readonly { readonly cluster: number; readonly width: number }[],
): readonly number[][] {
  const starts = [...new Set(glyphs.map(({ cluster }) => cluster))].sort((a, b) => a - b);
  const widest = new Map<number, number>();
  for (const [n, { cluster, width }] of glyphs.entries()) {
    const before = widest.get(cluster);
    if (before === undefined || width > (glyphs[before]?.width ?? 0)) widest.set(cluster, n);
  }
  return glyphs.map(({ cluster }, n) => {
    if (widest.get(cluster) !== n) return [];
    const end = starts[starts.indexOf(cluster) + 1] ?? text.length;
    return [...text.slice(cluster, end)].map((sign) => sign.codePointAt(0) ?? 0);
  });
}
