import { describe, expect, test } from '@jest/globals';
import type { SeasonDraft } from '../../../contracts/catalogue.ts';
import { categoryIdOf } from '../../../lambdas/catalogue/plan-faults.ts';
import { publishSeason, type SeasonShelf } from '../../../lambdas/catalogue/publish-season.ts';
import { readPlan } from '../../../lambdas/catalogue/read-plan.ts';
import { performanceOf, showOf } from '../../../lambdas/catalogue/season-files.ts';
import { layoutOf, rowOf, zoneOf } from './layouts.ts';
import { draft, plan } from './season.ts';

/* What no ticket can print is named when it is published, by field and sign. Other scripts than Latin are no fault. */

function shelf(more: Partial<SeasonShelf> = {}): SeasonShelf {
  const nothing = async () => undefined;
  return {
    begin: async () => true,
    end: nothing,
    readPlan: async () => plan,
    readSeason: nothing,
    readShow: nothing,
    readPerformance: nothing,
    readOpenHouses: nothing,
    readActs: async () => undefined,
    readLine: nothing,
    readBoard: nothing,
    publishPerformance: nothing,
    keepAllocations: nothing,
    publishShow: nothing,
    publishSeason: nothing,
    publishText: nothing,
    ...more,
  };
}

function retitled(change: Partial<SeasonDraft['shows'][number]>): SeasonDraft {
  const season = draft();
  return { ...season, shows: season.shows.map((show, n) => (n === 0 ? { ...show, ...change } : show)) };
}

async function faultsOf(season: SeasonDraft, more?: Partial<SeasonShelf>): Promise<readonly string[]> {
  const said = await publishSeason(shelf(more), season, 1);
  return said.ok ? [] : said.errors.map(({ field, message }) => `${field}: ${message}`);
}

describe('a season', () => {
  test.each([
    '紅樓夢 Dream of the Red Chamber',
    'ليلة أم كلثوم',
    'הדיבוק',
    'रामलीला',
    '심청가',
    '仮名手本忠臣蔵',
    'Ẹ̀kọ́ — “¿Qué?” №½ ♥ ★ ❤️',
    'ქართული Ἀνδρομάχη Ґудзик',
  ])('may be called %s', async (title) => {
    expect(await faultsOf(retitled({ title, venue: title }))).toEqual([]);
  });

  test.each([
    ['🎄 Cinders', '🎄 (U+1F384)'],
    ['👩‍👩‍👧 Family', '👩‍👩‍👧 (U+1F469 U+200D U+1F469 U+200D U+1F467)'],
    ['ᚠᚢᚦ', 'ᚠ (U+16A0), ᚢ (U+16A2), ᚦ (U+16A6)'],
    // Fonts have the letters and fonts have the marks; no font has both.
    ['國̲ 國', '國̲ (U+570B U+0332)'],
    ['ก̲ and F̤͛', 'ก̲ (U+0E01 U+0332), F̤͛ (U+0046 U+0324 U+035B)'],
    ['ה̱', 'ה̱ (U+05D4 U+0331)'],
  ])('may not be called %s', async (title, named) => {
    const said = `tickets cannot print ${named}: leave it out here, or write it in words. Descriptions and notes may have it`;
    expect(await faultsOf(retitled({ title }))).toEqual([`shows.0.title: ${said}`]);
    expect(await faultsOf(retitled({ venue: title }))).toEqual([`shows.0.venue: ${said}`]);
    expect(await faultsOf({ ...draft(), concessions: [{ id: 'x', name: title, percentOff: 10 }] })).toEqual([
      `concessions.0.name: ${said}`,
    ]);
  });

  test('names the hall of one performance, which its tickets print', async () => {
    const season = draft();
    const [show] = season.shows;
    const performances = show?.performances.map((one, n) => (n === 0 ? { ...one, venue: 'Halle 🎄' } : one)) ?? [];
    expect(await faultsOf(retitled({ performances }))).toEqual([
      expect.stringMatching(/^shows\.0\.performances\.0\.venue: tickets cannot print 🎄/),
    ]);
  });

  test('may say in pages what no ticket prints', async () => {
    expect(await faultsOf(retitled({ byline: '🎭', description: '🎄' }))).toEqual([]);
  });

  test('keeps what is published: it is on tickets already', async () => {
    const season = retitled({ title: '🎄 Cinders' });
    const [show] = season.shows;
    const [performance] = show?.performances ?? [];
    if (!show || !performance) throw new Error('A season has shows');
    const onlyShow = { readShow: async () => showOf(season, show), readSeason: async () => undefined };
    expect(await faultsOf(season, onlyShow)).toHaveLength(1);
    const file = performanceOf(season, show, performance);
    expect(await faultsOf(season, { readPerformance: async (id) => (id === file.id ? file : undefined) })).toEqual([]);
  });

  test('prices a category by its name as well as by its id', async () => {
    const named = { ...plan, categories: [{ id: categoryIdOf('Партер'), name: 'Партер', color: '#112233' }] };
    const season = draft();
    const shows = season.shows.map((show) => ({
      ...show,
      performances: show.performances.map((one) => ({ ...one, prices: { Партер: 5000 } })),
    }));
    const written: unknown[] = [];
    const said = await publishSeason(
      shelf({
        readPlan: async () => named,
        publishPerformance: async ({ prices }) => {
          written.push(prices);
        },
      }),
      { ...season, shows },
      1,
    );
    expect(said).toMatchObject({ ok: true });
    expect(written[0]).toEqual({ [categoryIdOf('Партер')]: 5000 });
  });
});

describe('a plan', () => {
  test('is told of sections, rows and seats that no ticket can print', () => {
    const row = rowOf('x', '🎻', 1, 0);
    const seats = row.seats.map((seat) => ({ ...seat, seat_number: '1🎺' }));
    const read = readPlan(layoutOf([zoneOf('🎪 Tent', { zone_id: 'tent', rows: [{ ...row, seats }] })]));
    expect(read.ok ? [] : read.errors.map(({ field }) => field)).toEqual([
      'zones.0.name',
      'zones.0.rows.0.row_number',
      'zones.0.rows.0.seats.0.seat_number',
    ]);
  });

  test('may name its categories as it likes: they are on no ticket', () => {
    const categories = [{ name: 'Stalls' }, { name: '⭐ 🎖 1' }];
    expect(readPlan(layoutOf([zoneOf('楽屋')], { categories })).ok).toBe(true);
  });
});
