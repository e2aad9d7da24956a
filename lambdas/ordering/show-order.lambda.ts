import { z } from 'zod';
import type { PerformanceFile } from '../../contracts/catalogue.ts';
import { opaqueId } from '../../contracts/ids.ts';
import { header } from '../../contracts/paths.ts';
import { openPublishedFiles, openTables } from '../foundation/aws.gateway.ts';
import { readEnv } from '../foundation/env.ts';
import { http } from '../foundation/http.ts';
import { readPassKeys, readSecret } from '../foundation/secrets.gateway.ts';
import { orderStore } from './order.store.ts';
import { orderingKeys } from './order-id.ts';
import { rememberPerformances } from './performances.ts';
import { showOrder } from './show-order.ts';

const env = readEnv('ordering/show-order', process.env);
const [passKeys, orderingSecret, originSecret] = await Promise.all([
  readPassKeys(env.PASS_KEYS),
  readSecret(env.ORDERING_SECRET_ARN),
  readSecret(env.ORIGIN_SECRET_ARN),
]);
const files = openPublishedFiles(env.PUBLISHED_BUCKET);
const ports = {
  store: orderStore(openTables(), env.ORDERS_TABLE),
  keys: orderingKeys(orderingSecret),
  passKeys,
  findPerformance: rememberPerformances((path) => files.read<PerformanceFile>(path)),
};
const shape = {
  path: z.object({ order: opaqueId }),
  headers: z.object({ [header.orderKey]: z.string().optional() }),
};

/** `GET /api/orders/{order}`, with the order's key in a header. */
export const handler = http(shape, originSecret, async ({ path, headers, now }) => {
  const shown = await showOrder(ports, { id: path.order, key: headers[header.orderKey] }, now);
  return shown.ok ? { ok: true, status: 200, body: shown.order } : shown;
});
