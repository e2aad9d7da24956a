import { openPublishedFiles, openTables } from '../../foundation/aws.gateway.ts';
import { readEnv } from '../../foundation/env.ts';
import { openHouseQueue } from '../../foundation/house-queue.gateway.ts';
import { http } from '../../foundation/http.ts';
import { readSecret, readSecrets } from '../../foundation/secrets.gateway.ts';
import { orderStore } from '../order/order.store.ts';
import { orderingKeys } from '../order/order-id.ts';
import { chooseDateRoute } from './choose-date.route.ts';

const env = readEnv('ordering/change/choose-date', process.env);
const [orderingSecret, originSecrets] = await Promise.all([
  readSecret(env.ORDERING_SECRET_ARN),
  readSecrets(env.ORIGIN_SECRET_ARNS),
]);
const deps = {
  store: orderStore(openTables(), env.ORDERS_TABLE),
  askHouse: openHouseQueue(env.HOUSE_QUEUE_URL),
  read: openPublishedFiles(env.PUBLISHED_BUCKET).read,
  keys: orderingKeys(orderingSecret),
};

export const handler = http(chooseDateRoute(deps), originSecrets);
