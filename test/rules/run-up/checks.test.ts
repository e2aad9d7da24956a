import { describe, expect, test } from '@jest/globals';
import { type CheckReport, type ReportedCheck, type RunUpShown, reportedChecks } from '../../../contracts/run-up.ts';
import { type PublishedPrices, priceDifferences } from '../../../rules/run-up/brochure.ts';
import { type CheckFacts, type CheckId, checksOf, notGreen, onSomebodysWord } from '../../../rules/run-up/checks.ts';
import { badnessOf, heatOf, worstFirst } from '../../../rules/run-up/risk-matrix.ts';

const hour = 3_600_000;
const opensAt = Date.UTC(2027, 1, 27, 9);
const now = opensAt - hour;
const performance: PublishedPrices = {
  performance: 'lear-1',
  show: 'lear',
  title: 'King Lear',
  plan: 'main-1',
  prices: { a: 6500, b: 4800 },
};
const report = (check: CheckReport['check'], of: Partial<CheckReport> = {}): CheckReport => ({
  ...{ check, good: true, says: 'All well', happenedAt: now - 60_000, by: 'program' },
  ...of,
});
const item = {
  id: 'a-row-of-mine',
  weeksBefore: 0,
  day: 'sat',
  action: 'Open',
  owner: '',
  done: false,
  version: 1,
} as const;
const shown: RunUpShown = {
  runUp: {
    onSale: 'friends',
    version: 3,
    plan: [item],
    risks: [],
    prices: [
      { show: 'King Lear', category: 'Stalls', price: 6500 },
      { show: 'King Lear', category: 'B', price: 4800 },
    ],
    lifts: [],
  },
  reports: reportedChecks.map((check) => report(check)),
  freeze: { v: 1, windows: [{ onSale: 'friends', from: now - hour, until: now + 24 * hour, lifted: [] }] },
  facts: { lineOpened: true, openHouses: ['lear-1'] },
};
const facts: CheckFacts = {
  onSale: 'friends',
  doors: { opensAt, timeZone: 'Europe/London' },
  shown,
  catalogue: { performances: [performance], plans: new Map([['main-1', new Map([['a', 'Stalls']])]]) },
  clockOffMs: -300,
};
const check = (id: CheckId, of: Partial<CheckFacts> = {}, at = now) =>
  checksOf({ ...facts, ...of }, at).find((one) => one.id === id);
const withShown = (of: Partial<RunUpShown>) => ({ shown: { ...shown, ...of } });
const withReport = (of: CheckReport) =>
  withShown({ reports: [...shown.reports.filter((one) => one.check !== of.check), of] });

describe('the checks', () => {
  test('are all green when all is well, and each says what it rests on', () => {
    const checks = checksOf(facts, now);
    expect(checks.filter(({ state }) => state !== 'green')).toEqual([]);
    expect(notGreen(checks)).toBe(0);
    expect(checks).toHaveLength(8 + reportedChecks.length);
  });

  test('say which of them rest on somebody’s word: whatever a person said last', () => {
    const none = withShown({ reports: [] });
    expect(onSomebodysWord(checksOf({ ...facts, ...none }, now))).toEqual([]);
    const said = (check: ReportedCheck, by: 'person' | 'program') => withReport(report(check, { by }));
    expect(onSomebodysWord(checksOf({ ...facts, ...said('drill', 'person') }, now))).toEqual(['drill']);
    expect(onSomebodysWord(checksOf({ ...facts, ...said('fallback', 'person') }, now))).toEqual(['fallback']);
  });

  test('of what nobody said are red, and red stands first', () => {
    const empty = checksOf({ ...facts, ...withShown({ reports: [] }) }, now);
    expect(empty.slice(0, reportedChecks.length).map(({ id, found }) => [id, found])).toEqual(
      reportedChecks.map((id) => [id, 'never']),
    );
    expect(notGreen(empty)).toBe(reportedChecks.length);
  });

  test.each([
    ['trial', 2 * hour],
    ['quotas', 24 * hour],
    ['warm-tables', 24 * hour],
    ['keys', 24 * hour],
    ['mail', 7 * 24 * hour],
    ['certificate', 7 * 24 * hour],
    ['fallback', 3 * hour],
    ['drill', 31 * 24 * hour],
  ] as const)('%s goes red by itself once it is older than %s ms', (id, age) => {
    expect(check(id, withReport(report(id, { happenedAt: now - age })))?.state).toBe('green');
    expect(check(id, withReport(report(id, { happenedAt: now - age - 1 })))).toMatchObject({
      state: 'red',
      found: 'old',
    });
  });

  test('a rehearsal is of today, by the venue’s calendar', () => {
    const midnight = Date.UTC(2027, 1, 27);
    const rehearsed = (happenedAt: number) => check('rehearsal', withReport(report('rehearsal', { happenedAt })));
    expect([rehearsed(midnight)?.state, rehearsed(midnight - 1)?.found]).toEqual(['green', 'old']);
  });

  test('what was said to be bad is red, however new', () => {
    expect(check('drill', withReport(report('drill', { good: false })))).toMatchObject({ state: 'red', found: 'bad' });
  });

  test('of files that could not be read are unknown, and not green', () => {
    const checks = checksOf({ ...facts, catalogue: undefined, clockOffMs: undefined }, now);
    expect(checks.filter(({ state }) => state === 'unknown').map(({ id }) => id)).toEqual([
      'season',
      'plans',
      'prices',
      'houses',
      'clock',
    ]);
    expect(notGreen(checks)).toBe(5);
  });

  test('of season, plans, line and houses are red by what is published', () => {
    const none = { catalogue: { performances: [], plans: new Map() } };
    expect([check('season', none)?.found, check('plans', none)?.found, check('houses', none)?.found]).toEqual([
      'nothing',
      'nothing',
      'nothing',
    ]);
    const noPlan = { catalogue: { performances: [performance], plans: new Map() } };
    expect(check('plans', noPlan)).toMatchObject({ state: 'red', found: 'missing', count: 1 });
    const shut = withShown({ facts: { lineOpened: false, openHouses: [] } });
    expect(check('line', shut)).toMatchObject({ state: 'red', found: 'not-open' });
    expect(check('houses', shut)).toMatchObject({ state: 'red', found: 'shut', count: 1 });
  });

  test('of the freeze: on is green; lifted, later and none are red', () => {
    const [window] = shown.freeze.windows;
    if (!window) throw new Error('There is a window');
    const of = (windows: RunUpShown['freeze']['windows']) => check('freeze', withShown({ freeze: { v: 1, windows } }));
    expect(of([window])).toMatchObject({ state: 'green', at: window.until });
    expect(of([{ ...window, lifted: [{ from: now - 1, until: now + hour }] }])).toMatchObject({
      state: 'red',
      found: 'lifted',
      at: now + hour,
    });
    expect(of([{ ...window, from: now + hour }])).toMatchObject({ state: 'red', found: 'later' });
    expect(of([])).toMatchObject({ state: 'red', found: 'none' });
  });

  test('of the plan: a late row is red, and so is none', () => {
    const late = { ...item, day: 'mon' } as const;
    const of = (plan: RunUpShown['runUp']['plan']) => check('tasks', withShown({ runUp: { ...shown.runUp, plan } }));
    expect(of([late])).toMatchObject({ state: 'red', found: 'late', count: 1 });
    expect(of([{ ...late, done: true }])?.state).toBe('green');
    expect(of([])?.found).toBe('no-plan');
  });

  test('of a clock that is more than two seconds off is red', () => {
    expect([2000, -2000, 2001].map((clockOffMs) => check('clock', { clockOffMs })?.state)).toEqual([
      'green',
      'green',
      'red',
    ]);
  });
});

describe('the brochure', () => {
  const nameOf = (_: string, id: string) => ({ a: 'Stalls' })[id];
  const found = (printed: Parameters<typeof priceDifferences>[0], performances = [performance]) =>
    priceDifferences(printed, performances, nameOf).map((one) => [one.is, one.category, one.printed, one.published]);
  const both = [
    { show: 'king lear', category: 'stalls', price: 6500 },
    { show: 'LEAR', category: 'b', price: 4800 },
  ];

  test('may name shows and categories by name or by id, in any case', () => expect(found(both)).toEqual([]));

  test('differs by a price, a category and a show', () => {
    expect(found([{ ...both[0], price: 6600 } as (typeof both)[0], ...both.slice(1)])).toEqual([
      ['price', 'stalls', 6600, 6500],
    ]);
    expect(found([...both, { show: 'King Lear', category: 'Gods', price: 900 }])).toEqual([
      ['category', 'Gods', 900, undefined],
    ]);
    expect(found([...both, { show: 'Hamlet', category: 'Stalls', price: 900 }])).toEqual([
      ['show', 'Stalls', 900, undefined],
    ]);
    expect(found(both.slice(0, 1))).toEqual([['unprinted', 'b', undefined, 4800]]);
  });

  test('one performance that is dearer than the others is found', () => {
    const dearer = { ...performance, performance: 'lear-2', prices: { a: 7000, b: 4800 } };
    expect(found(both, [performance, dearer])).toEqual([['price', 'stalls', 6500, 7000]]);
  });
});

test('risks stand by severity times chance, the graver first', () => {
  const of = (severity: 'low' | 'medium' | 'high', chance: 'low' | 'medium' | 'high') => ({ severity, chance });
  const sorted = worstFirst([of('low', 'high'), of('high', 'low'), of('high', 'high'), of('medium', 'medium')]);
  expect(sorted.map(badnessOf)).toEqual([9, 4, 3, 3]);
  expect(sorted.map(heatOf)).toEqual(['high', 'medium', 'medium', 'medium']);
  expect(sorted[2]).toEqual(of('high', 'low'));
});
