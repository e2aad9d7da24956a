import { once } from 'node:events';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { asOf, loadLocally, loadWorld } from '../../bin/load-world.ts';
import { StageProblem } from '../../bin/stage.ts';
import { type PerformanceFile, seasonDraft } from '../../contracts/catalogue.ts';
import { houseOpening } from '../../contracts/house.ts';
import { lineOpening, rosterLoad } from '../../contracts/line-operation.ts';
import { published } from '../../contracts/paths.ts';
import { importPlan } from '../../lambdas/catalogue/import-plan.ts';
import { publishSeason } from '../../lambdas/catalogue/publish-season.ts';
import { openShelf } from '../../lambdas/catalogue/shelf.ts';
import { houseTwin } from '../../lambdas/seating/house/house.twin.ts';
import { openHouse } from '../../lambdas/seating/house/open-house.ts';
import { filesIn } from '../files-in.ts';

/*
 * The loader against a Lambda service whose operator functions are the real use cases or, of other contexts, their forms.
 * Long because all of it stands on one such service.
 */

const start = Date.UTC(2026, 10, 21, 20, 0, 0);
const now = () => start;
const anHourLater = () => start + 3_600_000;
const calls: { readonly name: string; readonly payload: unknown }[] = [];
/** The published files and the houses of the stage. */
let bucket = new Map<string, unknown>();
let houses = houseTwin();
/** An act that happens while a function runs, by its name. */
const took = new Map<string, () => void>();
/** Functions that fail, by name. */
const refused = new Set<string>();
const shelf = () => openShelf(filesIn(bucket));
const functions: Readonly<Record<string, (payload: unknown) => Promise<unknown>>> = {
  'import-plan': (payload) => importPlan(shelf(), payload),
  'publish-season': (payload) => publishSeason(shelf(), seasonDraft.parse(payload), start),
  'load-roster': async (payload) => ({ ok: true, ...rosterLoad.parse(payload) }),
  'open-line': async (payload) => ({ ok: true, ...lineOpening.parse(payload) }),
  'keep-pass-keys': async () => ({ ok: true, keys: [] }),
  'keep-pace': async () => null,
  'open-house': (payload) => openHouse({ store: houses, files: filesIn(bucket) }, houseOpening.parse(payload), start),
};

/** Of a body that the SDK sends in chunks with a checksum behind it, the content. */
function s3Body(body: Buffer): Buffer {
  const line = body.indexOf('\r\n');
  const size = /^[0-9a-f]+$/.exec(body.subarray(0, Math.max(0, line)).toString('latin1'))?.[0];
  return size === undefined ? body : body.subarray(line + 2, line + 2 + Number.parseInt(size, 16));
}

const server = createServer(async (request, response) => {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  // S3, for what is too large for a call.
  if (request.method === 'PUT') {
    bucket.set(
      `/${request.url?.split('/').slice(2).join('/').split('?')[0]}`,
      JSON.parse(gunzipSync(s3Body(Buffer.concat(parts))).toString()),
    );
    response.end();
    return;
  }
  const name = decodeURIComponent(request.url?.split('/')[3] ?? '');
  const payload: unknown = JSON.parse(Buffer.concat(parts).toString() || 'null');
  calls.push({ name, payload });
  try {
    took.get(name)?.();
    if (refused.has(name)) throw new Error('not today');
    response.end(JSON.stringify(await functions[name]?.(payload)));
  } catch (error) {
    response.setHeader('x-amz-function-error', 'Unhandled');
    response.end(JSON.stringify({ errorMessage: String(error) }));
  }
});

let state: string;
beforeAll(async () => {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});
beforeEach(async () => {
  bucket = new Map();
  houses = houseTwin();
  calls.length = 0;
  refused.clear();
  took.clear();
  state = await mkdtemp(join(tmpdir(), 'stampede-load-'));
  const outputs = {
    Catalogue: {
      ImportPlanFunction: 'import-plan',
      PublishSeasonFunction: 'publish-season',
      PublishedBucket: 'published',
    },
    WaitingRoom: {
      LoadRosterFunction: 'load-roster',
      OpenLineFunction: 'open-line',
      KeepPaceFunction: 'keep-pace',
      KeepPassKeysFunction: 'keep-pass-keys',
    },
    Seating: { OpenHouseFunction: 'open-house' },
  };
  const here = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const endpoints = { LAMBDA: here, S3: here };
  await writeFile(join(state, 'local.json'), JSON.stringify({ outputs, endpoints }));
});
afterEach(() => rm(state, { recursive: true }));

const names = () => calls.map(({ name }) => name);
const payloadsOf = (name: string) => calls.filter((call) => call.name === name).map(({ payload }) => payload);

/** A small world in a folder of its own, with files beside it. */
async function ownWorld(change: object = {}): Promise<string> {
  const seat = (n: number) => ({
    seat_guid: `A-${n}`,
    seat_number: `${n}`,
    position: { x: n * 25, y: 50 },
    category: 'All',
  });
  const hall = {
    name: 'Hall',
    size: { width: 300, height: 200 },
    categories: [{ name: 'All' }],
    zones: [{ name: 'Hall', position: { x: 0, y: 0 }, rows: [{ row_number: 'A', seats: [1, 2, 3].map(seat) }] }],
  };
  const dials = { shopping: 5, perMinute: 60, paused: false, passMinutes: 5, claimMinutes: 2 };
  const onSale = {
    id: 'doors',
    title: 'Doors',
    audienceName: 'All',
    opensAt: '+PT1M',
    closesAt: '+P1D',
    entry: 'members',
    roster: 'club',
    audience: 3,
    seatsPerFan: 2,
    holdMinutes: 5,
    dials,
  };
  const show = { id: 'gig', title: 'Gig', byline: '', description: '', poster: { ink: '#000000', paper: '#ffffff' } };
  const world = {
    id: 'own',
    title: 'Own',
    venue: 'Hall',
    currency: 'EUR',
    timeZone: 'Europe/Berlin',
    year: 2027,
    plans: { hall: { file: 'hall.json' } },
    rosters: { club: { file: 'club.csv' } },
    prices: { all: { all: 1000 } },
    onSales: [onSale],
    shows: [{ ...show, performances: [{ days: ['06-01'], at: ['20:00'], plan: 'hall', prices: 'all' }] }],
    ...change,
  };
  await writeFile(join(state, 'hall.json'), JSON.stringify(hall));
  await writeFile(join(state, 'club.csv'), 'member,postcode\n1,10115\n2,10117\n');
  await writeFile(join(state, 'own.json'), JSON.stringify(world));
  return join(state, 'own.json');
}

describe('loading', () => {
  test('the festival: plans, rosters, season, houses, lines, in this order', async () => {
    const steps: string[] = [];
    const loaded = await loadLocally(state, { world: 'festival', now, progress: (step) => steps.push(step) });
    expect([...new Set(names())]).toEqual([
      'import-plan',
      'load-roster',
      'publish-season',
      'open-house',
      'open-line',
      'keep-pass-keys',
      'keep-pace',
    ]);
    expect(names().toSorted((a, b) => names().indexOf(a) - names().indexOf(b))).toEqual(names());
    expect([...new Set(steps)]).toEqual(['plans', 'rosters', 'season', 'houses', 'lines']);
    const members = payloadsOf('load-roster').flatMap((payload) => rosterLoad.parse(payload).members);
    expect(members).toHaveLength(10_000 + 300);
    const opened = payloadsOf('open-house').flatMap((payload) => houseOpening.parse(payload).performances);
    expect(new Set(opened)).toEqual(new Set(loaded.performances));
    expect(payloadsOf('open-line')).toEqual([
      expect.objectContaining({ onSale: 'friends', opensAt: start + 120_000 }),
      expect.objectContaining({ onSale: 'public' }),
      expect.objectContaining({
        onSale: 'extra',
        tier: { id: 'benefactors', name: 'Benefactors' },
        later: [
          expect.objectContaining({ id: 'friends', roster: 'friends', opensAt: start + 70 * 60_000 }),
          expect.objectContaining({ id: 'everyone', entry: 'email', opensAt: start + 80 * 60_000 }),
        ],
      }),
    ]);
  });

  test('again later: the times of the first load, and the roster is not sent twice', async () => {
    const world = await ownWorld();
    const first = await loadLocally(state, { world, now });
    calls.length = 0;
    const second = await loadLocally(state, { world, now: anHourLater, doorsIn: 'PT9M' });
    expect(second).toEqual(first);
    expect(names()).toEqual([
      'import-plan',
      'publish-season',
      'open-house',
      'open-line',
      'keep-pass-keys',
      'keep-pace',
    ]);
    const { onSales } = (await loadLocally(state, { world, now: anHourLater, doorsIn: 'PT9M', suffix: 'r2' })).season;
    expect(onSales).toMatchObject([{ id: 'doors-r2', opensAt: anHourLater() + 540_000, roster: 'club' }]);
    expect(names().includes('load-roster')).toBe(false);
  });

  test('a plan whose file was edited under open houses is refused; the plan that they have can be named', async () => {
    const world = await ownWorld();
    await loadLocally(state, { world, now });
    const [performance = ''] = (await loadLocally(state, { world, now })).performances;
    const file = bucket.get(published.performance(performance)) as PerformanceFile;
    const [path, hall] = [join(state, 'hall.json'), JSON.parse(await readFile(join(state, 'hall.json'), 'utf8'))];
    hall.zones[0].rows[0].seats.shift();
    await writeFile(path, JSON.stringify(hall));
    await expect(loadLocally(state, { world, now })).rejects.toThrow(
      `shows.0.performances.0.plan: the house of ${performance} is open with ${file.plan}`,
    );
    expect(bucket.get(published.performance(performance))).toEqual(file);
    expect((await houses.house(performance))?.plan).toBe(file.plan);

    const own = JSON.parse(await readFile(world, 'utf8'));
    const rule = { days: ['06-02'], at: ['20:00'], plan: 'smaller', prices: 'all' };
    own.plans = { hall: { published: file.plan }, smaller: { file: 'hall.json' } };
    own.shows[0].performances.push(rule);
    await writeFile(world, JSON.stringify(own));
    const { performances, plans } = await loadLocally(state, { world, now });
    const [first, added] = await Promise.all(performances.map((one) => houses.house(one)));
    expect([first?.plan, added?.plan]).toEqual([file.plan, plans.smaller]);
    expect(added?.sections).toEqual({ hall: 2 });
  });

  test('what was read otherwise in a plan is said with its place, before anything opens', async () => {
    const said: string[] = [];
    await loadLocally(state, {
      world: await ownWorld(),
      now,
      mention: (one) => said.push(`${names().includes('open-house') ? 'too late: ' : ''}${one}`),
    });
    expect(said).toEqual([expect.stringMatching(/^plans\.hall: stampede: there is no stage: the front is at the top/)]);
  });

  test('a world says where the stage of a plan is that does not draw it', async () => {
    const said: string[] = [];
    const world = await ownWorld({ plans: { hall: { file: 'hall.json', front: 'bottom' } } });
    const { plans } = await loadLocally(state, { world, now, mention: (one) => said.push(one) });
    expect(bucket.get(published.plan(plans.hall ?? ''))).toMatchObject({ focalPoint: { x: 150, y: 200 } });
    expect(said).toEqual([]);
  });

  test('a plan that is too large for a call goes by the bucket', async () => {
    const world = await ownWorld();
    const path = join(state, 'hall.json');
    const hall = JSON.parse(await readFile(path, 'utf8'));
    await writeFile(path, JSON.stringify({ ...hall, comment: 'x'.repeat(6_000_000) }));
    const { plans } = await loadLocally(state, { world, now });
    expect(payloadsOf('import-plan')).toEqual([{ layout: 'layouts/own-hall.json' }]);
    expect(bucket.get(published.plan(plans.hall ?? ''))).toMatchObject({ seats: 3 });
  });

  test('doors count from the end of a load: the season is published again before the first line opens', async () => {
    const world = await ownWorld();
    let clock = start;
    took.set('load-roster', () => (clock += 20_000));
    took.set('publish-season', () => (clock += 700));
    const { season } = await loadLocally(state, { world, now: () => clock });
    // Twice as long as the first publication took is what the second and the lines are given.
    expect(season.onSales[0]?.opensAt).toBe(start + 20_000 + 700 + 2 * 700 + 60_000);
    expect(names()).toEqual([
      'import-plan',
      'load-roster',
      'publish-season',
      'open-house',
      'publish-season',
      'open-line',
      'keep-pass-keys',
      'keep-pace',
    ]);
    expect(payloadsOf('publish-season')[1]).toEqual(season);
    expect(payloadsOf('open-line')).toEqual([expect.objectContaining({ opensAt: season.onSales[0]?.opensAt })]);
  });

  test('a load cut short before its lines opened counts anew; one cut short after that keeps its times', async () => {
    const world = await ownWorld();
    await writeFile(join(state, 'club.csv'), 'member,postcode\n1,\n');
    await expect(loadLocally(state, { world, now })).rejects.toThrow(/club\.csv: line 2/);
    await writeFile(join(state, 'club.csv'), 'member,postcode\n1,10115\n');
    const aMinuteLater = () => start + 60_000;
    refused.add('open-line');
    await expect(loadLocally(state, { world, now: aMinuteLater })).rejects.toThrow(/not today/);
    refused.clear();
    expect((await loadLocally(state, { world, now: anHourLater })).season.onSales[0]?.opensAt).toBe(start + 120_000);
    expect(JSON.parse(await readFile(join(state, 'worlds.json'), 'utf8')).loads[world]).toEqual({
      loadedAt: aMinuteLater(),
    });
  });

  test('what a function says is wrong is passed on, field by field', async () => {
    const world = await ownWorld({ prices: { all: { all: 1, gods: 2 } } });
    await expect(loadLocally(state, { world, now })).rejects.toThrow(
      'season: shows.0.performances.0.prices.gods: Hall has no such category; it has all',
    );
    expect(names()).toEqual(['import-plan', 'load-roster', 'publish-season']);
  });

  test('a stage that is not there, or not all of it', async () => {
    await expect(loadLocally(join(state, 'nowhere'), { world: 'festival', now })).rejects.toThrow(/Nothing runs here/);
    const stage = { outputs: { Catalogue: {} }, region: 'eu-west-2' };
    await expect(loadWorld(stage, { world: 'festival' }, asOf(start))).rejects.toThrow(
      'The stage has no output ImportPlanFunction',
    );
    await expect(loadWorld(stage, { world: 'festival' }, asOf(start))).rejects.toThrow(StageProblem);
  });
});
