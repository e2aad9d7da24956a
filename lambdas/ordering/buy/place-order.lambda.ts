import type { PerformanceFile } from '../../../contracts/catalogue.ts';
import { languageNamed } from '../../../contracts/languages.ts';
import type { Plan } from '../../../contracts/plan.ts';
import type { SaleFile } from '../../../contracts/sale-levers.ts';
import { openPublishedFiles, openTables } from '../../foundation/aws.gateway.ts';
import { rememberEnded } from '../../foundation/ended-passes.ts';
import { readEnv } from '../../foundation/env.ts';
import { openHouseQueue } from '../../foundation/house-queue.gateway.ts';
import { http } from '../../foundation/http.ts';
import { listUnread, saleUnread } from '../../foundation/observe.ts';
import { openKeys, readSecret, readSecrets } from '../../foundation/secrets.gateway.ts';
import { orderStore } from '../order/order.store.ts';
import { orderingKeys } from '../order/order-id.ts';
import { rememberPerformances } from '../order/performances.ts';
import { rememberSeats } from '../order/plan-seats.ts';
import { rememberMethods } from '../payment/methods-now.ts';
import { offeredPayments } from '../payment/offered-payments.ts';
import { openPayments } from '../payment/payments.gateway.ts';
import { placeOrderRoute } from './place-order.route.ts';

const env = readEnv('ordering/buy/place-order', process.env);
const files = openPublishedFiles(env.PUBLISHED_BUCKET);
const [passKeys, slipKeys, voucherKeys, orderingSecret, originSecrets] = await Promise.all([
  openKeys(env.PASS_KEYS_ARN),
  openKeys(env.SLIP_KEYS_ARN),
  openKeys(env.VOUCHER_KEYS_ARN),
  readSecret(env.ORDERING_SECRET_ARN),
  readSecrets(env.ORIGIN_SECRET_ARNS),
]);
const language = languageNamed(env.VENUE_LANGUAGE);
const deps = {
  store: orderStore(openTables(), env.ORDERS_TABLE),
  payments: offeredPayments(env.PAYMENT_METHODS, process.env.LOCAL_CLOUD, openPayments(env)),
  findMethods: rememberMethods((path) => files.read<SaleFile>(path), saleUnread),
  findPerformance: rememberPerformances((path) => files.read<PerformanceFile>(path)),
  askHouse: openHouseQueue(env.HOUSE_QUEUE_URL),
  findSeats: rememberSeats((path) => files.read<Plan>(path)),
  passKeys,
  slipKeys,
  voucherKeys,
  findEnded: rememberEnded(files.read, listUnread),
  keys: orderingKeys(orderingSecret),
  ...(language && { language }),
};

export const handler = http(placeOrderRoute(deps), originSecrets);
