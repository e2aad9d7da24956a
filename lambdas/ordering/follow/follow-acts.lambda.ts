import middy from '@middy/core';
import type { Context } from 'aws-lambda';
import { published } from '../../../contracts/paths.ts';
import type { PerformanceActs } from '../../../contracts/performance-acts.ts';
import { openPublishedFiles, openTables } from '../../foundation/aws.gateway.ts';
import { readEnv } from '../../foundation/env.ts';
import { everyInvocation } from '../../foundation/every-invocation.ts';
import { openHouseQueue } from '../../foundation/house-queue.gateway.ts';
import { logger, metrics, publishMetrics } from '../../foundation/observe.ts';
import { actsIn } from '../../foundation/performance-acts.ts';
import { readSecret } from '../../foundation/secrets.gateway.ts';
import { doorStore } from '../door/door.store.ts';
import { openAnnouncements } from '../mail/announcements.gateway.ts';
import { orderStore } from '../order/order.store.ts';
import { orderingKeys } from '../order/order-id.ts';
import { openPayments } from '../payment/payments.gateway.ts';
import { followStore } from './follow.store.ts';
import { followActs } from './follow-acts.ts';

const env = readEnv('ordering/follow/follow-acts', process.env);
const tables = openTables();
const files = openPublishedFiles(env.PUBLISHED_BUCKET);
const deps = {
  store: orderStore(tables, env.ORDERS_TABLE),
  door: doorStore(tables, env.ORDERS_TABLE),
  follow: followStore(tables, env.ORDERS_TABLE),
  payments: openPayments(env),
  askHouse: openHouseQueue(env.HOUSE_QUEUE_URL),
  announce: openAnnouncements(env.ANNOUNCEMENTS_QUEUE_URL),
  keys: orderingKeys(await readSecret(env.ORDERING_SECRET_ARN)),
  acts: async () => actsIn(await files.read<PerformanceActs>(published.performanceActs())),
};

/** Left for the page under way: a provider is given ten seconds. */
const marginMs = 20_000;

/** Started every minute. */
export const handler = middy<unknown, void>()
  .use(everyInvocation)
  .use(publishMetrics)
  .handler(async (_given, context: Context) => {
    const endsAt = Date.now() + context.getRemainingTimeInMillis() - marginMs;
    const { left, late, failed } = await followActs(deps, Date.now, endsAt);
    if (left > 0) metrics.addMetric('OrdersBehindActs', 'Count', left);
    for (const performance of late) logger.error('orders do not follow what became of a performance', { performance });
    if (late.length > 0) metrics.addMetric('ActsNotFollowed', 'Count', late.length);
    for (const { order, error } of failed) logger.error('order does not follow', { order, error: error as Error });
  });
