import bidiFactory, { type Bidi } from 'bidi-js';

/*
 * Which way letters run: Unicode's bidirectional algorithm (UAX 9), as browsers have it. A text runs the way of its first
 * letter that has one, as with `dir="auto"`. Letters at an even level run to the right, those at an odd one to the left.
 */

// Its types say that the function is in a module; it is the module.
const bidi = (bidiFactory as unknown as () => Bidi)();

export interface Directed {
  /** With brackets turned round where they are set from right to left. As long as the text that was given. */
  readonly text: string;
  /** By code unit; undefined if all of it runs to the right. */
  readonly levels: Uint8Array | undefined;
  readonly rtl: boolean;
}

/** Letters from right to left, Arabic digits, and marks that say which way. All of them stand here. */
const turns = /[\u0590-\u08ff\u200f\u202a-\u202e\u2067\u2068\ufb1d-\ufdff\ufe70-\ufefc\ud802\ud803\ud83a\ud83b]/;

export function directed(text: string): Directed {
  if (!turns.test(text)) return { text, levels: undefined, rtl: false };
  const { levels, paragraphs } = bidi.getEmbeddingLevels(text, 'auto');
  const mirrored = bidi.getMirroredCharactersMap(text, levels);
  const turned =
    mirrored.size === 0 ? text : Array.from({ length: text.length }, (_, n) => mirrored.get(n) ?? text[n]).join('');
  return { text: turned, levels, rtl: (paragraphs[0]?.level ?? 0) % 2 === 1 };
}

/** Parts of a line as they stand from left to right (UAX 9, L2): from the highest level down, what is deeper is turned. */
export function inVisualOrder<Part extends { readonly level: number }>(parts: readonly Part[]): readonly Part[] {
  const order = [...parts];
  const highest = Math.max(0, ...parts.map(({ level }) => level));
  for (let level = highest; level > 0; level -= 1)
    for (let at = 0; at < order.length; at += 1) {
      let end = at;
      while (end < order.length && (order[end]?.level ?? 0) >= level) end += 1;
      if (end > at) order.splice(at, end - at, ...order.slice(at, end).reverse());
      at = Math.max(at, end);
    }
  return order;
}
