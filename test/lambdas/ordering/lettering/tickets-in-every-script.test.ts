import { describe, expect, test } from '@jest/globals';
import { linesOf, piecesOf, widthOf } from '../../../../lambdas/ordering/lettering/lettered.ts';
import { lettersOf, styles } from '../../../../lambdas/ordering/lettering/letters.ts';
import { viewOf } from '../../../../lambdas/ordering/order/order-view.ts';
import { ticketPdf } from '../../../../lambdas/ordering/ticket/ticket-pdf.ts';
import { side, width } from '../../../../lambdas/ordering/ticket/ticket-sheet.ts';
import { coveredLetters } from '../../../../rules/letters/covered.ts';
import { letterFonts } from '../../../../rules/letters/fonts.ts';
import { canPrint, unprintable } from '../../../../rules/letters/printable.ts';
import { readRuns } from '../../../../rules/letters/runs.ts';
import fc from '../../../properties.ts';
import { readPdf } from '../ticket/read-pdf.ts';
import { aTicketedOrder, fonts } from '../ticket/ticketed.ts';
import { everyScript } from './every-script.ts';

const view = viewOf(aTicketedOrder());

async function pageOf(title: string) {
  const tickets = view.tickets
    .slice(0, 1)
    .map((ticket) => ({ ...ticket, title, venue: title, label: `${title}, row ${title}, seat 1`, concession: title }));
  const [page] = readPdf(await ticketPdf({ ...view, tickets }, fonts, { compress: false }));
  if (!page) throw new Error('There is no page');
  return page;
}

async function set(text: string) {
  return (await lettersOf(fonts, [['bill', text]]))('bill', text);
}

const signs = (text: string) => [...text.replace(/[\s\p{Cf}]/gu, '')].sort().join('');

describe('a title is printed with the letters that it has', () => {
  test.each(everyScript)('%s', async (title) => {
    const page = await pageOf(title);
    const said = page.lines.join('');
    expect(said).not.toMatch(/[\u25a1\ufffd]/);
    // Every letter of it is there, whatever the order in which it is drawn.
    const drawn = new Set(said.normalize('NFC'));
    expect([...signs(title)].filter((sign) => !drawn.has(sign))).toEqual([]);
  });

  test('also where a space between its words may not end a line', async () => {
    for (const title of ['සිංහල\u00a0නාට්\u200dයය', 'המלט\u00a0א', 'Nos\u00a0Galan'])
      expect((await pageOf(title)).lines.join('')).not.toMatch(/[\u25a1\ufffd]/);
  });

  test('signs in the order in which Chinese, Japanese and Koreans read them', async () => {
    for (const title of ['紅樓夢', '仮名手本忠臣蔵', '심청가']) {
      const { set: drawn } = await pageOf(title);
      const line = drawn.filter(({ y }) => y > 290 && y < 370).sort((a, b) => a.x - b.x);
      expect(line.map(({ text }) => text).join('')).toBe(title);
    }
  });
});

describe('what runs to the left', () => {
  const shown = async (text: string) => {
    const one = await set(text);
    const [line] = linesOf(one, 1000);
    return line ? piecesOf(one, line).map((piece) => `${piece.direction}:${piece.text}`) : [];
  };

  test('stands from the right, with numbers and Latin words the other way', async () => {
    expect(await shown('המלט 12 abc')).toEqual(['ltr:abc', 'rtl: ', 'ltr:12', 'rtl:המלט ']);
    expect((await set('המלט 12 abc')).rtl).toBe(true);
  });

  test('stands inside a Latin line', async () => {
    expect(await shown('Hamlet — המלט — 3 May')).toEqual(['ltr:Hamlet — ', 'ltr:3', 'rtl:— ', 'rtl:המלט ', 'ltr: May']);
  });

  test('has its brackets turned round', async () => {
    const text = (await shown('המלט (א)')).join('');
    expect(text.indexOf('(')).toBeLessThan(text.indexOf(')'));
    expect(await shown('(המלט)')).toEqual(['rtl:(', 'rtl:המלט', 'rtl:)']);
  });

  test('is set at the right of its room, and a Latin title at the left', async () => {
    const ends = async (title: string) => {
      const { set: drawn } = await pageOf(title);
      return drawn.filter(({ size }) => size > 20).map(({ x }) => x);
    };
    expect(Math.min(...(await ends('Y Storm')))).toBeCloseTo(side, 1);
    expect(Math.min(...(await ends('הדיבוק')))).toBeGreaterThan(width / 2);
  });

  test('joins Arabic letters', async () => {
    const alone = widthOf(await set('ك'), piecesOf(await set('ك'), { start: 0, end: 1 }));
    const four = await set('كككك');
    expect(widthOf(four, piecesOf(four, { start: 0, end: 4 }))).toBeLessThan(4 * alone);
  });
});

describe('lines', () => {
  test('of Thai end between words, of Chinese between signs, of Korean and Latin where they may', async () => {
    const parts = async (text: string) => {
      const { text: printed, parts } = await set(text);
      return parts.map(({ start, end }) => printed.slice(start, end));
    };
    expect(await parts('ภาษาไทยง่าย')).toEqual(['ภาษา', 'ไทย', 'ง่าย']);
    expect(await parts('紅樓夢。')).toEqual(['紅', '樓', '夢。']);
    expect(await parts('Y Storm')).toEqual(['Y ', 'Storm']);
  });

  test('never end inside of what people see as one sign', async () => {
    const text = await set('क्षक्षक्षक्षक्षक्षक्षक्षक्षक्ष');
    for (const { start } of linesOf(text, 1.5)) expect(text.clusters).toContain(start);
  });

  test('hold all of a text, each as wide as it may be', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.constantFrom(...everyScript, 'a', ' ', '(', 'supercalifragilistic'), { maxLength: 4 }),
        fc.integer({ min: 2, max: 12 }),
        async (words, wide) => {
          const text = await set(words.join(' '));
          const lines = linesOf(text, wide);
          expect(
            lines
              .map(({ start, end }) => text.text.slice(start, end))
              .join('')
              .replace(/\s/g, ''),
          ).toBe(text.text.replace(/\s/g, ''));
          for (const line of lines)
            if (text.clusters.filter((at) => at >= line.start && at < line.end).length > 1)
              expect(widthOf(text, piecesOf(text, line))).toBeLessThanOrEqual(wide + 0.2);
        },
      ),
      { numRuns: 30 },
    );
  });
});

describe('what cannot be written', () => {
  test('is a box that is seen, and takes nothing else along', async () => {
    expect((await set('🎄 Noël 👩‍👩‍👧')).text).toBe('□ Noël □');
    expect(canPrint('🎄')).toBe(false);
  });

  /** The parts of a text that are set as a box, by us or by a font that lacks a letter. */
  const boxesIn = async (text: string) => {
    const letters = await lettersOf(
      fonts,
      styles.map((style) => [style, text] as const),
    );
    return styles.flatMap((style) => {
      const one = letters(style, text);
      const pieces = piecesOf(one, { start: 0, end: one.text.length });
      const missing = pieces.filter((piece) =>
        piece.font.layout(piece.text, piece.direction).glyphs.some(({ id }) => !id),
      );
      return [...(one.text.match(/□/g) ?? []), ...missing.map((piece) => piece.text)];
    });
  };

  test.each(['國̲', 'ก̲', 'ה̱', 'ע̣', 'ک̣', 'F̤͛', '漢́', 'A⃝', 'カ̶', 'ㇷ゚'])('is said at publication: %s', async (sign) => {
    expect(await boxesIn(sign)).not.toEqual([]);
    expect(unprintable(`Noël ${sign}`)).toEqual([sign.normalize('NFC')]);
  });

  test.each(['か゚', 'Ẹ̀kọ́', 'क॑', 'שָׁ', 'א ∊ ב', 'α ∊ ∠ א', 'مُحَمَّد'])('is none of %s', async (text) => {
    expect(unprintable(text)).toEqual([]);
    expect(await boxesIn(text)).toEqual([]);
  });

  const lettersOfAll = [...new Set(letterFonts.flatMap((font) => lettersIn(coveredLetters[font])))];
  const marks = lettersOfAll.filter((letter) => /\p{M}/u.test(String.fromCodePoint(letter)));

  test('is all said: what publication lets through is set without a box, in every style', async () => {
    const one = fc.constantFrom(...lettersOfAll.filter((letter) => letter !== 0x25a1));
    const mark = fc.oneof(
      fc.constantFrom(...marks),
      fc.constantFrom(0x200c, 0x200d, 0xfe0f, 0x20, 0xa0, 0x336, 0x0f39),
    );
    const cluster = fc.tuple(one, fc.array(mark, { maxLength: 2 })).map(([letter, on]) => [letter, ...on]);
    await fc.assert(
      fc.asyncProperty(fc.array(cluster, { minLength: 1, maxLength: 3 }), async (clusters) => {
        const text = String.fromCodePoint(...clusters.flat());
        if (unprintable(text).length === 0) expect(await boxesIn(text)).toEqual([]);
      }),
      { numRuns: 400 },
    );
  });

  test('stops no ticket: any text at all', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 30 }), async (text) => {
        for (const style of styles) (await lettersOf(fonts, [[style, text]]))(style, text);
        expect((await pageOf(text)).lines.length).toBeGreaterThan(3);
      }),
      { numRuns: 40 },
    );
  });
});

function lettersIn(runs: string): readonly number[] {
  const edges = readRuns(runs);
  return edges.flatMap((first, n) =>
    n % 2 === 1 ? [] : Array.from({ length: (edges[n + 1] ?? first) - first }, (_, more) => first + more),
  );
}
