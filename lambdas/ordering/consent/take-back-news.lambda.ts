import type { PerformanceFile } from '../../../contracts/catalogue.ts';
import { openPublishedFiles, openTables } from '../../foundation/aws.gateway.ts';
import { readEnv } from '../../foundation/env.ts';
import { http } from '../../foundation/http.ts';
import { readSecret, readSecrets } from '../../foundation/secrets.gateway.ts';
import { orderStore } from '../order/order.store.ts';
import { orderingKeys } from '../order/order-id.ts';
import { rememberPerformances } from '../order/performances.ts';
import { takeBackNewsRoute } from './take-back-news.route.ts';

const env = readEnv('ordering/consent/take-back-news', process.env);
const [orderingSecret, originSecrets] = await Promise.all([
  readSecret(env.ORDERING_SECRET_ARN),
  readSecrets(env.ORIGIN_SECRET_ARNS),
]);
const files = openPublishedFiles(env.PUBLISHED_BUCKET);
const deps = {
  store: orderStore(openTables(), env.ORDERS_TABLE),
  keys: orderingKeys(orderingSecret),
  findPerformance: rememberPerformances((path) => files.read<PerformanceFile>(path)),
};

export const handler = http(takeBackNewsRoute(deps), originSecrets);
