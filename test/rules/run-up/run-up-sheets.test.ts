import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { isCurrency } from '../../../rules/money.ts';
import { dayIn, planOf, weeksIn } from '../../../rules/run-up/plan-file.ts';
import { minorIn, pricesOf } from '../../../rules/run-up/price-file.ts';
import { risksOf } from '../../../rules/run-up/risk-file.ts';
import { writesMoney } from '../../../words/money.ts';

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
    ['45.00 GBP', 'GBP', 4500],
    ['GBP £45.00', 'GBP', 4500],
    ['$45', 'CAD', 4500],
    ['£45', 'EGP', 4500],
    ['￥4,500', 'CNY', 450_000],
    ["CHF 1'250.00", 'CHF', 125_000],
    ['１ ２５０', 'JPY', 1250],
    ['€45.00', 'GBP', undefined],
    ['$45.00', 'GBP', undefined],
    ['£45', 'EUR', undefined],
    ['45.00 USD', 'GBP', undefined],
    ['USD45', 'CAD', undefined],
    ['€45.00 GBP', 'GBP', undefined],
    ['45¢', 'USD', undefined],
    ['45.00 VAT', 'GBP', undefined],
    ['45€00', 'EUR', undefined],
    ['45 00', 'EUR', undefined],
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

  const hamlet = (price: string, headings = 'Show,Category,Price') =>
    pricesOf(bytes(`${headings}\nHamlet,Stalls,${price}\n`), 'GBP');

  test('in another currency are refused, with that currency', () => {
    const [euros, dollars, code] = [hamlet('€45.00'), hamlet('$45.00'), hamlet('45.00 USD')];
    expect([euros, dollars, code]).toEqual([
      { ok: false, faults: ['Line 2 has "€45.00" for the price, in €: the season is sold in GBP'] },
      { ok: false, faults: ['Line 2 has "$45.00" for the price, in $: the season is sold in GBP'] },
      { ok: false, faults: ['Line 2 has "45.00 USD" for the price, in USD: the season is sold in GBP'] },
    ]);
  });

  test('have their currency in the heading or in a column of its own, and it is looked at there too', () => {
    expect(hamlet('45.00', 'Show,Category,Price (£)')).toMatchObject({ ok: true, rows: [{ price: 4500 }] });
    expect(hamlet('45.00', 'Show,Category,Price (€)')).toEqual({
      ok: false,
      faults: ['Line 1 has "Price (€)": the season is sold in GBP'],
    });
    const column = 'Show,Category,Price,Currency';
    for (const own of ['GBP', 'gbp', '£', '']) expect(hamlet(`45.00,${own}`, column)).toMatchObject({ ok: true });
    for (const other of ['EUR', '€', 'Euro', '$'])
      expect(hamlet(`45.00,${other}`, column)).toEqual({
        ok: false,
        faults: [`Line 2 has "${other}" for the currency: the season is sold in GBP`],
      });
  });

  test('may have every sign that our pages write before an amount of that currency', () => {
    const money = writesMoney('en');
    const written = Intl.supportedValuesOf('currency')
      .filter(isCurrency)
      .map((currency) => ({ currency, cell: money(4500, currency) }))
      .filter(({ cell }) => /^\p{Sc}\d/u.test(cell));
    expect(written.length).toBeGreaterThan(30);
    expect(written.filter(({ currency, cell }) => minorIn(cell, currency) !== 4500)).toEqual([]);
  });
});

describe('two columns that could be one', () => {
  const faultsOf = (read: { readonly ok: boolean; readonly faults?: readonly string[] }) => read.faults;
  const twice = (headings: string, column: string) =>
    `Line 1: ${headings} could all be "${column}": take the others out of the file, or name them otherwise`;

  test('are refused in a list of prices, where the first would count', () => {
    expect(faultsOf(pricesOf(bytes('Show,Category,Amount,Price\nHamlet,Stalls,120,45.00\n'), 'GBP'))).toEqual([
      twice('"Amount" and "Price"', 'price'),
    ]);
    expect(faultsOf(pricesOf(bytes('Title,Show,Area,Band,Price\nA,B,Stalls,A,45.00\n'), 'GBP'))).toEqual([
      twice('"Title" and "Show"', 'show'),
      twice('"Area" and "Band"', 'category'),
    ]);
  });

  test('are refused in a plan: a task that is done would be an open one', () => {
    const plan = 'weeks_before,day,action,owner,status,done\n3,Mon,Print posters,Kim,,yes\n';
    expect(faultsOf(planOf(bytes(plan)))).toEqual([twice('"status" and "done"', 'done')]);
    expect(faultsOf(planOf(bytes('Weeks,Week,Day,Task\n3,12,Mon,Print\n')))).toEqual([
      twice('"Weeks" and "Week"', 'weeks_before'),
    ]);
  });

  test('are refused in a register, also where the column is not needed', () => {
    const register = 'risk,area,category,impact,severity,likelihood,chance\nFire,a,b,low,high,low,high\n';
    expect(faultsOf(risksOf(bytes(register)))).toEqual([
      twice('"area" and "category"', 'area'),
      twice('"impact" and "severity"', 'severity'),
      twice('"likelihood" and "chance"', 'chance'),
    ]);
    expect(faultsOf(risksOf(bytes('Report\n\nrisk,risk,severity,chance\nFire,Flood,low,low\n')))).toEqual([
      twice('"risk" and "risk"', 'risk').replace('Line 1', 'Line 3'),
    ]);
  });

  test('are none in the files of a real house', () => {
    const real = [risksOf(example('risk-register.csv')), risksOf(example('risk-register-answered.csv'))];
    expect([...real, planOf(example('run-up-plan.csv'))].map(({ ok }) => ok)).toEqual([true, true, true]);
  });
});
