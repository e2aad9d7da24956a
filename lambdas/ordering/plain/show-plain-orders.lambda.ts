import type { LineFile } from '../../../contracts/line.ts';
import { openPublishedFiles, openTables } from '../../foundation/aws.gateway.ts';
import { rememberEnded } from '../../foundation/ended-passes.ts';
import { readEnv } from '../../foundation/env.ts';
import { http } from '../../foundation/http.ts';
import { listUnread } from '../../foundation/observe.ts';
import { rememberFiles } from '../../foundation/plain/plain-files.ts';
import { rememberReceiptKeys } from '../../foundation/read-receipt.ts';
import { readSecret, readSecrets } from '../../foundation/secrets.gateway.ts';
import { orderStore } from '../order/order.store.ts';
import { orderingKeys } from '../order/order-id.ts';
import { showPlainOrdersRoute } from './show-plain-orders.route.ts';

const env = readEnv('ordering/plain/show-plain-orders', process.env);
const [orderingSecret, originSecrets] = await Promise.all([
  readSecret(env.ORDERING_SECRET_ARN),
  readSecrets(env.ORIGIN_SECRET_ARNS),
]);
const files = openPublishedFiles(env.PUBLISHED_BUCKET);
const deps = {
  store: orderStore(openTables(), env.ORDERS_TABLE),
  keys: orderingKeys(orderingSecret),
  files: rememberFiles(files),
  findEnded: rememberEnded(files.read, listUnread),
  findReceiptKey: rememberReceiptKeys((path) => files.read<LineFile>(path)),
};

export const handler = http(showPlainOrdersRoute(deps), originSecrets);
