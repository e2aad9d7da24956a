import { beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { type SeasonDraft, type ShowDraft, seasonDraft } from '../../../../contracts/catalogue.ts';
import { published } from '../../../../contracts/paths.ts';
import { fieldErrors, type Issue } from '../../../../lambdas/foundation/fields.ts';
import { contradictionsIn } from './contradictions-in.ts';
import { performance } from './edits.ts';
import { doors, noon, type SeasonOnSale, season, seasonOnSale } from './season-on-sale.ts';

/* What a newcomer may write into a season, by mistake or to see what happens: refused by its field, or right. */

const day = 86_400_000;
let open: SeasonOnSale;
let files: ReadonlyMap<string, unknown>;

beforeAll(async () => {
  open = await seasonOnSale();
  files = new Map(open.stage.platform.files);
});

beforeEach(() => {
  const { files: now } = open.stage.platform;
  now.clear();
  for (const [path, file] of files) now.set(path, file);
  open.time.now = noon + 60_000;
});

/** As the function takes it: by its form first. */
async function answerTo(given: unknown) {
  const read = seasonDraft.safeParse(JSON.parse(JSON.stringify(given)));
  if (!read.success) return { ok: false as const, errors: fieldErrors(read.error.issues as readonly Issue[]) };
  return open.publish(read.data);
}

/** A show more, that nobody knows yet. */
const hail = (draft: SeasonDraft, more: Partial<ShowDraft> = {}): ShowDraft => ({
  ...(draft.shows[1] as ShowDraft),
  id: 'hail',
  title: 'Hail',
  performances: [{ ...performance(draft, 'calm-2'), id: 'hail-1', startsAt: doors + 80 * day }],
  ...more,
});
const withHail =
  (more: Partial<ShowDraft> = {}) =>
  (draft: SeasonDraft) =>
    void draft.shows.push(hail(draft, more));
const withDate = (more: object) => (draft: SeasonDraft) => {
  draft.shows.push(
    hail(draft, {
      performances: [{ ...performance(draft, 'calm-2'), id: 'hail-1', startsAt: doors + 80 * day, ...more }],
    }),
  );
};
const withOnSale = (more: object) => (draft: SeasonDraft) => void Object.assign(draft.onSales[2] ?? {}, more);

const date = 'shows.2.performances.0';
const refused: readonly [string, (draft: SeasonDraft) => void, string, RegExp][] = [
  ['a season without shows', (s) => void s.shows.splice(0), 'shows', /at least one show/],
  ['a season without on-sales', (s) => void s.onSales.splice(0), 'onSales', /at least one on-sale/],
  ['a show without performances', withHail({ performances: [] }), 'shows.2.performances', /at least one performance/],
  ['a performance that nobody sells', withDate({ onSales: [] }), `${date}.onSales`, /at least one on-sale/],
  [
    'a partner without seats',
    withDate({ allocations: [{ partner: 'bank', seats: [] }] }),
    `${date}.allocations.0.seats`,
    /name at least one seat|leave the partner out/,
  ],
  [
    'a partner twice',
    withDate({
      allocations: [
        { partner: 'bank', seats: ['Stalls-A-1'] },
        { partner: 'bank', seats: ['Stalls-A-2'] },
      ],
    }),
    `${date}.allocations.1.partner`,
    /id of/,
  ],
  [
    'a seat for two partners, by its id and its name',
    withDate({
      allocations: [
        { partner: 'bank', seats: ['Stalls-A-1'] },
        { partner: 'inn', seats: ['stalls, row A, seat 1'] },
      ],
    }),
    `${date}.allocations.1.seats.0`,
    /already/,
  ],
  ['an on-sale twice', withDate({ onSales: ['later', 'later'] }), `${date}.onSales.1`, /too/],
  ['an on-sale of another season', withDate({ onSales: ['winter'] }), `${date}.onSales.0`, /no on-sale "winter"/],
  ['a title of 300 letters', withHail({ title: 'x'.repeat(300) }), 'shows.2.title', /120/],
  ['a title that nobody can see', withHail({ title: '\u200b\u2060' }), 'shows.2.title', /seen/],
  ['a title of emoji', withHail({ title: '🎄🎄' }), 'shows.2.title', /cannot print/],
  ['a time in seconds', withDate({ startsAt: 1_813_948_200 }), `${date}.startsAt`, /milliseconds|later time/],
  ['a time in microseconds', withDate({ startsAt: 1_813_948_200_000_000 }), `${date}.startsAt`, /milliseconds/],
  ['a time that no calendar has', withDate({ startsAt: 8_640_000_000_000_001 }), `${date}.startsAt`, /milliseconds/],
  [
    'doors in microseconds',
    withOnSale({ opensAt: 1_813_948_200_000_000, closesAt: 1_813_948_300_000_000 }),
    'onSales.2.opensAt',
    /milliseconds/,
  ],
  ['a time as text', withDate({ startsAt: '2027-06-24T19:30' }), `${date}.startsAt`, /number/],
  ['half a penny', withDate({ prices: { stalls: 10.5, circle: 1 } }), `${date}.prices.stalls`, /int|whole/],
  ['a price below nothing', withDate({ prices: { stalls: -1, circle: 1 } }), `${date}.prices.stalls`, /0/],
  [
    'a category in other letters, twice',
    withDate({ prices: { stalls: 1, Stalls: 2, circle: 1 } }),
    `${date}.prices.Stalls`,
    /no such category/,
  ],
  ['an offset for a time zone', (s) => void Object.assign(s, { timeZone: '+01:00' }), 'timeZone', /not a time zone/],
  [
    'an abbreviation for a time zone',
    (s) => void Object.assign(s, { timeZone: 'BST' }),
    'timeZone',
    /not a time zone|leave it/,
  ],
  ['a currency that there is not', (s) => void Object.assign(s, { currency: 'XYZ' }), 'currency', /ISO 4217/],
  [
    'two reductions of one name',
    (s) =>
      void Object.assign(s, {
        concessions: [...(s.concessions ?? []), { id: 'young', name: 'under 26 ', percentOff: 10 }],
      }),
    'concessions.1.name',
    /too/,
  ],
  ['a key that is not read', (s) => void Object.assign(s, { colour: 'red' }), 'colour', /not known/],
];
test.each(refused)('%s is refused by its field', async (_what, edit, field, words) => {
  const draft = season(open.plan.id);
  edit(draft);
  const answer = await answerTo(draft);
  const errors = answer.ok ? [] : answer.errors;
  const said = errors.filter((error) => error.field === field).map(({ message }) => message);
  expect(said.join('\n')).toMatch(words);
});

const right: readonly [string, (draft: SeasonDraft) => void][] = [
  ['names from right to left', withHail({ title: 'עוץ לי גוץ לי', venue: 'היכל התרבות', byline: 'مسرحية' })],
  ['a title with signs that turn the letters after it', withHail({ title: '\u202eliaH\u202c', byline: '\u2067x' })],
  [
    'a title over two lines, with a sign that ends strings',
    withHail({ title: 'Hail\r\nand\u0000 Rain', venue: 'Tent\n2' }),
  ],
  ['emoji where no ticket has them', withHail({ byline: '🎄', description: '👩‍👩‍👧‍👦' })],
  ['a note of spaces', withDate({ note: '   ' })],
  ['a note that nobody can see', withDate({ note: '\u200b' })],
  [
    'ids that programs have words for',
    (s) => {
      s.onSales.push({ ...(s.onSales[2] as SeasonDraft['onSales'][number]), id: 'constructor' });
      s.shows.push(
        hail(s, {
          id: 'constructor',
          performances: [
            { ...performance(s, 'calm-2'), id: 'prototype', startsAt: doors + 80 * day, onSales: ['constructor'] },
          ],
        }),
      );
    },
  ],
  ['a time in the hour that the clocks repeat', withDate({ startsAt: Date.UTC(2027, 9, 31, 1, 15) })],
  ['a time in the first hour of it', withDate({ startsAt: Date.UTC(2027, 9, 31, 0, 15) })],
  ['a time on the day that clocks are put forward', withDate({ startsAt: Date.UTC(2028, 2, 26, 1, 0) })],
  [
    'a partner with every seat',
    (s) => {
      const seats = open.plan.sections.flatMap(({ rows }) => rows.flatMap((row) => row.seats.map(({ id }) => id)));
      withDate({ allocations: [{ partner: 'bank', seats }] })(s);
    },
  ],
  ['no allocation', withDate({ allocations: [] })],
  ['a price of nothing', withDate({ prices: { stalls: 0, circle: 0 } })],
  ['two shows of one title', withHail({ title: 'The Calm' })],
];
describe('published, and right', () => {
  test.each(right)('%s', async (what, edit) => {
    const draft = season(open.plan.id);
    edit(draft);
    // A house stays open, and the next test has another one.
    const [date] = draft.shows[2]?.performances ?? [];
    if (date?.id === 'hail-1') date.id = `hail-of-${right.findIndex(([one]) => one === what)}`;
    expect(await answerTo(draft)).toMatchObject({ ok: true });
    expect(await contradictionsIn(open)).toEqual([]);
    const added = draft.shows[2]?.performances[0]?.id ?? '';
    expect(await open.openHouse(added)).toMatchObject({ ok: true });
    expect(await contradictionsIn(open)).toEqual([]);
    // Nothing of it contradicts itself.
    expect(await answerTo(draft)).toMatchObject({ ok: true });
  });

  test('a title is one line, and turns nothing that comes after it', async () => {
    const draft = season(open.plan.id);
    withHail({ title: '\u202eHail\r\nand\u0000 Rain' })(draft);
    await answerTo(draft);
    expect(open.stage.platform.files.get(published.show('hail'))).toMatchObject({ title: 'Hail and Rain' });
  });
});
