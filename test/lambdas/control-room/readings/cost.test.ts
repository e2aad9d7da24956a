import { describe, expect, test } from '@jest/globals';
import {
  type HouseReadings,
  type LineReadingsFile,
  type OrderReadingsFile,
  readingsPath,
  readingsStepMs,
} from '../../../../contracts/readings.ts';
import { keptPlatform } from '../../../../lambdas/control-room/platform/kept-platform.ts';
import { metricsTwin } from '../../../../lambdas/control-room/platform/metrics.twin.ts';
import { askPlatform } from '../../../../lambdas/control-room/platform/platform-figures.ts';
import { showPlatformRoute } from '../../../../lambdas/control-room/platform/show-platform.route.ts';
import { rememberReadings } from '../../../../lambdas/control-room/readings/readings-memory.ts';
import { showReadingsRoute } from '../../../../lambdas/control-room/readings/show-readings.route.ts';
import type { FilesByPath } from '../../../../lambdas/foundation/aws.gateway.ts';
import { keptReadings } from '../../../../lambdas/foundation/readings/kept-readings.ts';
import { noteLooks, watchLooks } from '../../../../lambdas/foundation/readings/looks.ts';
import { isTimeToWrite } from '../../../../lambdas/foundation/readings/when-to-write.ts';
import type { WhoAsks } from '../../../../lambdas/foundation/staff/who-asks.ts';
import { watchedHere } from '../../../../simulation/stage/watched-here.ts';
import { lineMinutes, orderMinutes, readings } from '../../../../site/developers/readings-examples.ts';
import { filesIn } from '../../../files-in.ts';

/*
 * What an hour of looking costs, by counted requests: twenty pages ask the real route at each step of the clock, and
 * the three writers write by the real rule. The figures are those of docs/operate.md.
 */

/** Dollars, N. Virginia, December 2026. A request of the API is one of CloudFront, of the API and of Lambda. */
const prices = {
  ...{ cloudFront: 1e-6, api: 1e-6, lambda: 0.2e-6, put: 5e-6, get: 0.4e-6, gbSecond: 1.33334e-5 },
  /** Of `GetMetricData`, with up to five statistics of each. */
  metric: 1e-5,
};

/** The count of orders is started each minute, and runs 67 s while somebody looks: lib/constructs/ordering/order-counting.ts. */
const counting = { gb: 192 / 1024, seconds: 60 * 67 };

/** A remembered answer takes 3 ms on 1 GB, with what reads the book of the staff. */
const answer = { gb: 1, seconds: 0.003 };

const hour = 3_600_000;

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

/** One hour with so many who look. */
async function hourOf(viewers: number) {
  const { counts, files } = countingBucket();
  const whoAsks: WhoAsks = async () => ({
    ok: true,
    asker: { email: 'ops@example.org', may: () => true, roleFor: () => undefined },
  });
  const route = showReadingsRoute({
    readings: rememberReadings(files.read),
    noteLook: noteLooks(files.write),
    whoAsks,
  });
  const metrics = metricsTwin();
  const platform = showPlatformRoute({
    platform: keptPlatform({
      files,
      ask: (at) => askPlatform(metrics, watchedHere, at),
      wait: async () => undefined,
    }),
    whoAsks,
  });
  const request = { method: 'GET', headers: {}, query: {}, body: '', claims: undefined };
  const file = { line: readings.line, house: readings.house, orders: readings.orders };
  const lines = keptReadings<LineReadingsFile>(files, readingsPath.line, ({ now }) => now.writtenAt);
  const houses = keptReadings<HouseReadings>(files, readingsPath.house, ({ countedAt }) => countedAt);
  const orders = keptReadings<OrderReadingsFile>(files, readingsPath.orders, ({ now }) => now.countedAt);
  const columns = { ...orderMinutes, underWay: [], promised: [], failedRefunds: [] };
  const writers = [
    (now: number) =>
      lines.write('friends', now, () => ({ now: { ...file.line, writtenAt: now }, history: lineMinutes })),
    (now: number) => houses.write('friends', now, () => ({ ...file.house, countedAt: now })),
    (now: number) =>
      orders.write('friends', now, () => ({ now: { ...file.orders, countedAt: now }, history: columns, upTo: now })),
  ].map((write) => ({ write, looked: watchLooks(files.read), writtenAt: undefined as number | undefined }));
  let asked = 0;
  let oldest = 0;
  const path = { onSale: 'friends' };
  for (let now = hour; now < 2 * hour; now += readingsStepMs) {
    for (const writer of writers) {
      if (!isTimeToWrite(writer.writtenAt, await writer.looked(now), now)) continue;
      await writer.write(now);
      writer.writtenAt = now;
    }
    for (let viewer = 0; viewer < viewers; viewer += 1) {
      const at = now + 400 + 30 * viewer;
      const { body } = await route.answer({ ...request, path } as never, at);
      if (now % 60_000 === 30_000) await platform.answer({ ...request, path: {} } as never, at);
      const { line } = JSON.parse(`${body}`) as { line: { writtenAt: number } };
      asked += 1;
      // The first figures after nobody looked are up to a minute old.
      if (now > hour + 30_000) oldest = Math.max(oldest, at - line.writtenAt);
    }
  }
  // Each page reads once a minute what was, and how the platform goes.
  const history = viewers * 60;
  const requests = asked + 2 * history;
  const dollars =
    requests * (prices.cloudFront + prices.api + prices.lambda + answer.gb * answer.seconds * prices.gbSecond) +
    counts.put * prices.put +
    (counts.get + history / 20) * prices.get;
  const measured = metrics.paid() * prices.metric;
  const counted = viewers > 0 ? counting.gb * counting.seconds * prices.gbSecond : 0;
  return { ...counts, requests, dollars, measured, counted, whole: dollars + measured + counted, oldest };
}

describe('an hour of readings', () => {
  test('costs seven cents in all when twenty look, and all that they are shown was counted within five seconds', async () => {
    const { dollars, measured, counted, whole, requests, put, oldest } = await hourOf(20);
    expect({ requests, put }).toEqual({ requests: 16_800, put: expect.any(Number) });
    expect(put).toBeLessThan(2450);
    expect(dollars).toBeGreaterThan(0.03);
    expect(dollars).toBeLessThan(0.052);
    // Sixteen metrics a minute, however many look.
    expect(measured).toBeCloseTo(16 * 60 * prices.metric, 6);
    expect(counted).toBeCloseTo(0.01, 3);
    expect(whole).toBeLessThan(0.0725);
    expect(oldest).toBeLessThanOrEqual(5000);
  });

  test('costs a tenth of a cent when nobody looks', async () => {
    const { whole: dollars, put, requests } = await hourOf(0);
    expect({ put, requests }).toEqual({ put: 3 * 60, requests: 0 });
    expect(dollars).toBeLessThan(0.0015);
  });
});
