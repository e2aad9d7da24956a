import type { PerformanceFile } from '../../../contracts/catalogue.ts';
import { languageNamed } from '../../../contracts/languages.ts';
import type { LineFile } from '../../../contracts/line.ts';
import type { Plan } from '../../../contracts/plan.ts';
import type { SaleFile } from '../../../contracts/sale-levers.ts';
import { openPublishedFiles, openTables } from '../../foundation/aws.gateway.ts';
import { rememberEnded } from '../../foundation/ended-passes.ts';
import { readEnv } from '../../foundation/env.ts';
import { openHouseQueue } from '../../foundation/house-queue.gateway.ts';
import { http } from '../../foundation/http.ts';
import { listUnread, saleUnread } from '../../foundation/observe.ts';
import { rememberFiles } from '../../foundation/plain/plain-files.ts';
import { rememberReceiptKeys } from '../../foundation/read-receipt.ts';
import { openKeys, readSecret, readSecrets } from '../../foundation/secrets.gateway.ts';
import { orderStore } from '../order/order.store.ts';
import { orderingKeys } from '../order/order-id.ts';
import { rememberPerformances } from '../order/performances.ts';
import { rememberSeats } from '../order/plan-seats.ts';
import { rememberMethods } from '../payment/methods-now.ts';
import { offeredPayments } from '../payment/offered-payments.ts';
import { actPlainOrdersRoute } from './act-plain-orders.route.ts';

const env = readEnv('ordering/plain/act-plain-orders', process.env);
const files = openPublishedFiles(env.PUBLISHED_BUCKET);
const [passKeys, slipKeys, voucherKeys, orderingSecret, originSecrets] = await Promise.all([
  openKeys(env.PASS_KEYS_ARN),
  openKeys(env.SLIP_KEYS_ARN),
  openKeys(env.VOUCHER_KEYS_ARN),
  readSecret(env.ORDERING_SECRET_ARN),
  readSecrets(env.ORIGIN_SECRET_ARNS),
]);
const language = languageNamed(env.VENUE_LANGUAGE);
/** No other way to pay works without a script, so this function is told of no provider. */
const promises = env.PAYMENT_METHODS.split(',').filter((method) => method.trim() === 'box-office');
const deps = {
  store: orderStore(openTables(), env.ORDERS_TABLE),
  payments: offeredPayments(promises.join(','), undefined),
  findMethods: rememberMethods((path) => files.read<SaleFile>(path), saleUnread),
  findPerformance: rememberPerformances((path) => files.read<PerformanceFile>(path)),
  askHouse: openHouseQueue(env.HOUSE_QUEUE_URL),
  findSeats: rememberSeats((path) => files.read<Plan>(path)),
  passKeys,
  slipKeys,
  voucherKeys,
  findEnded: rememberEnded(files.read, listUnread),
  findReceiptKey: rememberReceiptKeys((path) => files.read<LineFile>(path)),
  files: rememberFiles(files),
  read: files.read,
  keys: orderingKeys(orderingSecret),
  ...(language && { language }),
};

export const handler = http(actPlainOrdersRoute(deps), originSecrets);
