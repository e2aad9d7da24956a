import { beforeEach, describe, expect, test } from '@jest/globals';
import type { PerformanceFile, Season, SeasonDraft } from '../../../contracts/catalogue.ts';
import type { LineFile } from '../../../contracts/line.ts';
import { publishedPages } from '../../../contracts/pages.ts';
import { published } from '../../../contracts/paths.ts';
import { publishSeason } from '../../../lambdas/catalogue/publish-season.ts';
import { openShelf } from '../../../lambdas/catalogue/shelf.ts';
import type { FilesByPath } from '../../../lambdas/foundation/aws.gateway.ts';
import { houseTwin } from '../../../lambdas/seating/house/house.twin.ts';
import { readOnSales } from '../../../lambdas/seating/house/on-sale-performances.ts';
import { openHouse } from '../../../lambdas/seating/house/open-house.ts';
import { filesIn } from '../../files-in.ts';
import { plan, draft as usual } from './season.ts';

/*
 * A season that is edited while its house is open, its line live and its orders unfinished: refused, or right. Long because
 * every field of a season is edited once.
 */

const hour = 3_600_000;
/** Doors of the Friends' line; the public one opens two days later. */
const doors = Date.UTC(2026, 11, 1, 9);
const noon = doors + 3 * hour;
const laterDoors = doors + 24 * hour;

const otherPlan = { ...plan, id: 'playhouse-ba9876543210' };

/** A season of Friends in three tiers, and of a public on-sale that is not open yet. */
function draft(): SeasonDraft {
  const season = usual();
  const [friends, everyone] = season.onSales;
  Object.assign(friends ?? {}, {
    opensAt: doors,
    closesAt: doors + 48 * hour,
    returnHours: 48,
    tier: { id: 'patrons', name: 'Patrons' },
    later: [{ id: 'friends', name: 'Friends', entry: 'email', opensAt: laterDoors }],
  });
  Object.assign(everyone ?? {}, { opensAt: doors + 60 * hour, closesAt: doors + 90 * hour });
  const [first] = season.shows[0]?.performances ?? [];
  Object.assign(first ?? {}, { allocations: [{ partner: 'bank', seats: ['s-3'] }] });
  const under26 = { id: 'under-26', name: 'Under 26', percentOff: 50 };
  return Object.assign(season, { concessions: [under26] });
}

let bucket: Map<string, unknown>;
const shelf = () => openShelf(filesIn(bucket));
const publish = (season: SeasonDraft, now = noon) => publishSeason(shelf(), season, now);
const change = (edit: (season: SeasonDraft) => void): SeasonDraft => {
  const season = draft();
  edit(season);
  return season;
};
const onSaleOf = (season: SeasonDraft, at = 0) => season.onSales[at] as SeasonDraft['onSales'][number];
const showOf = (season: SeasonDraft, at = 0) => season.shows[at] as SeasonDraft['shows'][number];
/** `storm-1`. */
const first = (season: SeasonDraft) =>
  showOf(season).performances[0] as SeasonDraft['shows'][number]['performances'][number];

function lineFile(): LineFile {
  const { title, opensAt, closesAt, entry, tier, later = [] } = onSaleOf(draft());
  const tiers = [{ ...tier, entry, opensAt }, ...later].map((one, round) => ({ ...one, round }));
  return { v: 2, onSale: 'friends', title, opensAt, closesAt, entry, tiers } as unknown as LineFile;
}

async function open(...performances: readonly string[]): Promise<void> {
  const answer = await openHouse(
    { store: houseTwin(), files: filesIn(bucket) },
    { performances: [...performances] },
    doors - 24 * hour,
  );
  if (!answer.ok) throw new Error(answer.detail);
}

beforeEach(async () => {
  bucket = new Map<string, unknown>([
    [published.plan(plan.id), plan],
    [published.plan(otherPlan.id), otherPlan],
  ]);
  expect(await publish(draft(), doors - 25 * hour)).toMatchObject({ ok: true });
  await open('storm-1', 'storm-2');
  bucket.set(published.line('friends'), lineFile());
});

describe('while the house is open, the line live and orders unfinished', () => {
  test('the same season is published again, and nothing changes', async () => {
    // A page says what may be bought by the time of its publication.
    const facts = () => JSON.stringify([...bucket].filter(([path]) => !path.startsWith(`/${publishedPages}/`)));
    const before = facts();
    expect(await publish(draft())).toMatchObject({ ok: true });
    expect(facts()).toBe(before);
  });

  const refusals: readonly [string, (season: SeasonDraft) => void, string, string][] = [
    ['another plan', (s) => Object.assign(first(s), { plan: otherPlan.id }), 'shows.0.performances.0.plan', plan.id],
    [
      'another day',
      (s) => Object.assign(first(s), { startsAt: first(s).startsAt + 24 * hour }),
      'shows.0.performances.0.startsAt',
      'tickets',
    ],
    ['another hall', (s) => Object.assign(showOf(s), { venue: 'Tent' }), 'shows.0.venue', 'Playhouse'],
    ['another title', (s) => Object.assign(showOf(s), { title: 'The Calm' }), 'shows.0.title', 'The Storm'],
    [
      'another show',
      (s) => {
        const [moved] = showOf(s).performances.splice(0, 1);
        if (moved) showOf(s, 1).performances.push(moved);
      },
      'shows.1.performances.1.id',
      'storm',
    ],
    ['another currency', (s) => Object.assign(s, { currency: 'EUR' }), 'currency', 'GBP'],
    ['another time zone', (s) => Object.assign(s, { timeZone: 'Europe/Berlin' }), 'timeZone', 'Europe/London'],
    [
      'a note that fans bought for',
      (s) => Object.assign(first(s), { note: 'Signed' }),
      'shows.0.performances.0.note',
      'Captioned',
    ],
    [
      'a note that goes',
      (s) => Object.assign(first(s), { note: undefined }),
      'shows.0.performances.0.note',
      'Captioned',
    ],
    [
      'other seats set aside',
      (s) => Object.assign(first(s), { allocations: [{ partner: 'bank', seats: ['s-1'] }] }),
      'shows.0.performances.0.allocations',
      'set aside then is: Stalls, row A, seat 3:',
    ],
    [
      'seats no longer set aside',
      (s) => Object.assign(first(s), { allocations: [] }),
      'shows.0.performances.0.allocations',
      'set aside then is: Stalls, row A, seat 3:',
    ],
    [
      'one more on-sale',
      (s) => Object.assign(first(s), { onSales: ['friends', 'public'] }),
      'shows.0.performances.0.onSales',
      'friends',
    ],
    [
      'another on-sale',
      (s) => Object.assign(first(s), { onSales: ['public'] }),
      'shows.0.performances.0.onSales',
      'friends',
    ],
    [
      'a higher price',
      (s) => Object.assign(first(s).prices, { stalls: 6000 }),
      'shows.0.performances.0.prices.stalls',
      '5000',
    ],
    [
      'a lower price',
      (s) => Object.assign(first(s).prices, { circle: 1 }),
      'shows.0.performances.0.prices.circle',
      '3000',
    ],
    [
      'a smaller reduction',
      (s) => Object.assign(s.concessions?.[0] ?? {}, { percentOff: 10 }),
      'shows.0.performances.0.concessions',
      'Under 26',
    ],
    ['no reductions', (s) => Object.assign(s, { concessions: [] }), 'shows.0.performances.0.concessions', 'Under 26'],
    [
      'a reduction that holds here no longer',
      (s) => Object.assign(first(s), { concessions: [] }),
      'shows.0.performances.0.concessions',
      'Under 26',
    ],
    ['fewer seats a fan', (s) => Object.assign(onSaleOf(s), { seatsPerFan: 2 }), 'onSales.0.seatsPerFan', '8'],
    ['shorter holds', (s) => Object.assign(onSaleOf(s), { holdMinutes: 5 }), 'onSales.0.holdMinutes', '10'],
    [
      'fewer asks',
      (s) => Object.assign(onSaleOf(s), { asks: { atOnce: 5, perMinute: 5, undecided: 2 } }),
      'onSales.0.asks',
      'none',
    ],
    [
      'a shorter right to give back',
      (s) => Object.assign(onSaleOf(s), { returnHours: 72 }),
      'onSales.0.returnHours',
      '48',
    ],
    [
      'no right to give back',
      (s) => Object.assign(onSaleOf(s), { returnHours: undefined }),
      'onSales.0.returnHours',
      '48',
    ],
    ['another name of the line', (s) => Object.assign(onSaleOf(s), { title: 'Members' }), 'onSales.0.title', 'Friends'],
    [
      'later doors',
      (s) => Object.assign(onSaleOf(s), { opensAt: doors + hour }),
      'onSales.0.opensAt',
      '2026-12-01T09:00:00Z',
    ],
    [
      'an earlier end',
      (s) => Object.assign(onSaleOf(s), { closesAt: doors + 30 * hour }),
      'onSales.0.closesAt',
      '2026-12-03T09:00:00Z',
    ],
    [
      'another entry',
      (s) => Object.assign(onSaleOf(s), { entry: 'open', roster: undefined }),
      'onSales.0.entry',
      'members',
    ],
    [
      'another first tier',
      (s) => Object.assign(onSaleOf(s), { tier: { id: 'patrons', name: 'Sponsors' } }),
      'onSales.0.tier',
      'Patrons',
    ],
    [
      'later doors of a tier',
      (s) => Object.assign(onSaleOf(s).later?.[0] ?? {}, { opensAt: laterDoors + 1000 }),
      'onSales.0.later',
      '2026-12-02T09:00:00Z',
    ],
    [
      'no tiers',
      (s) => Object.assign(onSaleOf(s), { tier: undefined, later: undefined }),
      'onSales.0.later',
      'Friends',
    ],
    [
      'a season without the performance',
      (s) => void showOf(s).performances.splice(0, 1),
      'shows',
      'storm-1 is left out, and its house is open',
    ],
    ['a season without the show', (s) => void s.shows.splice(0, 1), 'shows', 'is left out, and its house is open'],
    [
      'a season without the line',
      (s) => {
        s.onSales.splice(0, 1);
        for (const show of s.shows) for (const performance of show.performances) performance.onSales = ['public'];
      },
      'onSales',
      '"friends" is left out',
    ],
    [
      'another season with a show of the same id, without the performance',
      (s) => {
        Object.assign(s, { id: 'winter' });
        showOf(s).performances.splice(0, 1);
      },
      'shows.0.id',
      '"storm" is a show of the season "summer", and the house of its date storm-1 is open: use another id, or list that date here as well',
    ],
  ];
  test.each(refusals)('%s is refused by its field, with what stands', async (_what, edit, field, stands) => {
    const before = JSON.stringify([...bucket]);
    const answer = await publish(change(edit));
    if (answer.ok) throw new Error('was published');
    const fault = answer.errors.find((error) => error.field === field);
    expect(fault?.message ?? answer.errors).toContain(stands);
    expect(fault?.message).toMatch(/leave|use another id|publish it/);
    expect(answer.detail).toContain(field);
    expect(JSON.stringify([...bucket])).toBe(before);
  });

  const free: readonly [string, (season: SeasonDraft) => void][] = [
    ['the words of the season', (s) => Object.assign(s, { title: 'Midsummer', venue: 'The Playhouse' })],
    ['the words of a show', (s) => Object.assign(showOf(s), { byline: 'by X', description: 'New.' })],
    ['its poster', (s) => Object.assign(showOf(s), { poster: { ink: '#111111', paper: '#eeeeee' } })],
    ['a note where there was none', (s) => Object.assign(showOf(s).performances[1] ?? {}, { note: 'Signed' })],
    ['the people of an on-sale, in words', (s) => Object.assign(onSaleOf(s), { audienceName: 'Friends and family' })],
    ['a longer right to give back', (s) => Object.assign(onSaleOf(s), { returnHours: 24 })],
    ['whose seats are set aside', (s) => Object.assign(first(s).allocations?.[0] ?? {}, { partner: 'brewery' })],
    ['doors of a line that is not open', (s) => Object.assign(onSaleOf(s, 1), { opensAt: doors + 61 * hour })],
    ['rules of an on-sale without a house', (s) => Object.assign(onSaleOf(s, 1), { seatsPerFan: 2, holdMinutes: 3 })],
    [
      'all of a performance whose house is shut',
      (s) =>
        Object.assign(showOf(s, 1).performances[0] ?? {}, {
          plan: otherPlan.id,
          startsAt: doors + 5 * hour,
          prices: { stalls: 7, circle: 8 },
        }),
    ],
    ['no performance whose house is shut', (s) => void s.shows.splice(1, 1)],
    ['one more on-sale', (s) => s.onSales.push({ ...onSaleOf(s, 1), id: 'returns' })],
    ['another id of the season', (s) => Object.assign(s, { id: 'midsummer' })],
  ];
  test.each(free)('%s: published, and the open house is as it was', async (_what, edit) => {
    const house = () => {
      const { note: _free, onSales, ...file } = bucket.get(published.performance('storm-2')) as PerformanceFile;
      return { ...file, onSales: onSales.map(({ returnHours: _longer, ...rules }) => rules) };
    };
    const before = house();
    expect(await publish(change(edit))).toMatchObject({ ok: true });
    expect(house()).toEqual(before);
  });

  test('text that was published before names were one line each is the same', async () => {
    const path = published.performance('storm-1');
    const before = bucket.get(path) as PerformanceFile;
    const concessions = before.concessions?.map((one) => ({ ...one, note: ' bring\na card ' }));
    bucket.set(path, { ...before, note: ' Captioned\n', title: 'The\u202a Storm', concessions });
    const season = change((s) => Object.assign(s.concessions?.[0] ?? {}, { note: 'bring a card' }));
    bucket.set(published.performance('storm-2'), {
      ...(bucket.get(published.performance('storm-2')) as object),
      concessions,
    });
    expect(await publish(season)).toMatchObject({ ok: true });
    expect(bucket.get(path)).toMatchObject({ note: 'Captioned', title: 'The Storm' });
  });

  test('a date is added to the live line', async () => {
    const added = change((s) => {
      showOf(s).performances.push({ ...first(s), id: 'storm-3', startsAt: first(s).startsAt + hour, allocations: [] });
    });
    expect(await publish(added)).toMatchObject({ ok: true, performances: 4 });
    await open('storm-3');
    expect(bucket.get(published.openHouses())).toMatchObject({
      onSales: { friends: ['storm-1', 'storm-2', 'storm-3'] },
    });
    expect(await publish(added)).toMatchObject({ ok: true });
  });

  test('every field that is wrong is named at once', async () => {
    const answer = await publish(
      change((s) => {
        Object.assign(first(s), { plan: otherPlan.id, startsAt: doors });
        Object.assign(onSaleOf(s), { seatsPerFan: 1 });
        Object.assign(s, { timeZone: 'Europe/Nowhere' });
      }),
    );
    const fields = answer.ok ? [] : answer.errors.map(({ field }) => field);
    expect(fields).toEqual(
      expect.arrayContaining([
        'timeZone',
        'onSales.0.seatsPerFan',
        'shows.0.performances.0.plan',
        'shows.0.performances.0.startsAt',
      ]),
    );
  });
});

describe('when the sale is over', () => {
  const dearer = () => change((s) => Object.assign(first(s).prices, { stalls: 6000 }));

  test('prices may change two minutes before the doors and twelve hours after the end, not between', async () => {
    expect(await publish(dearer(), doors - 2 * 60_000)).toMatchObject({ ok: false });
    expect(await publish(dearer(), doors + 48 * hour + 12 * hour - 1)).toMatchObject({ ok: false });
    expect(await publish(dearer(), doors + 48 * hour + 12 * hour)).toMatchObject({ ok: true });
    expect(await publish(draft(), doors - 2 * 60_000 - 1)).toMatchObject({ ok: true });
  });

  test('a line may be left out twelve hours after its end, a performance a day after it began', async () => {
    const rest = change((s) => {
      s.onSales.splice(0, 1);
      s.shows.splice(0, 1);
      for (const one of showOf(s).performances) one.onSales = ['public'];
    });
    const [before, after] = [2_000_000_100_000 + 24 * hour - 1, 2_000_000_100_000 + 24 * hour];
    expect(await publish(rest, before)).toMatchObject({ ok: false, errors: [{ field: 'shows' }] });
    expect(await publish(rest, after)).toMatchObject({ ok: true });
  });
});

describe('another season, while a line is live', () => {
  const winter = (edit: (season: SeasonDraft) => void = () => {}) =>
    change((s) => {
      Object.assign(s, { id: 'winter', title: 'Winter', currency: 'EUR', timeZone: 'Europe/Berlin', concessions: [] });
      s.onSales.splice(0, 1);
      s.shows.splice(0, 1);
      Object.assign(showOf(s), {
        id: 'frost',
        performances: [{ ...first(usual()), id: 'frost-1', onSales: ['public'] }],
      });
      edit(s);
    });
  const seasonNow = () => bucket.get(published.season()) as Season;

  test('is published, and what is open of the one before stays on show in its own currency and time', async () => {
    const before = bucket.get(published.performance('storm-1'));
    expect(await publish(winter())).toMatchObject({ ok: true });
    const { title, currency, shows, onSales } = seasonNow();
    expect({ title, currency }).toEqual({ title: 'Winter', currency: 'EUR' });
    // The house of the last was never opened, but a line that is open sells it.
    expect(shows.map(({ id, season }) => [id, season])).toEqual([
      ['frost', undefined],
      ['storm', 'summer'],
      ['calm', 'summer'],
    ]);
    expect(shows[1]).toMatchObject({ currency: 'GBP', timeZone: 'Europe/London', title: 'The Storm' });
    expect(onSales.map(({ id, season }) => [id, season])).toEqual([
      ['public', undefined],
      ['friends', 'summer'],
    ]);
    expect(bucket.get(published.performance('storm-1'))).toEqual(before);
  });

  test('its seats are counted as before, by the times that its line promised', async () => {
    const files = filesIn(bucket);
    const live = async () => (await readOnSales(files.read)).find(({ onSale }) => onSale === 'friends');
    const before = await live();
    expect(before).toEqual({
      onSale: 'friends',
      opensAt: doors,
      closesAt: doors + 48 * hour,
      // The last has no house that is open, and counts nothing.
      performances: ['storm-2', 'storm-1', 'calm-1'],
    });
    await publish(winter());
    expect(await live()).toEqual(before);
    // Also if a season says nothing of it, as one that was published before seasons were checked.
    bucket.set(published.season(), { ...seasonNow(), shows: [], onSales: [] });
    expect((await live())?.performances.toSorted()).toEqual(['storm-1', 'storm-2']);
  });

  test('published again, and edited, keeps what it carries; the first one comes back whole', async () => {
    await publish(winter());
    const carried = JSON.stringify(seasonNow());
    expect(await publish(winter())).toMatchObject({ ok: true });
    expect(JSON.stringify(seasonNow())).toBe(carried);
    expect(await publish(winter((s) => Object.assign(showOf(s), { byline: 'New' })))).toMatchObject({ ok: true });
    expect(seasonNow().shows.map(({ id }) => id)).toEqual(['frost', 'storm', 'calm']);
    expect(await publish(draft())).toMatchObject({ ok: true });
    expect(seasonNow().shows.map(({ id, season }) => [id, season])).toEqual([
      ['storm', undefined],
      ['calm', undefined],
    ]);
    // Not before its house is open, or it would be carried over as well.
    expect(seasonNow().onSales.map(({ id }) => id)).toEqual(['friends', 'public']);
  });

  test('may not give an on-sale of the first one other limits: its houses have one number for all', async () => {
    bucket.delete(published.line('friends'));
    const other = (more: object) => winter((s) => s.onSales.push({ ...onSaleOf(draft()), ...more }));
    expect(await publish(other({ seatsPerFan: 2 }))).toMatchObject({
      ok: false,
      errors: [{ field: 'onSales.1.seatsPerFan' }],
    });
    expect(await publish(other({}))).toMatchObject({ ok: true });
  });

  test('may not open the doors of an on-sale after a date that it carries and that is sold in no other', async () => {
    bucket.delete(published.line('friends'));
    const date = first(draft()).startsAt;
    const late = (opensAt: number) =>
      winter((s) => s.onSales.push({ ...onSaleOf(draft()), opensAt, closesAt: date + 90 * hour, later: [] }));
    const untiered = (s: SeasonDraft) => Object.assign(onSaleOf(s, 1), { tier: undefined }) && s;
    expect(await publish(untiered(late(date + hour)))).toMatchObject({
      ok: false,
      errors: [
        {
          field: 'onSales.1.opensAt',
          message:
            'is after storm-2, which stays on show and is sold in no other on-sale: write an earlier time, or use another id',
        },
        { field: 'onSales.1.opensAt', message: expect.stringMatching(/^is after storm-1/) },
      ],
    });
    expect(await publish(untiered(late(date - 30 * hour)))).toMatchObject({ ok: true });
  });

  test('may not have an on-sale that is over, unless it stands', async () => {
    const over = (s: SeasonDraft) => Object.assign(onSaleOf(s), { opensAt: 0, closesAt: 1 });
    expect(await publish(winter(over))).toMatchObject({
      ok: false,
      errors: [{ field: 'onSales.0.closesAt', message: expect.stringMatching(/^has passed already/) }],
    });
    expect(await publish(winter())).toMatchObject({ ok: true });
    expect(await publish(winter(), doors + 100 * hour)).toMatchObject({ ok: true });
  });

  test('carries a third season on as well, and lets go of what is over', async () => {
    await publish(winter());
    await open('frost-1');
    const spring = () =>
      winter((s) => {
        Object.assign(s, { id: 'spring', currency: 'GBP' });
        Object.assign(onSaleOf(s), { id: 'spring-sale' });
        Object.assign(showOf(s), { id: 'bloom' });
        Object.assign(first(s), { id: 'bloom-1', onSales: ['spring-sale'] });
      });
    expect(await publish(spring())).toMatchObject({ ok: true });
    expect(seasonNow().shows.map(({ id, season, currency }) => [id, season, currency])).toEqual([
      ['bloom', undefined, undefined],
      ['frost', 'winter', 'EUR'],
      ['storm', 'summer', 'GBP'],
      ['calm', 'summer', 'GBP'],
    ]);
    const over = 2_000_000_100_000 + 24 * hour;
    expect(await publish(spring(), over)).toMatchObject({ ok: true });
    expect(seasonNow().shows.map(({ id }) => id)).toEqual(['bloom']);
    expect(seasonNow().onSales.map(({ id }) => id)).toEqual(['spring-sale']);
  });
});

describe('a publication and an opening at the same moment', () => {
  const later = doors + 500 * hour;
  const unmoved = showOf(draft(), 1).performances[0]?.startsAt;
  const moved = () => change((s) => Object.assign(showOf(s, 1).performances[0] ?? {}, { startsAt: later }));
  const fileOf = () => bucket.get(published.performance('calm-1')) as PerformanceFile;
  const given = { performances: ['calm-1'] };
  let store = houseTwin();

  beforeEach(() => {
    store = houseTwin();
  });

  /** Files whose every call may be preceded by something else, at one of its steps. */
  function interrupted(act: (files: FilesByPath) => Promise<unknown>, at: number) {
    const files = filesIn(bucket);
    let step = 0;
    let isOver = false;
    const intrude = async () => {
      if (step++ !== at) return;
      await act(files);
      isOver = true;
    };
    const racing: FilesByPath = {
      read: (path) => intrude().then(() => files.read(path)),
      readTagged: (path) => intrude().then(() => files.readTagged(path)),
      write: (...call) => intrude().then(() => files.write(...call)),
      // Nobody decides by a page.
      writeText: (...call) => files.writeText(...call),
      writeIf: (...call) => intrude().then(() => files.writeIf(...call)),
    };
    return { racing, wasReached: () => isOver };
  }

  const agrees = async () => {
    const house = await store.house('calm-1');
    const listed = JSON.stringify(bucket.get(published.openHouses()) ?? {}).includes('calm-1');
    return { house: house !== undefined, listed, startsAt: fileOf().startsAt };
  };

  test('a whole opening within a publication, at any step: the house has the time that is published, for good', async () => {
    const base = new Map(bucket);
    const outcomes = new Set<string>();
    for (let at = 0; ; at++) {
      bucket = new Map(base);
      store = houseTwin();
      let opened = false;
      const { racing, wasReached } = interrupted(async (files) => {
        opened = (await openHouse({ store, files }, given, noon)).ok;
      }, at);
      const publication = await publishSeason(openShelf(racing), moved(), noon);
      if (!wasReached()) break;
      const { house, startsAt } = await agrees();
      expect(house).toBe(opened);
      // One of them was refused, or both, and then whoever calls again goes on.
      if (opened) expect([publication.ok, startsAt]).toEqual([false, unmoved]);
      else expect(startsAt).toBe(publication.ok ? later : unmoved);
      outcomes.add(`${publication.ok} ${opened}`);
      expect(await openHouse({ store, files: filesIn(bucket) }, given, noon)).toMatchObject({ ok: true });
      expect(await publish(startsAt === later ? draft() : moved())).toMatchObject({ ok: false });
      expect(at).toBeLessThan(60);
    }
    expect(outcomes).toContain('false true');
    expect(outcomes).toContain('true false');
  });

  test('a whole publication within an opening, at any step: the house has the time that is published, for good', async () => {
    const base = new Map(bucket);
    const outcomes = new Set<string>();
    for (let at = 0; ; at++) {
      bucket = new Map(base);
      store = houseTwin();
      let isPublished = false;
      const { racing, wasReached } = interrupted(async (files) => {
        isPublished = (await publishSeason(openShelf(files), moved(), noon)).ok;
      }, at);
      const opened = (await openHouse({ store, files: racing }, given, noon)).ok;
      if (!wasReached()) break;
      expect((await agrees()).startsAt === later).toBe(isPublished);
      expect(await agrees()).toMatchObject({ house: opened, ...(opened && { listed: true }) });
      outcomes.add(`${isPublished} ${opened}`);
      expect(await openHouse({ store, files: filesIn(bucket) }, given, noon)).toMatchObject({ ok: true });
      expect(await publish(isPublished ? draft() : moved())).toMatchObject({ ok: false });
      expect(at).toBeLessThan(60);
    }
    // Before the house is listed the publication wins, after that the house does.
    expect(outcomes).toContain('false true');
    expect(outcomes).toContain('true false');
  });

  test('a publisher who died keeps houses shut for two minutes, and others from publishing', async () => {
    const shelfNow = shelf();
    const dying = { ...shelfNow, publishShow: async () => Promise.reject(new Error('killed')), end: async () => {} };
    await expect(publishSeason(dying, moved(), noon)).rejects.toThrow('killed');
    const files = filesIn(bucket);
    const [soon, then] = [noon + 2 * 60_000 - 1, noon + 2 * 60_000];
    expect(await openHouse({ store, files }, given, soon)).toMatchObject({
      ok: false,
      errors: [{ field: 'performances' }],
    });
    expect(await publish(draft(), soon)).toMatchObject({ ok: false, errors: [{ field: 'id' }] });
    // By then its performance is as it left it, and its show is not: no house opens for half a season.
    expect(await openHouse({ store, files }, given, then)).toMatchObject({
      ok: false,
      errors: [{ field: 'performances.0', message: expect.stringContaining('publish its season again') }],
    });
    expect(await publish(moved(), then)).toMatchObject({ ok: true });
    expect(await openHouse({ store, files }, given, then)).toMatchObject({ ok: true });
    expect(await publish(draft(), then)).toMatchObject({ ok: false });
  });

  test('a publication that fails lets others publish at once', async () => {
    const failing = { ...shelf(), publishShow: async () => Promise.reject(new Error('throttled')) };
    await expect(publishSeason(failing, moved(), noon)).rejects.toThrow('throttled');
    expect(await publish(draft())).toMatchObject({ ok: true });
  });

  test('a line opens while a season with other doors is published: the publication says so', async () => {
    bucket.delete(published.line('friends'));
    const files = filesIn(bucket);
    const opening = openShelf({
      ...files,
      write: async (...call: Parameters<typeof files.write>) => {
        bucket.set(published.line('friends'), lineFile());
        await files.write(...call);
      },
    });
    const other = change((s) => Object.assign(onSaleOf(s), { opensAt: doors + hour }));
    expect(await publishSeason(opening, other, noon)).toMatchObject({
      ok: false,
      errors: [{ field: 'onSales.0.opensAt' }],
    });
    expect(await publish(draft())).toMatchObject({ ok: true });
  });
});
