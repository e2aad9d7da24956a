import { describe, expect, test } from '@jest/globals';
import { csvOf } from '../../rules/csv.ts';
import { readSheet } from '../../rules/spreadsheet.ts';
import fc from '../properties.ts';

const written = (cell: string) => csvOf([[cell]]).slice(1, -2);

describe('a file for spreadsheets', () => {
  test.each(['=HYPERLINK("http://x")', '+44 20', '-1', '@SUM(A1)', '\t=1', ' =1', '\r=1', '|calc', '%0A=1'])(
    'has %j as it was typed, and nothing to reckon',
    (cell) => {
      expect(written(cell)).toMatch(/^"?'/);
    },
  );

  test('quotes what would be two cells or two lines, and says its letters', () => {
    expect(csvOf([['a,b', 'say "hi"', 'two\nlines', 'Zoë']])).toBe('\uFEFF"a,b","say ""hi""","two\nlines",Zoë\r\n');
  });

  test('is read back as it was written', () => {
    const cell = fc.string({ unit: 'grapheme' }).map((text) => `x${text.replace(/[\s\p{C}]/gu, '')}`);
    fc.assert(
      fc.property(fc.array(fc.tuple(cell, cell), { minLength: 1 }), (rows) => {
        const read = readSheet(new TextEncoder().encode(csvOf([['one', 'two'], ...rows])), (cells) =>
          cells.includes('one'),
        );
        expect(read.ok && read.rows.map(({ cells }) => cells)).toEqual(rows);
      }),
    );
  });
});
