import type { PerformanceFile } from '../../../contracts/catalogue.ts';
import { languageNamed } from '../../../contracts/languages.ts';
import { openPublishedFiles, openTables } from '../../foundation/aws.gateway.ts';
import { readEnv } from '../../foundation/env.ts';
import { openHouseQueue } from '../../foundation/house-queue.gateway.ts';
import { http } from '../../foundation/http.ts';
import { readPassKeys, readSecret } from '../../foundation/secrets.gateway.ts';
import { orderStore } from '../order/order.store.ts';
import { orderingKeys } from '../order/order-id.ts';
import { rememberPerformances } from '../order/performances.ts';
import { offeredPayments } from '../payment/offered-payments.ts';
import { openPayments } from '../payment/payments.gateway.ts';
import { placeOrderRoute } from './place-order.route.ts';

const env = readEnv('ordering/buy/place-order', process.env);
const files = openPublishedFiles(env.PUBLISHED_BUCKET);
const [passKeys, orderingSecret, originSecret] = await Promise.all([
  readPassKeys(env.PASS_KEYS),
  readSecret(env.ORDERING_SECRET_ARN),
  readSecret(env.ORIGIN_SECRET_ARN),
]);
const language = languageNamed(env.VENUE_LANGUAGE);
const deps = {
  store: orderStore(openTables(), env.ORDERS_TABLE),
  payments: offeredPayments(env.PAYMENT_METHODS, process.env.LOCAL_CLOUD, openPayments(env)),
  findPerformance: rememberPerformances((path) => files.read<PerformanceFile>(path)),
  askHouse: openHouseQueue(env.HOUSE_QUEUE_URL),
  passKeys,
  keys: orderingKeys(orderingSecret),
  ...(language && { language }),
};

export const handler = http(placeOrderRoute(deps), originSecret);
