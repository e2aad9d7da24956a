import { z } from 'zod';
import type { PerformanceFile } from '../../../contracts/catalogue.ts';
import { orderRequest } from '../../../contracts/order.ts';
import { header } from '../../../contracts/paths.ts';
import { openPublishedFiles, openTables } from '../../foundation/aws.gateway.ts';
import { readEnv } from '../../foundation/env.ts';
import { openHouseQueue } from '../../foundation/house-queue.gateway.ts';
import { http } from '../../foundation/http.ts';
import { metrics } from '../../foundation/observe.ts';
import { readPassKeys, readSecret } from '../../foundation/secrets.gateway.ts';
import { orderStore } from '../order/order.store.ts';
import { orderingKeys } from '../order/order-id.ts';
import { rememberPerformances } from '../order/performances.ts';
import { offeredPayments } from '../payment/offered-payments.ts';
import { openPayments } from '../payment/payments.gateway.ts';
import { placeOrder } from './place-order.ts';

const env = readEnv('ordering/buy/place-order', process.env);
const files = openPublishedFiles(env.PUBLISHED_BUCKET);
const [passKeys, orderingSecret, originSecret] = await Promise.all([
  readPassKeys(env.PASS_KEYS),
  readSecret(env.ORDERING_SECRET_ARN),
  readSecret(env.ORIGIN_SECRET_ARN),
]);
const ports = {
  store: orderStore(openTables(), env.ORDERS_TABLE),
  payments: offeredPayments(env.PAYMENT_METHODS, process.env.LOCAL_CLOUD, openPayments(env)),
  findPerformance: rememberPerformances((path) => files.read<PerformanceFile>(path)),
  askHouse: openHouseQueue(env.HOUSE_QUEUE_URL),
  passKeys,
  keys: orderingKeys(orderingSecret),
};
const headers = z.object({
  [header.pass]: z.string().optional(),
  [header.idempotencyKey]: z.string().optional(),
});

/** `POST /api/orders`: 202 with the order; 200 with it again for a repeat. */
export const handler = http({ body: orderRequest, headers }, originSecret, async ({ body, headers, now }) => {
  const placed = await placeOrder(
    ports,
    { pass: headers[header.pass], idempotencyKey: headers[header.idempotencyKey], request: body },
    now,
  );
  if (!placed.ok) return placed;
  if (placed.first) metrics.addMetric('OrdersPlaced', 'Count', 1);
  return { ok: true, status: placed.first ? 202 : 200, body: placed.order };
});
