/*
 * As much of a PDF reader as the tests of tickets need: the words of each page by the letters that its fonts say they
 * draw, and where filled rectangles lie. For files that were made without compression.
 */

export interface ReadPage {
  /** A line of text each, in the order they were drawn. */
  readonly lines: readonly string[];
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
          lettersOf(body(ref(body(id), 'ToUnicode'))),
        ]),
      );
      return pageOf(body(ref(page, 'Contents')), fonts);
    });
}

/** By glyph, what it means: of a ToUnicode map. */
function lettersOf(map: string): ReadonlyMap<number, string> {
  const letters = new Map<number, string>();
  for (const [, first = '', list = ''] of map.matchAll(/<([0-9a-f]+)> <[0-9a-f]+> \[([^\]]*)\]/gi)) {
    [...list.matchAll(/<([0-9a-f]*)>/gi)].forEach(([, hex = ''], n) => {
      letters.set(Number.parseInt(first, 16) + n, Buffer.from(hex, 'hex').swap16().toString('utf16le'));
    });
  }
  return letters;
}

function pageOf(content: string, fonts: ReadonlyMap<string, ReadonlyMap<number, string>>): ReadPage {
  let font: ReadonlyMap<number, string> | undefined;
  const lines: string[] = [];
  const squares: ReadPage['squares'][number][] = [];
  for (const line of content.split('\n')) {
    font = fonts.get(/^\/(F\d+) [\d.]+ Tf$/.exec(line)?.[1] ?? '') ?? font;
    const [, shown] = /^\[(.*)\] TJ$/.exec(line) ?? [];
    if (shown !== undefined) {
      const glyphs = [...shown.matchAll(/<([0-9a-f]*)>/gi)].flatMap(([, hex = '']) => hex.match(/.{4}/g) ?? []);
      lines.push(glyphs.map((glyph) => font?.get(Number.parseInt(glyph, 16)) ?? '\ufffd').join(''));
    }
    const numbers = /^([-\d.]+) ([-\d.]+) ([-\d.]+) ([-\d.]+) re$/.exec(line);
    if (numbers) {
      const [x = 0, y = 0, width = 0, height = 0] = numbers.slice(1).map(Number);
      squares.push({ x, y, width, height });
    }
  }
  return { lines, squares };
}
