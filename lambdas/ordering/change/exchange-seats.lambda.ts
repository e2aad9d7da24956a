import type { PerformanceFile } from '../../../contracts/catalogue.ts';
import { openPublishedFiles, openTables } from '../../foundation/aws.gateway.ts';
import { readEnv } from '../../foundation/env.ts';
import { openHouseQueue } from '../../foundation/house-queue.gateway.ts';
import { http } from '../../foundation/http.ts';
import { readSecret, readSecrets } from '../../foundation/secrets.gateway.ts';
import { doorStore } from '../door/door.store.ts';
import { orderStore } from '../order/order.store.ts';
import { orderingKeys } from '../order/order-id.ts';
import { rememberPerformances } from '../order/performances.ts';
import { exchangeSeatsRoute } from './exchange-seats.route.ts';

const env = readEnv('ordering/change/exchange-seats', process.env);
const [orderingSecret, originSecrets] = await Promise.all([
  readSecret(env.ORDERING_SECRET_ARN),
  readSecrets(env.ORIGIN_SECRET_ARNS),
]);
const tables = openTables();
const files = openPublishedFiles(env.PUBLISHED_BUCKET);
const deps = {
  store: orderStore(tables, env.ORDERS_TABLE),
  door: doorStore(tables, env.ORDERS_TABLE),
  askHouse: openHouseQueue(env.HOUSE_QUEUE_URL),
  read: files.read,
  findPerformance: rememberPerformances((path) => files.read<PerformanceFile>(path)),
  keys: orderingKeys(orderingSecret),
};

export const handler = http(exchangeSeatsRoute(deps), originSecrets);
