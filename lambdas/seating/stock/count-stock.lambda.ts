import { setTimeout as wait } from 'node:timers/promises';
import { MetricUnit } from '@aws-lambda-powertools/metrics';
import middy from '@middy/core';
import type { Context } from 'aws-lambda';
import { type HouseReadings, readingsPath } from '../../../contracts/readings.ts';
import { openPublishedFiles, openTables } from '../../foundation/aws.gateway.ts';
import { readEnv } from '../../foundation/env.ts';
import { everyInvocation } from '../../foundation/every-invocation.ts';
import { logger, metrics, publishMetrics } from '../../foundation/observe.ts';
import { keptReadings } from '../../foundation/readings/kept-readings.ts';
import { watchLooks } from '../../foundation/readings/looks.ts';
import { houseStore } from '../house/house.store.ts';
import { readOnSales } from '../house/on-sale-performances.ts';
import { releaseCarrier } from '../levers/carry-releases.ts';
import { salesPublisher } from '../levers/publish-sale.ts';
import { countStock, type StockDeps } from './count-stock.ts';
import { dateBooks } from './date-left.ts';
import { SeatCounter } from './seat-counter.ts';
import { houseTeller } from './tell-houses.ts';

const env = readEnv('seating/stock/count-stock', process.env);
const store = houseStore(openTables(), env.HOUSES_TABLE);
const files = openPublishedFiles(env.PUBLISHED_BUCKET);
const books = dateBooks(files.read);
const readingsFiles = openPublishedFiles(env.READINGS_BUCKET);
const carryReleases = releaseCarrier({ store, files, read: files.read });
const sales = { publishSales: salesPublisher(files, store), carryReleases };
const isLookedAt = watchLooks(readingsFiles.read);
/** A few bytes a line, for as long as the function is warm. */
const lines = new Map<string, { readonly opensAt: number; readonly closesAt: number }>();

const reporter = (what: string, metric: string) => (error: unknown) => {
  logger.error(what, { error: error as Error });
  metrics.addMetric(metric, MetricUnit.Count, 1);
};

/** Left for the count under way. */
const marginMs = 8000;

/** Started every minute; runs for as long as it may while anything is on sale. */
export const handler = middy<unknown, void>()
  .use(everyInvocation)
  .use(publishMetrics)
  .handler(async (_given, context: Context) => {
    const endsAt = Date.now() + context.getRemainingTimeInMillis() - marginMs;
    // The readings of an earlier start are old: each begins anew.
    const counter = new SeatCounter(store);
    const dates: StockDeps['dates'] = (open, now) => counter.dates(open, books, now);
    const readings = houseTeller({
      readings: keptReadings<HouseReadings>(readingsFiles, readingsPath.house, ({ countedAt }) => countedAt),
      isLookedAt,
      byBand: (onSale, now) => counter.byBand(onSale, books, now),
      report: reporter('readings not written', 'ReadingsUntold'),
    });
    const byPerformance: StockDeps['byPerformance'] = (...of) => counter.byPerformance(...of);
    const told = { dates, readings, byPerformance, ...sales, report: reporter('seats not counted', 'CountFailed') };
    const onSales = () => readOnSales(files.read, lines);
    await countStock({ onSales, counter, files, ...told, clock: Date.now, wait }, endsAt);
  });
