import { describe, expect, test } from '@jest/globals';
import { type Language, languages } from '../../../../contracts/languages.ts';
import { styles } from '../../../../lambdas/ordering/lettering/letters.ts';
import { viewOf } from '../../../../lambdas/ordering/order/order-view.ts';
import { ticketPdf } from '../../../../lambdas/ordering/ticket/ticket-pdf.ts';
import { side, width } from '../../../../lambdas/ordering/ticket/ticket-sheet.ts';
import { faceWords } from '../../../../words/all/ticket-face.ts';
import { written } from '../../../../words/all/written.ts';
import { type ReadPage, readPdf } from './read-pdf.ts';
import { aTicketedOrder, fonts } from './ticketed.ts';

const byName = Object.fromEntries(styles.map((style) => [fonts[style].name, fonts[style].font]));

/** The end of a line of text, in points from the left. */
function endOf({ text, x, font, size, spacing }: ReadPage['set'][number]): number {
  const read = byName[font];
  if (!read) throw new Error(`No font is named ${font}`);
  return x + (read.layout(text.trimEnd()).advanceWidth / read.unitsPerEm) * size + spacing * (text.length - 1);
}

/** The evening of a year whose date is the longest on paper: one of each weekday in each month will do. */
function longestEvening(language: Language): number {
  const evenings = Array.from({ length: 12 }, (_, month) =>
    Array.from({ length: 7 }, (_, day) => Date.UTC(2027, month, 22 + day, 19, 30)),
  ).flat();
  const widths = evenings.map(
    (at) => fonts.strong.font.layout(written[language].longDate(at, 'Europe/London')).advanceWidth,
  );
  return evenings[widths.indexOf(Math.max(...widths))] ?? 0;
}

async function pagesIn(language: Language, startsAt: number, labels: readonly string[]): Promise<readonly ReadPage[]> {
  const view = viewOf(aTicketedOrder({ language }));
  const [ticket] = view.tickets;
  const tickets = labels.map((label) => ({
    ...ticket,
    label,
    startsAt,
    concession: 'Under 26',
  })) as typeof view.tickets;
  return readPdf(await ticketPdf({ ...view, tickets }, fonts, { compress: false }));
}

const seats = ['Stalls, row C, seat 14', 'Pit, standing', 'Slips, unreserved'];

describe.each(languages)('a ticket in %s', (language) => {
  const startsAt = longestEvening(language);

  test('says all of it in that language', async () => {
    const words = faceWords[language];
    const pages = (await pagesIn(language, startsAt, seats)).map(({ lines }) =>
      lines
        .join(' ')
        .replace(/\s+/g, ' ')
        .replace(/- (?=\p{Ll})/gu, '-'),
    );
    expect(pages[0]).toContain(`${words.row} C ${words.seat} 14`);
    expect(pages[1]).toContain(words.standing);
    expect(pages[2]).toContain(words.unreserved);
    const date = written[language].longDate(startsAt, 'Europe/London');
    for (const [n, page] of pages.entries())
      for (const part of [date, words.proof, words.number(n + 1, 3), words.terms])
        expect(page).toContain(part.replace(/\s+/g, ' '));
  });

  test('keeps within its margins, and no two texts on a line touch', async () => {
    for (const { set } of await pagesIn(language, startsAt, seats)) {
      for (const text of set) {
        expect(endOf(text)).toBeLessThanOrEqual(width - side + 0.01);
        expect(text.y).toBeGreaterThan(8);
      }
      const touching = set.flatMap((one) =>
        set
          .filter((other) => other.x > one.x && Math.abs(other.y - one.y) < 6 && endOf(one) > other.x - 9)
          .map((other) => `${one.text} | ${other.text}`),
      );
      expect(touching).toEqual([]);
    }
  });
});
