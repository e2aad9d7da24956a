import type { PerformanceActs } from '../../../contracts/performance-acts.ts';
import { openPublishedFiles, openTables } from '../../foundation/aws.gateway.ts';
import { readEnv } from '../../foundation/env.ts';
import { http } from '../../foundation/http.ts';
import { logger } from '../../foundation/observe.ts';
import { rememberActs } from '../../foundation/performance-acts.ts';
import { openKeys, readSecret, readSecrets } from '../../foundation/secrets.gateway.ts';
import { orderingKeys } from '../order/order-id.ts';
import { deviceStore } from '../pairing/device.store.ts';
import { doorStore } from './door.store.ts';
import { listAdmissionsRoute } from './list-admissions.route.ts';

const env = readEnv('ordering/door/list-admissions', process.env);
const [stewardKeys, orderingSecret, originSecrets] = await Promise.all([
  openKeys(env.STEWARD_KEYS_ARN),
  readSecret(env.ORDERING_SECRET_ARN),
  readSecrets(env.ORIGIN_SECRET_ARNS),
]);
const files = openPublishedFiles(env.PUBLISHED_BUCKET);
const tables = openTables();
const deps = {
  doors: doorStore(tables, env.ORDERS_TABLE),
  devices: deviceStore(tables, env.ORDERS_TABLE),
  publicKey: orderingKeys(orderingSecret).ticket.publicKey,
  findActs: rememberActs(
    (path) => files.read<PerformanceActs>(path),
    (error) => logger.warn('the list of acts could not be read', { error: error as Error }),
  ),
  stewardKeys,
};

export const handler = http(listAdmissionsRoute(deps), originSecrets);
