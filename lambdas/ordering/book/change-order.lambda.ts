import { openPublishedFiles, openTables } from '../../foundation/aws.gateway.ts';
import { readEnv } from '../../foundation/env.ts';
import { openHouseQueue } from '../../foundation/house-queue.gateway.ts';
import { http } from '../../foundation/http.ts';
import { readSecret, readSecrets } from '../../foundation/secrets.gateway.ts';
import { doorStore } from '../door/door.store.ts';
import { orderStore } from '../order/order.store.ts';
import { orderingKeys } from '../order/order-id.ts';
import { changeOrderRoute } from './change-order.route.ts';

const env = readEnv('ordering/book/change-order', process.env);
const [staffKey, orderingSecret, originSecrets] = await Promise.all([
  readSecret(env.STAFF_KEY_ARN),
  readSecret(env.ORDERING_SECRET_ARN),
  readSecrets(env.ORIGIN_SECRET_ARNS),
]);
const tables = openTables();
const deps = {
  store: orderStore(tables, env.ORDERS_TABLE),
  door: doorStore(tables, env.ORDERS_TABLE),
  askHouse: openHouseQueue(env.HOUSE_QUEUE_URL),
  read: openPublishedFiles(env.PUBLISHED_BUCKET).read,
  keys: orderingKeys(orderingSecret),
  staffKey,
};

export const handler = http(changeOrderRoute(deps), originSecrets);
