import { describe, expect, test } from '@jest/globals';
import {
  type HouseReadings,
  type KeyedReadings,
  type LineReadingsFile,
  type OrderReadingsFile,
  readingsPath,
  readingsStepMs,
  type SharedReadings,
} from '../../../../contracts/readings.ts';
import { keptPlatform } from '../../../../lambdas/control-room/platform/kept-platform.ts';
import { metricsTwin } from '../../../../lambdas/control-room/platform/metrics.twin.ts';
import { askPlatform } from '../../../../lambdas/control-room/platform/platform-figures.ts';
import { showPlatformRoute } from '../../../../lambdas/control-room/platform/show-platform.route.ts';
import { handKeys, rememberKeys } from '../../../../lambdas/control-room/readings/kept-keys.ts';
import { rememberReadings } from '../../../../lambdas/control-room/readings/readings-memory.ts';
import { showReadingsRoute } from '../../../../lambdas/control-room/readings/show-readings.route.ts';
import { showSharedReadingsRoute } from '../../../../lambdas/control-room/readings/show-shared-readings.route.ts';
import type { FilesByPath } from '../../../../lambdas/foundation/aws.gateway.ts';
import { keptReadings } from '../../../../lambdas/foundation/readings/kept-readings.ts';
import { noteLooks, watchLooks } from '../../../../lambdas/foundation/readings/looks.ts';
import { isTimeToWrite } from '../../../../lambdas/foundation/readings/when-to-write.ts';
import type { HttpAnswer } from '../../../../lambdas/foundation/route.ts';
import type { WhoAsks } from '../../../../lambdas/foundation/staff/who-asks.ts';
import { lifetimeOf } from '../../../../local-cloud/cloudfront/freshness.ts';
import { watchedHere } from '../../../../simulation/stage/watched-here.ts';
import type { Answer } from '../../../../site/api.ts';
import { untilPlatformLook } from '../../../../site/control-room/picture/follow-platform.ts';
import { untilNextLook } from '../../../../site/control-room/picture/next-look.ts';
import { openSharedLook } from '../../../../site/control-room/picture/shared-look.ts';
import { lineMinutes, orderMinutes, readings } from '../../../../site/developers/readings-examples.ts';
import { filesIn } from '../../../files-in.ts';

/*
 * What an hour of looking costs, by counted requests: twenty pages look at each step of the clock by their own rule, an
 * edge location keeps the shared answer, the real routes answer, and the three writers write by the real rule. The
 * figures are those of docs/operate.md.
 */

/** Dollars, N. Virginia, December 2026. */
const prices = {
  ...{ cloudFront: 1e-6, api: 1e-6, lambda: 0.2e-6, put: 5e-6, get: 0.4e-6, gbSecond: 1.33334e-5 },
  /** Of `GetMetricData`, with up to five statistics of each. */
  metric: 1e-5,
  /** The firewall and the function before the API look at each request, as at all others of the site. */
  ...{ firewall: 0.6e-6, edgeFunction: 0.1e-6 },
};

/**
 * The count of orders is started each minute (lib/constructs/ordering/order-counting.ts). While somebody looks it ends a
 * second after the first step that the next start has counted: after 60 s, 2.5 s to that step, and 1.5 s for the end.
 */
const counting = { gb: 136 / 1024, seconds: 60 * 64 };

/** A remembered answer takes 3 ms on 1 GB, with what reads the book of the staff. */
const answer = { gb: 1, seconds: 0.003 };

const hour = 3_600_000;
const minute = 60_000;

/** From the edge to the answer of a function: who comes in the meantime is sent on as well. */
const roundTripMs = 100;

/**
 * One edge location. CloudFront lets those who come while it fetches wait for that answer, but does not promise it: here
 * everybody who comes within a round trip of a miss is sent on, each to a function of their own.
 */
function edgeLocation(origin: (instance: number, at: number) => Promise<HttpAnswer>) {
  const ttls = { minTtl: 0, defaultTtl: 0, maxTtl: 5 };
  let kept: { readonly answer: HttpAnswer; readonly askedAt: number; readonly until: number } | undefined;
  let together = 0;
  const sent = { on: 0 };
  const ask = async (at: number): Promise<HttpAnswer> => {
    if (kept && at > kept.askedAt + roundTripMs && at < kept.until) return kept.answer;
    const isBeside = kept !== undefined && at <= kept.askedAt + roundTripMs;
    together = isBeside ? together + 1 : 0;
    sent.on += 1;
    const given = await origin(together, at);
    const { fresh } = lifetimeOf(given.headers, ttls, at);
    if (!isBeside) kept = { answer: given, askedAt: at, until: at + roundTripMs + fresh };
    return given;
  };
  return { ask, sent };
}

/** A bucket that counts. */
function countingBucket() {
  const counts = { get: 0, put: 0 };
  const files = filesIn(new Map());
  const counting = <Act extends (...given: never[]) => unknown>(kind: 'get' | 'put', act: Act): Act =>
    ((...given: never[]) => {
      counts[kind] += 1;
      return act(...given);
    }) as Act;
  const counted: Pick<FilesByPath, 'read' | 'readTagged' | 'write' | 'writeIf'> = {
    read: counting('get', files.read),
    readTagged: counting('get', files.readTagged),
    write: counting('put', files.write),
    writeIf: counting('put', files.writeIf),
  };
  return { counts, files: counted };
}

/** Draws of chance, the same in each run: some pages come nearly together, as people do. */
function drawing() {
  let seed = 7;
  return () => {
    seed = (seed * 1_103_515_245 + 12_345) % 2 ** 31;
    return seed / 2 ** 31;
  };
}

/** One hour with so many who look. */
async function hourOf(viewers: number) {
  const { counts, files } = countingBucket();
  const whoAsks: WhoAsks = async () => ({
    ok: true,
    asker: { email: 'ops@example.org', may: () => true, roleFor: () => undefined },
  });
  let made = 0;
  const newKey = () => {
    made += 1;
    return `key-${made}`.padEnd(22, '-');
  };
  const staff = showReadingsRoute({
    readings: rememberReadings(files.read),
    noteLook: noteLooks(files),
    handKey: handKeys({ files, newKey }),
    whoAsks,
  });
  const instances = Array.from({ length: viewers }, () =>
    showSharedReadingsRoute({
      readings: rememberReadings(files.read),
      noteLook: noteLooks(files),
      isGoodKey: rememberKeys(files.read),
    }),
  );
  const metrics = metricsTwin();
  const platform = showPlatformRoute({
    platform: keptPlatform({
      files,
      ask: (at) => askPlatform(metrics, watchedHere, at),
      wait: async () => undefined,
    }),
    whoAsks,
  });
  const request = { method: 'GET', headers: {}, query: {}, cookies: [], body: '', claims: undefined };
  const lines = keptReadings<LineReadingsFile>(files, readingsPath.line, ({ now }) => now.writtenAt);
  const houses = keptReadings<HouseReadings>(files, readingsPath.house, ({ countedAt }) => countedAt);
  const orders = keptReadings<OrderReadingsFile>(files, readingsPath.orders, ({ now }) => now.countedAt);
  const columns = { ...orderMinutes, underWay: [], promised: [], failedRefunds: [] };
  const writers = [
    (now: number) =>
      lines.write('friends', now, () => ({ now: { ...readings.line, writtenAt: now }, history: lineMinutes })),
    (now: number) => houses.write('friends', now, () => ({ ...readings.house, countedAt: now })),
    (now: number) =>
      orders.write('friends', now, () => ({
        now: { ...readings.orders, countedAt: now },
        history: columns,
        upTo: now,
      })),
  ].map((write) => ({ write, looked: watchLooks(files.read), writtenAt: undefined as number | undefined }));

  const asked = { staff: 0, shared: 0, history: 0, platform: 0 };
  /** Of each key by itself: the CDN tells addresses apart. */
  const atEdge = new Map<string, ReturnType<typeof edgeLocation>>();
  const edgeOf = (key: string) => {
    const found =
      atEdge.get(key) ??
      edgeLocation(async (instance, at) => {
        const route = instances[instance];
        if (!route) throw new Error('More come at once than look');
        return route.answer({ ...request, path: { onSale: 'friends', key } }, at);
      });
    atEdge.set(key, found);
    return found;
  };
  const heard = <Body>({ status, body }: HttpAnswer, at: number): Answer<Body> =>
    status === 200
      ? { ok: true, status, body: JSON.parse(`${body}`) as Body, seen: { sentAt: at, gotAt: at, ageMs: 0 } }
      : { ok: false, trouble: { kind: 'missing' } };
  let now = hour;
  const chance = drawing();
  const pages = Array.from({ length: viewers }, () => ({
    chance: chance(),
    platformAt: 0,
    historyAt: Number.NEGATIVE_INFINITY,
    ...openSharedLook({
      now: () => now,
      staff: async (onSale) => {
        asked.staff += 1;
        return heard<KeyedReadings>(await staff.answer({ ...request, path: { onSale } }, now), now);
      },
      shared: async (_onSale, key) => {
        asked.shared += 1;
        return heard<SharedReadings>(await edgeOf(key).ask(now), now);
      },
    }),
  }));
  let oldest = 0;
  let untold = 0;
  for (let step = hour; step < 2 * hour; step += readingsStepMs) {
    for (const writer of writers) {
      if (!isTimeToWrite(writer.writtenAt, await writer.looked(step), step)) continue;
      await writer.write(step);
      writer.writtenAt = step;
    }
    const looks = pages.map((page) => ({ page, at: step + untilNextLook(step, chance()) }));
    for (const { page, at } of looks.sort((one, other) => one.at - other.at)) {
      now = at;
      const looked = await page.look('friends');
      if (!looked.ok) untold += 1;
      const { line, house, orders: sold, history } = looked.ok ? looked.body : ({} as Partial<SharedReadings>);
      if (history) page.historyAt = now;
      // As the page does that has none: site/control-room/picture/follow-readings.ts.
      if (now - page.historyAt >= 2 * minute) {
        asked.history += 1;
        page.historyAt = now;
      }
      if (now >= page.platformAt) {
        asked.platform += 1;
        await platform.answer({ ...request, path: {} }, now);
        page.platformAt = now + untilPlatformLook(now, page.chance);
      }
      // The first figures after nobody looked are up to a minute old.
      if (step <= hour + minute) continue;
      for (const countedAt of [line?.writtenAt, house?.countedAt, sold?.countedAt])
        oldest = Math.max(oldest, now - (countedAt ?? 0));
    }
  }
  const sentOn = [...atEdge.values()].reduce((sum, { sent }) => sum + sent.on, 0);
  const toFunctions = asked.staff + asked.history + asked.platform + sentOn;
  const atDoor = asked.staff + asked.history + asked.platform + asked.shared;
  const requests =
    atDoor * prices.cloudFront +
    toFunctions * (prices.api + prices.lambda + answer.gb * answer.seconds * prices.gbSecond);
  // A look at what was reads two files.
  const kept = counts.put * prices.put + (counts.get + 2 * asked.history) * prices.get;
  const measured = metrics.paid() * prices.metric;
  const counted = viewers > 0 ? counting.gb * counting.seconds * prices.gbSecond : 0;
  const looked = atDoor * (prices.firewall + prices.edgeFunction);
  const whole = requests + kept + measured + counted;
  return { ...counts, asked, sentOn, atDoor, requests, kept, measured, counted, looked, whole, oldest, untold };
}

describe('an hour of readings', () => {
  test('costs under five cents when twenty look, and all that they are shown was counted within five seconds', async () => {
    const { whole, oldest, untold, measured, counted, asked, put, sentOn } = await hourOf(20);
    expect(whole).toBeLessThan(0.05);
    expect(oldest).toBeLessThanOrEqual(5000);
    expect(untold).toBe(0);
    // Each page looks once a step, and asks whether it still may every four minutes.
    expect(asked.staff + asked.shared).toBe(20 * 720);
    expect(asked.staff).toBe(20 * 15);
    // One comes within a round trip of the first, on average.
    expect(sentOn).toBeLessThan(2 * 720);
    expect(asked.history).toBeLessThan(40);
    expect(put).toBeLessThan(2400);
    // Sixteen metrics a minute, however many look, and once more when the first comes.
    expect(measured).toBeCloseTo(16 * 61 * prices.metric, 6);
    expect(counted).toBeCloseTo(0.0068, 4);
  });

  test('the firewall and the function before the API cost a cent more, as they do of every request of the site', async () => {
    expect((await hourOf(20)).looked).toBeCloseTo(0.011, 3);
  });

  test('costs a tenth of a cent when nobody looks', async () => {
    const { whole: dollars, put, atDoor } = await hourOf(0);
    expect({ put, atDoor }).toEqual({ put: 3 * 60, atDoor: 0 });
    expect(dollars).toBeLessThan(0.0015);
  });
});
