import { setTimeout as wait } from 'node:timers/promises';
import middy from '@middy/core';
import type { Context } from 'aws-lambda';
import { type OrderReadingsFile, readingsPath } from '../../../contracts/readings.ts';
import { openPublishedFiles, openTables } from '../../foundation/aws.gateway.ts';
import { readEnv } from '../../foundation/env.ts';
import { everyInvocation } from '../../foundation/every-invocation.ts';
import { logger, metrics, publishMetrics } from '../../foundation/observe.ts';
import { keptReadings } from '../../foundation/readings/kept-readings.ts';
import { watchLooks } from '../../foundation/readings/looks.ts';
import { orderStore } from '../order/order.store.ts';
import { countOrders } from './count-orders.ts';
import { OrderCounter } from './order-counter.ts';

const env = readEnv('ordering/readings/count-orders', process.env);
const store = orderStore(openTables(), env.ORDERS_TABLE);
const { read } = openPublishedFiles(env.PUBLISHED_BUCKET);
const files = openPublishedFiles(env.READINGS_BUCKET);
const isLookedAt = watchLooks(files.read);

/** Left for the count under way. */
const marginMs = 8000;

/** Started every minute; runs a little longer than one while somebody looks. */
export const handler = middy<unknown, void>()
  .use(everyInvocation)
  .use(publishMetrics)
  .handler(async (_given, context: Context) => {
    const report = (error: unknown) => {
      logger.error('orders not counted', { error: error as Error });
      metrics.addMetric('ReadingsUntold', 'Count', 1);
    };
    const endsAt = Date.now() + context.getRemainingTimeInMillis() - marginMs;
    // What an earlier start saw is old: each begins anew.
    const readings = keptReadings<OrderReadingsFile>(files, readingsPath.orders, ({ now }) => now.countedAt);
    const counter = new OrderCounter({ store, readings });
    await countOrders({ read, counter, isLookedAt, report, clock: Date.now, wait }, endsAt);
  });
