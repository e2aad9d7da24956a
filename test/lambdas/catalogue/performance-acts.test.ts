import { beforeEach, describe, expect, test } from '@jest/globals';
import type { PerformanceFile, Season, SeasonDraft, ShowFile } from '../../../contracts/catalogue.ts';
import { published } from '../../../contracts/paths.ts';
import type { PerformanceActs } from '../../../contracts/performance-acts.ts';
import { cancelPerformance } from '../../../lambdas/catalogue/cancel-performance.ts';
import { movePerformance } from '../../../lambdas/catalogue/move-performance.ts';
import { publishSeason } from '../../../lambdas/catalogue/publish-season.ts';
import { openActShelf, openShelf } from '../../../lambdas/catalogue/shelf.ts';
import { houseTwin } from '../../../lambdas/seating/house/house.twin.ts';
import { readOnSales } from '../../../lambdas/seating/house/on-sale-performances.ts';
import { openHouse } from '../../../lambdas/seating/house/open-house.ts';
import { filesIn } from '../../files-in.ts';
import { beforeAndAfter, Killed, killAt, through } from '../../interrupted.ts';
import { plan, draft as usual } from './season.ts';

/*
 * Acts on performances that are published: what they write, that they stand, and that a crash leaves nothing half done.
 * Long because both acts are tried on one season, in the same ways.
 */

const hour = 3_600_000;
const now = Date.UTC(2027, 5, 1, 9);
const evening = Date.UTC(2027, 5, 24, 18, 30);

function draft(): SeasonDraft {
  const season = usual();
  for (const onSale of season.onSales) Object.assign(onSale, { opensAt: now - 48 * hour, closesAt: now + 48 * hour });
  for (const [at, one] of (season.shows[0]?.performances ?? []).entries())
    Object.assign(one, { startsAt: evening + at * 24 * hour });
  for (const one of season.shows[1]?.performances ?? []) Object.assign(one, { startsAt: evening });
  return season;
}

let bucket: Map<string, unknown>;
const files = () => filesIn(bucket);
const site = 'https://tickets.example.org';
const shelf = () => openActShelf(files(), site);
const read = <File>(path: string) => bucket.get(path) as File;
const performance = (id = 'storm-1') => read<PerformanceFile>(published.performance(id));
const cancel = (more: object = {}, at = now) =>
  cancelPerformance(shelf(), { performance: 'storm-1', reason: 'The lead is ill.', ...more }, at);
const move = (more: object = {}, at = now) =>
  movePerformance(
    shelf(),
    { performance: 'storm-1', startsAt: '2027-06-30T20:00', reason: 'The stage is flooded.', ...more },
    at,
  );
const publish = (season = draft()) => publishSeason(openShelf(files()), season, now);
const open = (...performances: readonly string[]) =>
  openHouse({ store: houseTwin(), files: files() }, { performances: [...performances] }, now);

beforeEach(async () => {
  bucket = new Map<string, unknown>([[published.plan(plan.id), plan]]);
  expect(await publish()).toMatchObject({ ok: true });
  expect(await open('storm-1', 'storm-2')).toMatchObject({ ok: true });
});

/** The act, killed before and after each of its calls, and then called again. */
async function killedEverywhere(act: (at: ReturnType<typeof shelf>) => Promise<{ readonly ok: boolean }>) {
  const before = new Map(bucket);
  for (let nth = 1; ; nth++) {
    bucket = new Map(before);
    const kill = killAt(nth);
    try {
      await act(openActShelf(through(files(), beforeAndAfter(kill.fault)), site));
      return nth;
    } catch (error) {
      if (!(error instanceof Killed)) throw error;
    }
    // The mark of a publication that died keeps others out for two minutes, and no longer.
    bucket.delete(published.publishing());
    expect(await act(shelf())).toMatchObject({ ok: true });
    expect(read<PerformanceActs>(published.performanceActs()).acts).toHaveLength(1);
    expect(read<Season>(published.season()).shows.find(({ id }) => id === 'storm')).toMatchObject(after());
  }
  function after() {
    const { cancelled, moved } = performance();
    expect(cancelled ?? moved).toBeDefined();
    return cancelled ? { performances: 1 } : { lastAt: performance().startsAt };
  }
}

describe('cancelling a performance', () => {
  test('is said by performance, show and season, with the reason and what is offered instead', async () => {
    expect(await cancel({ instead: ['storm-2'] })).toEqual({
      ok: true,
      performance: 'storm-1',
      cancelledAt: now,
      reason: 'The lead is ill.',
      instead: ['storm-2'],
      already: false,
    });
    const cancelled = { cancelledAt: now, reason: 'The lead is ill.', instead: ['storm-2'] };
    expect(performance()).toMatchObject({ cancelled });
    const [first, second] = read<ShowFile>(published.show('storm')).performances;
    expect([first?.cancelled, second?.cancelled]).toEqual([cancelled, undefined]);
    expect(read<Season>(published.season()).shows[0]).toMatchObject({
      performances: 1,
      firstAt: evening + 24 * hour,
      lastAt: evening + 24 * hour,
    });
    // Its seats are counted no more, and the others' are.
    const sold = await readOnSales(files().read);
    expect(sold.find(({ onSale }) => onSale === 'friends')?.performances).toEqual(['storm-2', 'calm-1']);
    expect(sold.find(({ onSale }) => onSale === 'friends')).not.toHaveProperty('off');
  });

  test('may leave the choice of another date to its buyers, for a week or as long as is said', async () => {
    const choice = { dates: ['storm-2'] };
    expect(await cancel({ choice })).toMatchObject({
      ok: true,
      instead: ['storm-2'],
      choice: { dates: ['storm-2'], until: now + 7 * 24 * hour },
    });
    const [act] = read<PerformanceActs>(published.performanceActs()).acts;
    expect(act).toMatchObject({ act: 'cancel', instead: ['storm-2'], choice: { until: now + 7 * 24 * hour } });
    // The first stands, also for a caller who says something else.
    expect(await cancel({ choice: { dates: ['storm-2'], days: 2 } })).toMatchObject({
      already: true,
      choice: { until: now + 7 * 24 * hour },
    });
    expect(performance()).toMatchObject({ cancelled: { instead: ['storm-2'] } });
  });

  test('leaves the choice no longer than a date can be had', async () => {
    const choice = { dates: ['storm-2'], days: 60 };
    expect(await cancel({ choice })).toMatchObject({ choice: { until: evening + 23 * hour } });
  });

  test('offers no date that could not take its buyers', async () => {
    bucket.set(published.performance('dear'), { ...performance('storm-2'), id: 'dear', prices: { other: 1 } });
    bucket.set(published.performance('abroad'), { ...performance('storm-2'), id: 'abroad', currency: 'EUR' });
    bucket.set(published.performance('alone'), { ...performance('storm-2'), id: 'alone', onSales: [] });
    bucket.set(published.performance('closed'), { ...performance('storm-2'), id: 'closed' });
    for (const [date, why] of [
      ['nothing', 'not published'],
      ['storm-1', 'is the performance that is cancelled'],
      ['calm-1', 'is of another show'],
      ['abroad', 'is sold in EUR'],
      ['alone', 'is not sold in friends'],
      ['dear', 'has no price category'],
      ['closed', 'is not open'],
    ] as const) {
      const answer = await cancel({ choice: { dates: ['storm-2', date] } });
      expect(answer).toMatchObject({ ok: false, errors: [{ field: 'choice.dates.1' }] });
      expect(answer).toHaveProperty('detail', expect.stringContaining(why));
    }
    expect(await cancel({ choice: { dates: ['storm-2'] } }, evening + 23.5 * hour)).toMatchObject({ ok: false });
    expect(bucket.has(published.performanceActs())).toBe(false);
  });

  test('leaves an on-sale with nothing to wait for, once it was the last', async () => {
    for (const performance of ['storm-1', 'storm-2', 'calm-1'])
      expect(await cancel({ performance })).toMatchObject({ ok: true });
    const friends = (await readOnSales(files().read)).find(({ onSale }) => onSale === 'friends');
    expect(friends).toMatchObject({ performances: [], off: true });
  });

  test('again, with another reason or at the same moment, changes nothing', async () => {
    await cancel();
    expect(await cancel({ reason: 'Another reason.' }, now + 1)).toMatchObject({
      ok: true,
      already: true,
      cancelledAt: now,
      reason: 'The lead is ill.',
    });
    bucket.delete(published.performanceActs());
    const both = await Promise.all([cancel(), cancel({ reason: 'Another reason.' })]);
    expect(both.filter(({ ok }) => ok).length).toBeGreaterThan(0);
    expect(read<PerformanceActs>(published.performanceActs()).acts).toHaveLength(1);
  });

  test('killed anywhere, is done by the next call', async () => {
    expect(await killedEverywhere((at) => cancelPerformance(at, { performance: 'storm-1', reason: 'Ill.' }, now))).toBe(
      // Eleven calls and eleven pages, before and after each.
      45,
    );
  });

  test('is refused where it would be wrong', async () => {
    expect(await cancel({ performance: 'gone' })).toMatchObject({ errors: [{ message: 'gone is not published' }] });
    expect(await cancel({ instead: ['storm-1'] })).toMatchObject({ errors: [{ field: 'instead.0' }] });
    expect(await cancel({ instead: ['storm-2', 'gone'] })).toMatchObject({ errors: [{ field: 'instead.1' }] });
    expect(await cancel({}, evening + 25 * hour)).toMatchObject({ errors: [{ message: /is over/ }].map(() => ({})) });
    expect(await cancel({ performance: 'storm-2' })).toMatchObject({ ok: true });
    expect(await cancel({ instead: ['storm-2'] })).toMatchObject({ errors: [{ message: 'storm-2 is cancelled too' }] });
    bucket.set(published.publishing(), { v: 1, until: now + 1 });
    expect(await cancel()).toMatchObject({ errors: [{ message: /call again/ }].map(() => ({})) });
    expect(performance().cancelled).toBeUndefined();
  });

  test('stands when the season is published again', async () => {
    await cancel();
    expect(await publish()).toMatchObject({ ok: true });
    expect(performance()).toMatchObject({ cancelled: { reason: 'The lead is ill.' } });
    expect(read<ShowFile>(published.show('storm')).performances[0]).toHaveProperty('cancelled');
    expect(read<Season>(published.season()).shows[0]).toMatchObject({ performances: 1 });
    await cancel({ performance: 'storm-2' });
    expect(read<Season>(published.season()).shows[0]).toMatchObject({ performances: 0, cancelled: true });
  });

  test('opens no house any more; one that is open stays as it was', async () => {
    await cancel({ performance: 'calm-1' });
    expect(await open('storm-1', 'calm-1')).toMatchObject({ ok: true, cancelled: ['calm-1'] });
    expect(await open('calm-1')).toMatchObject({ ok: true, opened: [], alreadyOpen: [], cancelled: ['calm-1'] });
  });
});

describe('moving a performance', () => {
  const moved = Date.UTC(2027, 5, 30, 19);

  test('is said by performance, show and season, in order of time', async () => {
    expect(await move({ venue: 'Town Hall' })).toEqual({
      ok: true,
      performance: 'storm-1',
      startsAt: moved,
      venue: 'Town Hall',
      already: false,
      returnUntil: now + 14 * 24 * hour,
    });
    expect(performance()).toMatchObject({
      startsAt: moved,
      venue: 'Town Hall',
      moved: { movedAt: now, reason: 'The stage is flooded.', from: { startsAt: evening, venue: 'Playhouse' } },
    });
    expect(read<ShowFile>(published.show('storm')).performances).toMatchObject([
      { id: 'storm-2' },
      { id: 'storm-1', startsAt: moved, venue: 'Town Hall' },
    ]);
    expect(read<Season>(published.season()).shows[0]).toMatchObject({ lastAt: moved, performances: 2 });
    expect(performance('storm-2')).not.toHaveProperty('moved');
  });

  test('again changes nothing; to somewhere else it is a second move', async () => {
    await move();
    expect(await move({ reason: 'Another reason.' }, now + 1)).toMatchObject({ ok: true, already: true });
    expect(await move({ startsAt: '2027-07-01T20:00' }, now + 2)).toMatchObject({ ok: true, already: false });
    const { acts } = read<PerformanceActs>(published.performanceActs());
    expect(acts.map(({ number }) => number)).toEqual([1, 2]);
    expect(performance()).toMatchObject({ moved: { from: { startsAt: moved } } });
  });

  test('killed anywhere, is done by the next call', async () => {
    const given = { performance: 'storm-1', startsAt: '2027-06-30T20:00', reason: 'Flood.' };
    await killedEverywhere((at) => movePerformance(at, given, now));
  });

  test.each([
    ['startsAt', 'write a new day and time', { startsAt: undefined }],
    ['startsAt', 'there is no 2027-02-30T20:00 in the calendar', { startsAt: '2027-02-30T20:00' }],
    ['startsAt', 'no clock in Europe/London shows 01:30', { startsAt: '2028-03-26T01:30' }],
    ['startsAt', 'is in the past', { startsAt: '2027-05-30T20:00' }],
    ['startsAt', '"friends" sells storm-1 until 2027-06-03T09:00:00Z', { startsAt: '2027-06-02T20:00' }],
    ['startsAt', 'write a time before the year 2100', { startsAt: '2207-06-30T20:00' }],
    ['plan', 'cancel this one with it as "instead"', { plan: 'other-0123456789ab' }],
    ['performance', 'gone is not published', { performance: 'gone' }],
  ])('%s: %s', async (field, message, given) => {
    const refused = await move(given);
    expect(refused).toMatchObject({ ok: false, errors: [{ field }] });
    expect(refused.ok || refused.detail).toContain(message);
    expect(performance()).not.toHaveProperty('moved');
  });

  test('makes no date that nobody could tell from another', async () => {
    const season = draft();
    const [calm] = season.shows[1]?.performances ?? [];
    season.shows[1]?.performances.push({
      ...(calm as NonNullable<typeof calm>),
      id: 'calm-2',
      startsAt: evening + 48 * hour,
    });
    expect(await publish(season)).toMatchObject({ ok: true });
    const onto = { performance: 'calm-2', startsAt: '2027-06-24T19:30' };
    expect(await move(onto)).toMatchObject({
      errors: [
        {
          field: 'startsAt',
          message: 'is the time of calm-1 too, in the same hall: write another time or venue',
        },
      ],
    });
    await cancel({ performance: 'calm-1' });
    expect(await move(onto)).toMatchObject({ ok: true });
  });

  test('is never before the doors of all its on-sales, but may be in another hall at the time of another date', async () => {
    const season = draft();
    for (const onSale of season.onSales) onSale.opensAt = now + 24 * hour;
    expect(await publish(season)).toMatchObject({ ok: true });
    const early = { startsAt: '2027-06-02T09:00' };
    expect(await move(early)).toMatchObject({
      errors: [{ field: 'startsAt', message: 'is before the doors of all its on-sales open: write a later time' }],
    });
    expect(await move({ startsAt: '2027-06-25T19:30', venue: 'Town Hall' })).toMatchObject({ ok: true });
  });

  test('is refused for what is cancelled or has begun; what was moved may be cancelled', async () => {
    expect(await move({}, evening + 1)).toMatchObject({ errors: [{ field: 'performance' }] });
    await move();
    expect(await cancel()).toMatchObject({ ok: true });
    expect(performance()).toMatchObject({ startsAt: moved, cancelled: {}, moved: {} });
    expect(await move({ startsAt: '2027-07-01T20:00' })).toMatchObject({ errors: [{ field: 'performance' }] });
  });

  test('a season that says the old time or hall is refused by name; with what it is told to write it is published', async () => {
    await move({ venue: 'Town Hall' });
    expect(await publish()).toMatchObject({
      errors: [
        { field: 'shows.0.performances.0.startsAt', message: 'storm-1 was moved to 2027-06-30T19:00:00Z: write that' },
        {
          field: 'shows.0.performances.0.venue',
          message: 'storm-1 was moved to "Town Hall": write that as the venue of this performance',
        },
      ],
    });
    const season = draft();
    Object.assign(season.shows[0]?.performances[0] ?? {}, { startsAt: moved, venue: 'Town Hall' });
    expect(await publish(season)).toMatchObject({ ok: true });
    expect(performance()).toMatchObject({ startsAt: moved, venue: 'Town Hall', moved: {} });
  });

  test('an act that its files do not show yet is no way round it', async () => {
    const before = new Map(bucket);
    await move();
    const acts = bucket.get(published.performanceActs());
    bucket = before.set(published.performanceActs(), acts);
    expect(await publish()).toMatchObject({ errors: [{ field: 'shows.0.performances.0.startsAt' }] });
  });
});
