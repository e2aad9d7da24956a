import { BatchProcessor, EventType, processPartialResponse } from '@aws-lambda-powertools/batch';
import { injectLambdaContext } from '@aws-lambda-powertools/logger/middleware';
import { captureLambdaHandler } from '@aws-lambda-powertools/tracer/middleware';
import middy from '@middy/core';
import type { SQSBatchResponse, SQSEvent, SQSRecord } from 'aws-lambda';
import { houseOutcome } from '../../../contracts/house.ts';
import { openTables } from '../../foundation/aws.gateway.ts';
import { readEnv } from '../../foundation/env.ts';
import { openHouseQueue } from '../../foundation/house-queue.gateway.ts';
import { logger, metrics, publishMetrics, tracer } from '../../foundation/observe.ts';
import { readSecret } from '../../foundation/secrets.gateway.ts';
import { doorStore } from '../door/door.store.ts';
import { openAnnouncements } from '../mail/announcements.gateway.ts';
import { orderStore } from '../order/order.store.ts';
import { orderingKeys } from '../order/order-id.ts';
import { openPayments } from '../payment/payments.gateway.ts';
import { settleOrder } from './settle-order.ts';

const env = readEnv('ordering/buy/settle-order', process.env);
const tables = openTables();
const deps = {
  store: orderStore(tables, env.ORDERS_TABLE),
  door: doorStore(tables, env.ORDERS_TABLE),
  payments: openPayments(env),
  askHouse: openHouseQueue(env.HOUSE_QUEUE_URL),
  announce: openAnnouncements(env.ANNOUNCEMENTS_QUEUE_URL),
  keys: orderingKeys(await readSecret(env.ORDERING_SECRET_ARN)),
};
const processor = new BatchProcessor(EventType.SQS);

const counted: Readonly<Record<string, string>> = { confirmed: 'OrdersConfirmed', cancelled: 'OrdersCancelled' };

/** One answer of the house. What fails comes again, and after some tries lies in the dead-letter queue for staff. */
async function settle({ body, messageId }: SQSRecord): Promise<void> {
  try {
    const order = await settleOrder(deps, houseOutcome.parse(JSON.parse(body)), Date.now());
    if (order.state === 'placed') return;
    logger.info('settled', { order: order.id, state: order.state, version: order.version });
    metrics.addMetric(counted[order.state] ?? 'OrdersRefused', 'Count', 1);
  } catch (error) {
    logger.error('outcome not settled', { messageId, error: error as Error });
    throw error;
  }
}

/** From the outcomes queue: the house sold, lost or changed a hold. */
export const handler = middy<SQSEvent, SQSBatchResponse>()
  .use(injectLambdaContext(logger))
  .use(captureLambdaHandler(tracer, { captureResponse: false }))
  .use(publishMetrics)
  .handler((event, context) =>
    processPartialResponse(event, settle, processor, { context, throwOnFullBatchFailure: false }),
  );
