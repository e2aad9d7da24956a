import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { dayIn, planOf, weeksIn } from '../../../rules/run-up/plan-file.ts';
import { minorIn, pricesOf } from '../../../rules/run-up/price-file.ts';
import { risksOf } from '../../../rules/run-up/risk-file.ts';

const example = (name: string) => readFileSync(join(import.meta.dirname, '..', '..', '..', 'examples', name));
const bytes = (text: string) => new TextEncoder().encode(text);
const rowsOf = <Row>(read: { readonly ok: boolean; readonly rows?: readonly Row[]; readonly faults?: unknown }) => {
  if (!read.rows) throw new Error(JSON.stringify(read.faults));
  return read.rows;
};

describe('a plan', () => {
  test('of a real house is read as it is', () => {
    const rows = rowsOf(planOf(example('run-up-plan.csv')));
    expect(rows).toHaveLength(16);
    expect(rows[0]).toEqual({
      weeksBefore: 1,
      day: 'tue',
      action: 'Box office tests shows and membership packages',
      owner: 'box office',
      done: true,
    });
    expect(rows.at(-1)).toMatchObject({ weeksBefore: -1, day: 'sat', done: false });
  });

  test('may come from any program: other separators, encodings, headings and titles', () => {
    const utf16 = new Uint8Array(
      Buffer.from('\ufeffWeeks;Day;What\r\n2 weeks before;Tuesday;Café öffnen\r\n', 'utf16le'),
    );
    expect(rowsOf(planOf(utf16))).toEqual([
      { weeksBefore: 2, day: 'tue', action: 'Café öffnen', owner: '', done: false },
    ]);
    const titled = 'Summer 2027\n\nWeek,Weekday,Task,Responsible,Status\n1 after,Sat.,Doors,all,✓\n';
    expect(rowsOf(planOf(bytes(titled)))).toMatchObject([{ weeksBefore: -1, day: 'sat', done: true }]);
  });

  test('names every fault by its line', () => {
    const read = planOf(
      bytes('weeks_before,day,action,done\nsoon,Mon,a,no\n1,Xday,b,no\n1,Mon,,no\n1,Mon,c,perhaps\n'),
    );
    expect(read).toMatchObject({
      ok: false,
      faults: [
        expect.stringMatching(/^Line 2 has "soon" for the weeks/),
        expect.stringMatching(/^Line 3 has "Xday" for the day/),
        expect.stringMatching(/^Line 4 says nothing to do/),
        expect.stringMatching(/^Line 5 has "perhaps" for done/),
      ],
    });
    expect(planOf(bytes('name,colour\nLear,red\n'))).toMatchObject({
      faults: [expect.stringContaining('"weeks_before", "day", "action"')],
    });
    expect(planOf(bytes('weeks_before,day,action\n'))).toMatchObject({ ok: false });
    expect(planOf(bytes('PK\u0003\u0004\u0000\u0000workbook'))).toMatchObject({
      faults: [expect.stringContaining('workbook')],
    });
  });

  test.each([
    ['1', 1],
    ['0', 0],
    ['-1', -1],
    ['1 after', -1],
    ['2 weeks before', 2],
    ['3 wks', 3],
    ['soon', undefined],
    ['400', undefined],
    ['-1 after', undefined],
  ])('%s is %s weeks before', (cell, weeks) => expect(weeksIn(cell)).toBe(weeks));

  test.each([
    ['Tue', 'tue'],
    ['tues.', 'tue'],
    ['Wednesday', 'wed'],
    ['Mo', undefined],
    ['Monkey', undefined],
  ])('%s is the day %s', (cell, day) => expect(dayIn(cell)).toBe(day));
});

describe('a risk register', () => {
  test('of a real house is read as it is', () => {
    const rows = rowsOf(risksOf(example('risk-register.csv')));
    expect(rows).toHaveLength(8);
    expect(rows[0]).toMatchObject({ severity: 'high', chance: 'high', minutes: 30, area: 'server infrastructure' });
    expect(rows[1]?.action).toBe('add cache servers');
    expect(rows[2]).not.toHaveProperty('minutes');
  });

  test('says which line has no level', () => {
    expect(risksOf(bytes('risk,severity,chance\nFire,huge,low\n'))).toMatchObject({
      faults: ['Line 2 has "huge" for the severity: write low, medium or high'],
    });
  });
});

describe('the prices of a brochure', () => {
  test.each([
    ['£42.50', 'GBP', 4250],
    ['42,50 €', 'EUR', 4250],
    ['EUR 1.250,00', 'EUR', 125_000],
    ['1,250.00', 'GBP', 125_000],
    ['65', 'GBP', 6500],
    ['4.5', 'GBP', 450],
    ['1 250', 'JPY', 1250],
    ['¥1,250', 'JPY', 1250],
    ['1.250', 'KWD', 1250],
    ['free', 'GBP', undefined],
    ['4.5678', 'GBP', undefined],
    ['', 'GBP', undefined],
  ])('%s in %s is %s', (cell, currency, minor) => expect(minorIn(cell, currency)).toBe(minor));

  test('are a row for each show and category', () => {
    expect(pricesOf(bytes('Show,Band,Price\nKing Lear,A,£65\n'), 'GBP')).toEqual({
      ok: true,
      rows: [{ show: 'King Lear', category: 'A', price: 6500 }],
    });
    expect(pricesOf(bytes('Show,Band,Price\nKing Lear,A,tba\n'), 'GBP')).toMatchObject({
      faults: ['Line 2 has "tba" for the price: write an amount such as 42.50'],
    });
  });
});
