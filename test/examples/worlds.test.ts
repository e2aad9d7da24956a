import { describe, expect, test } from '@jest/globals';
import type { SeasonDraft } from '../../contracts/catalogue.ts';
import { languages } from '../../contracts/languages.ts';
import { lineOpening } from '../../contracts/line-operation.ts';
import { generators } from '../../examples/plans/generate.ts';
import { readRoster, readWorld } from '../../examples/read-world.ts';
import { draftOf, lineOf } from '../../examples/season.ts';
import { WorldProblem } from '../../examples/world.ts';
import { readPlan } from '../../lambdas/catalogue/read-plan.ts';
import { faultsOfSeason } from '../../lambdas/catalogue/season-faults.ts';
import { ownTextIn } from '../../rules/own-text.ts';

const loadedAt = Date.UTC(2026, 10, 21, 20, 0, 0);
const { world: festival } = await readWorld('festival');
const { world: arena } = await readWorld('arena');

const planNames = ['thrust', 'studio', 'arena'] as const;
const plans = Object.fromEntries(
  planNames.map((name) => {
    const { seed } = { ...festival.plans, ...arena.plans }[name] as { seed: number };
    const read = readPlan(generators[name](seed));
    if (!read.ok) throw new Error(name);
    return [name, read.plan];
  }),
);
const ids = Object.fromEntries(Object.entries(plans).map(([name, plan]) => [name, plan.id]));
const published = new Map(Object.values(plans).map((plan) => [plan.id, plan]));

function loaded(world: typeof festival, at = loadedAt, more = {}) {
  const draft = draftOf(world, ids, { loadedAt: at, ...more });
  return { draft, faults: faultsOfSeason(draft, published) };
}

const performancesOf = ({ shows }: SeasonDraft) => shows.flatMap(({ performances }) => performances);

/** Of WCAG 2: how much lighter one of two colours is. */
function contrast(a: string, b: string): number {
  const light = (color: string) => {
    const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
      const part = Number.parseInt(color.slice(at, at + 2), 16) / 255;
      return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05;
  };
  const [one, other] = [light(a), light(b)];
  return Math.max(one, other) / Math.min(one, other);
}

describe.each([
  ['festival', await readWorld('festival')],
  ['arena', await readWorld('arena')],
])('%s', (_name, found) => {
  const { world } = found;
  const { draft, faults } = loaded(world);

  test('is a season the catalogue publishes and lines the waiting room opens', () => {
    expect(faults).toEqual([]);
    // Also where cards are taken, whose company takes no charge below a least one.
    expect(faultsOfSeason(draft, published, ['box-office', 'stripe'])).toEqual([]);
    for (const onSale of draft.onSales) expect(lineOpening.safeParse(lineOf(onSale)).error).toBeUndefined();
  });

  test('names rosters that it has, in every tier', () => {
    for (const { entry, roster } of world.onSales.flatMap(({ later = [], ...first }) => [first, ...later]))
      expect(Object.keys(world.rosters ?? {}).includes(roster ?? '')).toBe(entry === 'members');
  });

  test('gives no member number to two people, of whatever roster', async () => {
    const rosters = await Promise.all(Object.values(world.rosters ?? {}).map((one) => readRoster(found, one)));
    const postcodes = new Map<string, string>();
    for (const { member, postcode } of rosters.flat()) {
      expect(postcodes.get(member) ?? postcode).toBe(postcode);
      postcodes.set(member, postcode);
    }
  });

  test('has posters that can be read', () => {
    for (const { id, poster } of draft.shows)
      expect([id, contrast(poster.ink, poster.paper) >= 4.5]).toEqual([id, true]);
  });

  test('opens the first doors two minutes after loading, or when asked', () => {
    expect(draft.onSales[0]?.opensAt).toBe(loadedAt + 120_000);
    expect(loaded(world, loadedAt, { doorsIn: 'PT5S' }).draft.onSales[0]?.opensAt).toBe(loadedAt + 5000);
  });

  test('has houses of its own under a suffix', () => {
    const { draft: other, faults } = loaded(world, loadedAt, { suffix: 'r1' });
    expect(faults).toEqual([]);
    const ids = (season: SeasonDraft) => [
      season.id,
      ...season.onSales.map(({ id }) => id),
      ...season.shows.map(({ id }) => id),
      ...performancesOf(season).map(({ id }) => id),
    ];
    expect(ids(other)).toEqual(ids(draft).map((id) => `${id}-r1`));
    expect(other.onSales[0]?.roster).toBe(draft.onSales[0]?.roster);
  });

  test.each(['2026-01-01', '2026-04-20', '2026-09-30', '2027-12-31', '2031-05-03'])(
    'loaded on %s, is still to come',
    (day) => {
      const at = Date.parse(day);
      const { draft, faults } = loaded(world, at);
      expect(faults).toEqual([]);
      const times = performancesOf(draft).map(({ startsAt }) => startsAt);
      expect(Math.min(...times)).toBeGreaterThanOrEqual(at + 21 * 86_400_000);
      expect(Math.min(...times)).toBeLessThan(at + 420 * 86_400_000);
      for (const { opensAt, closesAt } of draft.onSales)
        expect([opensAt < closesAt, closesAt > at]).toEqual([true, true]);
    },
  );

  test('a stage has one show at a time', () => {
    for (const venue of new Set(draft.shows.map(({ venue }) => venue))) {
      const times = draft.shows
        .filter((show) => show.venue === venue)
        .flatMap(({ performances }) => performances.map(({ startsAt }) => startsAt))
        .sort((a, b) => a - b);
      for (const [n, time] of times.slice(1).entries())
        expect(time - (times[n] ?? 0)).toBeGreaterThanOrEqual(4 * 3_600_000);
    }
  });
});

test.each([
  ['festival', festival],
  ['arena', arena],
  ['stadium', (await readWorld('stadium')).world],
])('%s answers what only its venue can, in the languages of its fans', (_name, world) => {
  for (const { answers = [] } of draftOf(world, {}, { loadedAt }).onSales) {
    expect(answers.length).toBeGreaterThan(0);
    // The first is in every language, and each of its texts is a text of its own.
    const [{ question, text } = { question: '', text: '' }] = answers;
    for (const said of [question, text])
      expect(new Set(languages.map((one) => ownTextIn(said, one).text)).size).toBe(languages.length);
  }
});

test('the examples have every way in: members, an e-mail address, everyone, and tiers of them', () => {
  const tiered = loaded(festival).draft.onSales.find(({ later }) => later);
  expect([tiered?.entry, ...(tiered?.later ?? []).map(({ entry }) => entry)]).toEqual(['members', 'members', 'email']);
  const entries = [festival, arena].flatMap(({ onSales }) => onSales.map(({ entry }) => entry));
  expect([...new Set(entries)].sort()).toEqual(['email', 'members', 'open']);
  // A rehearsal and the printed member go by these.
  expect(festival.onSales[0]).toMatchObject({ id: 'friends', entry: 'members', roster: 'friends' });
  expect(Object.keys(festival.rosters ?? {})[0]).toBe('friends');
  const first = loaded(festival).draft.onSales.toSorted((a, b) => a.opensAt - b.opensAt)[0];
  expect(first?.id).toBe('friends');
});

test('festival: eleven shows, some 250 performances, in two houses', () => {
  const { draft } = loaded(festival);
  expect(draft.shows).toHaveLength(11);
  expect(Math.abs(performancesOf(draft).length - 250)).toBeLessThanOrEqual(10);
  expect(new Set(performancesOf(draft).map(({ plan }) => plan)).size).toBe(2);
  expect(performancesOf(draft).filter(({ note }) => note === 'Captioned').length).toBeGreaterThanOrEqual(8);
  const [first] = draft.shows[0]?.performances ?? [];
  expect(first).toMatchObject({
    id: 'lanternmaker-0503-1930',
    note: 'Preview',
    prices: festival.prices['theatre-preview'],
  });
});

test('festival: reduced prices, seats behind pillars, a bench without numbers, seats set aside, seats given back', () => {
  const { draft } = loaded(festival);
  expect(draft.concessions?.map(({ id }) => id)).toEqual(['under-26', 'senior', 'companion']);
  expect(draft.onSales.map(({ returnHours }) => returnHours)).toEqual([48, 48, undefined]);
  const aside = performancesOf(draft).filter(({ allocations }) => allocations);
  expect(aside.map(({ id, note }) => [id.split('-')[0], note])).toEqual([['tidewrack', 'Press night']]);
  const sections = Object.values(plans).flatMap((plan) => plan.sections);
  expect(sections.map(({ kind }) => kind)).toContain('unreserved');
  const views = sections.flatMap(({ rows }) => rows.flatMap(({ seats }) => seats.filter(({ view }) => view)));
  expect(views).toHaveLength(16);
  expect(views.filter(({ access }) => access)).toEqual([]);
});

test('arena: four concerts', () => {
  expect(performancesOf(loaded(arena).draft)).toHaveLength(4);
});

describe('a world with a fault says where', () => {
  test.each([
    ['a moment', { onSales: [{ ...festival.onSales[0], opensAt: 'soon' }] }, 'onSales.0.opensAt: "soon"'],
    [
      'prices',
      {
        shows: [
          {
            ...festival.shows[0],
            performances: [{ days: ['05-03'], at: ['19:30'], plan: 'thrust', prices: 'gratis' }],
          },
        ],
      },
      'shows.0.performances.0.prices: the world has no prices "gratis"',
    ],
    [
      'a day',
      {
        year: 2027,
        shows: [
          {
            ...festival.shows[0],
            performances: [{ days: ['02-30'], at: ['19:30'], plan: 'thrust', prices: 'theatre' }],
          },
        ],
      },
      'shows.0.performances.0.days.0: 2027 has no day 02-30',
    ],
  ])('%s', (_what, change, message) => {
    expect(() => loaded({ ...festival, ...change } as typeof festival)).toThrow(message);
  });

  test('that is not there, or is no world', async () => {
    await expect(readWorld('atlantis')).rejects.toThrow(WorldProblem);
    await expect(readWorld('examples')).rejects.toThrow(/There is no world/);
    await expect(readWorld('package.json')).rejects.toThrow(/is not a world:\n {2}/);
    await expect(readWorld('README.md')).rejects.toThrow(WorldProblem);
  });
});
