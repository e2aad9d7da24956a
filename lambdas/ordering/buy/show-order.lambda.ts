import type { PerformanceFile } from '../../../contracts/catalogue.ts';
import { openPublishedFiles, openTables } from '../../foundation/aws.gateway.ts';
import { readEnv } from '../../foundation/env.ts';
import { http } from '../../foundation/http.ts';
import { openKeys, readSecret, readSecrets } from '../../foundation/secrets.gateway.ts';
import { orderStore } from '../order/order.store.ts';
import { orderingKeys } from '../order/order-id.ts';
import { rememberPerformances } from '../order/performances.ts';
import { showOrderRoute } from './show-order.route.ts';

const env = readEnv('ordering/buy/show-order', process.env);
const [slipKeys, voucherKeys, orderingSecret, originSecrets] = await Promise.all([
  openKeys(env.SLIP_KEYS_ARN),
  openKeys(env.VOUCHER_KEYS_ARN),
  readSecret(env.ORDERING_SECRET_ARN),
  readSecrets(env.ORIGIN_SECRET_ARNS),
]);
const files = openPublishedFiles(env.PUBLISHED_BUCKET);
const deps = {
  store: orderStore(openTables(), env.ORDERS_TABLE),
  keys: orderingKeys(orderingSecret),
  slipKeys,
  voucherKeys,
  findPerformance: rememberPerformances((path) => files.read<PerformanceFile>(path)),
};

export const handler = http(showOrderRoute(deps), originSecrets);
