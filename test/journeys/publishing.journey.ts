import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { GetObjectCommand, NoSuchKey, S3Client } from '@aws-sdk/client-s3';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { asOf, loadWorld } from '../../bin/load-world.ts';
import { localStage } from '../../bin/stage.ts';
import type { PerformanceFile, Season } from '../../contracts/catalogue.ts';
import { published } from '../../contracts/paths.ts';
import { seatsInOrder } from '../../contracts/plan.ts';
import type { Stock } from '../../contracts/stock.ts';
import { generators } from '../../examples/plans/generate.ts';
import { findCloud } from '../../rehearsal/cloud.gateway.ts';
import { until } from '../until.ts';
import { ask, availability, type Fan, orderOf } from './fan.ts';
import { type Playhouse, worldFile } from './running.ts';

/* A season that is published again while its line is live and seats are sold: by the operator's own command. */

type World = Record<string, unknown> & {
  readonly plans: Record<string, unknown>;
  readonly onSales: readonly Record<string, unknown>[];
  readonly shows: readonly (Record<string, unknown> & { readonly performances: readonly object[] })[];
};

export function publishingJourneys(of: () => Playhouse): void {
  let house: Playhouse;
  let fan: Fan;
  let night: string;
  let seats: readonly string[];

  /** The world of the playhouse as it was loaded, changed and loaded again as of the same moment. */
  async function load(name: string, edit: (world: World) => World) {
    const world = join(house.state, `${name}.json`);
    await writeFile(world, JSON.stringify(edit(JSON.parse(await readFile(worldFile, 'utf8')))));
    const { loads } = JSON.parse(await readFile(join(house.state, 'worlds.json'), 'utf8'));
    return loadWorld(await localStage(house.state), { world }, asOf(loads[worldFile].loadedAt));
  }

  const read = async <File>(path: string) => (await ask<File>(`${house.site}${path}`)).body;
  const fileNow = () => read<PerformanceFile>(published.performance(night));

  /** In the bucket only; undefined before the first count, which begins within the first minute. */
  async function stock(): Promise<Stock | undefined> {
    const cloud = findCloud(house.state);
    if (!cloud) throw new Error('The cloud of this test is not running');
    const s3 = new S3Client({
      endpoint: cloud.endpoints.S3 ?? '',
      region: 'eu-west-2',
      forcePathStyle: true,
      credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
    });
    const [Bucket, Key] = [cloud.output('PublishedBucket'), published.stock('friends').slice(1)];
    try {
      const { Body } = await s3.send(new GetObjectCommand({ Bucket, Key }));
      return JSON.parse((await Body?.transformToString()) ?? 'null');
    } catch (error) {
      if (error instanceof NoSuchKey) return undefined;
      throw error;
    } finally {
      s3.destroy();
    }
  }

  describe('while a line is live and seats are sold', () => {
    beforeAll(async () => {
      house = of();
      night = house.night();
      fan = await house.friend();
      seats = house.plan.sections
        .flatMap((section) => seatsInOrder(section))
        .flatMap(({ id, access }) => (access ? [] : [id]))
        .slice(0, 2);
      const held = await fan.hold(night, { seats: [...seats] });
      expect(await fan.placeOrder(orderOf([held]), `publishing-${night}`)).toMatchObject({ status: 202 });
    });

    test('an edited plan under it is refused, and its seats are shown as they were sold', async () => {
      const before = await fileNow();
      const { zones, ...layout } = generators.studio(3);
      const fewer = zones.map((zone) => ({ ...zone, rows: zone.rows.length > 1 ? zone.rows.slice(1) : zone.rows }));
      await writeFile(join(house.state, 'edited-plan.json'), JSON.stringify({ ...layout, zones: fewer }));
      await expect(
        load('edited', (world) => ({ ...world, plans: { studio: { file: 'edited-plan.json' } } })),
      ).rejects.toThrow(`is open with ${before.plan}, and its seats are seats of that plan`);
      expect(await fileNow()).toEqual(before);
      expect((await availability(house.site, night)).body.plan).toBe(before.plan);
    });

    test('a date is added, and fans who are inside hold its seats', async () => {
      await load('longer', (world) => {
        const [first, ...others] = world.shows;
        const more = { days: ['06-25'], at: ['19:30'], plan: 'studio', prices: 'usual', onSales: ['friends'] };
        return { ...world, shows: [{ ...first, performances: [...(first?.performances ?? []), more] }, ...others] };
      });
      const held = await fan.hold('the-tide-0625-1930', { seats: [...seats] });
      expect(held).toMatchObject({ state: 'held', performance: 'the-tide-0625-1930' });
    });

    test('another season is published beside it, and its seats are counted on', async () => {
      const { seats: whole } = await until('the seats are counted', stock);
      const publishedAt = Date.now();
      await load('winter', ({ onSales, shows, ...world }) => ({
        ...world,
        id: 'winter',
        title: 'Winter',
        onSales: [{ ...onSales[1], id: 'winter-sale', opensAt: '+P10D', closesAt: '+P20D' }],
        shows: [
          {
            ...shows[0],
            id: 'frost',
            performances: [{ days: ['12-01'], at: ['19:30'], plan: 'studio', prices: 'usual' }],
          },
        ],
      }));
      const season = await until('the season is read', async () => {
        const read = await ask<Season>(`${house.site}${published.season()}`);
        return read.body.id === 'winter' ? read.body : undefined;
      });
      expect(season.shows.map(({ id, season }) => [id, season])).toContainEqual(['the-tide', 'journeys']);
      expect(season.onSales.map(({ id }) => id)).toEqual(expect.arrayContaining(['winter-sale', 'friends']));
      // The list of what is counted is read every 15 s; a count of later than that knows the new season.
      const counted = await until('the seats are counted under the new season', async () => {
        const now = await stock();
        return now && now.countedAt > publishedAt + 20_000 ? now : undefined;
      });
      expect(counted.seats).toBeGreaterThanOrEqual(whole);
      expect(await fan.board()).toMatchObject({ phase: 'open' });
      expect(await fan.board()).not.toHaveProperty('halt');
    });
  });
}
