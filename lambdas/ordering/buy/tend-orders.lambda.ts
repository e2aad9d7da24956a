import middy from '@middy/core';
import type { Context } from 'aws-lambda';
import { openTables } from '../../foundation/aws.gateway.ts';
import { readEnv } from '../../foundation/env.ts';
import { everyInvocation } from '../../foundation/every-invocation.ts';
import { openHouseQueue } from '../../foundation/house-queue.gateway.ts';
import { logger, metrics, publishMetrics } from '../../foundation/observe.ts';
import { readSecret } from '../../foundation/secrets.gateway.ts';
import { doorStore } from '../door/door.store.ts';
import { openAnnouncements } from '../mail/announcements.gateway.ts';
import { orderStore } from '../order/order.store.ts';
import { orderingKeys } from '../order/order-id.ts';
import { openPayments } from '../payment/payments.gateway.ts';
import { keepRetention } from '../personal/keep-retention.ts';
import { retentionStore } from '../personal/retention.store.ts';
import { tendOrders } from './tend-orders.ts';

const env = readEnv('ordering/buy/tend-orders', process.env);
const tables = openTables();
const deps = {
  store: orderStore(tables, env.ORDERS_TABLE),
  door: doorStore(tables, env.ORDERS_TABLE),
  payments: openPayments(env),
  askHouse: openHouseQueue(env.HOUSE_QUEUE_URL),
  announce: openAnnouncements(env.ANNOUNCEMENTS_QUEUE_URL),
  keys: orderingKeys(await readSecret(env.ORDERING_SECRET_ARN)),
};

const retention = retentionStore(tables, env.ORDERS_TABLE);
const keepDays = env.KEEP_PERSONS_DAYS === 'ever' ? undefined : Number(env.KEEP_PERSONS_DAYS);

/** Left for the orders under way: a provider is given ten seconds. */
const marginMs = 12_000;

/** Started every minute. */
export const handler = middy<unknown, void>()
  .use(everyInvocation)
  .use(publishMetrics)
  .handler(async (_given, context: Context) => {
    const endsAt = Date.now() + context.getRemainingTimeInMillis() - marginMs;
    const { tended, failed } = await tendOrders(deps, Date.now, endsAt);
    if (tended > 0) metrics.addMetric('OrdersTended', 'Count', tended);
    for (const { order, error } of failed) logger.error('order not tended', { order, error: error as Error });
    if (keepDays !== undefined) {
      const erased = await keepRetention({ store: deps.store, retention, keepDays }, Date.now, endsAt);
      if (erased > 0) metrics.addMetric('PersonsErased', 'Count', erased);
    }
    if (failed.length > 0) metrics.addMetric('OrdersNotTended', 'Count', failed.length);
  });
