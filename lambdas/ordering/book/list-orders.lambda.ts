import { openTables } from '../../foundation/aws.gateway.ts';
import { readEnv } from '../../foundation/env.ts';
import { http } from '../../foundation/http.ts';
import { readSecret, readSecrets } from '../../foundation/secrets.gateway.ts';
import { orderStore } from '../order/order.store.ts';
import { listOrdersRoute } from './list-orders.route.ts';

const env = readEnv('ordering/book/list-orders', process.env);
const [staffKey, originSecrets] = await Promise.all([
  readSecret(env.STAFF_KEY_ARN),
  readSecrets(env.ORIGIN_SECRET_ARNS),
]);
const deps = { store: orderStore(openTables(), env.ORDERS_TABLE), staffKey };

export const handler = http(listOrdersRoute(deps), originSecrets);
