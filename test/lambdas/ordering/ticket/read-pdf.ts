/*
 * As much of a PDF reader as the tests of tickets need: the words of each page by the letters that its fonts say they
 * draw, and where filled rectangles lie. For files that were made without compression.
 */

export interface ReadPage {
  /** A line of text each, in the order they were drawn. */
  readonly lines: readonly string[];
  /** The start of each line on the page, from its lower left corner, and its font and size. */
  readonly set: readonly {
    readonly text: string;
    readonly x: number;
    readonly y: number;
    readonly font: string;
    readonly size: number;
    /** Between letters. */
    readonly spacing: number;
  }[];
  /** In the units that they were drawn in. */
  readonly squares: readonly {
    readonly x: number;
    readonly y: number;
    readonly width: number;
    readonly height: number;
  }[];
}

export function readPdf(bytes: Uint8Array): readonly ReadPage[] {
  const text = Buffer.from(bytes).toString('latin1');
  const objects = new Map(
    [...text.matchAll(/(?:^|\n)(\d+) 0 obj\n([\s\S]*?)\nendobj/g)].map(([, id = '', body = '']) => [id, body] as const),
  );
  const body = (id: string | undefined) => objects.get(id ?? '') ?? '';
  const ref = (from: string, name: string) => new RegExp(`/${name} (\\d+) 0 R`).exec(from)?.[1];
  return [...objects.values()]
    .filter((object) => /\/Type \/Page\n/.test(object))
    .map((page) => {
      const resources = body(ref(page, 'Resources'));
      const fonts = new Map(
        [...resources.matchAll(/\/(F\d+) (\d+) 0 R/g)].map(([, name = '', id]) => [
          name,
          {
            letters: lettersOf(body(ref(body(id), 'ToUnicode'))),
            name: /\/BaseFont \/\w+\+(\S+)/.exec(body(id))?.[1] ?? '',
          },
        ]),
      );
      return pageOf(body(ref(page, 'Contents')), fonts);
    });
}

/** By glyph, what it means: of a ToUnicode map. */
function lettersOf(map: string): ReadonlyMap<number, string> {
  const letters = new Map<number, string>();
  for (const [, first = '', list = ''] of map.matchAll(/<([0-9a-f]+)> <[0-9a-f]+> \[([^\]]*)\]/gi)) {
    // A ligature means several letters.
    [...list.matchAll(/<([0-9a-f ]*)>/gi)].forEach(([, hex = ''], n) => {
      letters.set(
        Number.parseInt(first, 16) + n,
        Buffer.from(hex.replaceAll(' ', ''), 'hex').swap16().toString('utf16le'),
      );
    });
  }
  return letters;
}

interface ReadFont {
  readonly letters: ReadonlyMap<number, string>;
  readonly name: string;
}

function pageOf(content: string, fonts: ReadonlyMap<string, ReadFont>): ReadPage {
  let font: ReadFont | undefined;
  let at = { x: 0, y: 0, size: 0, spacing: 0 };
  const set: ReadPage['set'][number][] = [];
  const squares: ReadPage['squares'][number][] = [];
  for (const line of content.split('\n')) {
    const [, name, size] = /^\/(F\d+) ([\d.]+) Tf$/.exec(line) ?? [];
    font = fonts.get(name ?? '') ?? font;
    const [, x, y] = /^1 0 0 1 ([-\d.]+) ([-\d.]+) Tm$/.exec(line) ?? [];
    const [, spacing] = /^([-\d.]+) Tc$/.exec(line) ?? [];
    if (size !== undefined) at = { ...at, size: Number(size) };
    if (spacing !== undefined) at = { ...at, spacing: Number(spacing) };
    // Each block of text begins anew, without spacing.
    if (x !== undefined) at = { x: Number(x), y: Number(y), size: 0, spacing: 0 };
    const [, shown] = /^\[(.*)\] TJ$/.exec(line) ?? [];
    if (shown !== undefined) {
      const glyphs = [...shown.matchAll(/<([0-9a-f]*)>/gi)].flatMap(([, hex = '']) => hex.match(/.{4}/g) ?? []);
      const text = glyphs.map((glyph) => font?.letters.get(Number.parseInt(glyph, 16)) ?? '\ufffd').join('');
      set.push({ ...at, text, font: font?.name ?? '' });
    }
    const numbers = /^([-\d.]+) ([-\d.]+) ([-\d.]+) ([-\d.]+) re$/.exec(line);
    if (numbers) {
      const [x = 0, y = 0, width = 0, height = 0] = numbers.slice(1).map(Number);
      squares.push({ x, y, width, height });
    }
  }
  return { lines: set.map(({ text }) => text), set, squares };
}
