import type { PerformanceActs } from '../../../contracts/performance-acts.ts';
import { openPublishedFiles, openTables } from '../../foundation/aws.gateway.ts';
import { readEnv } from '../../foundation/env.ts';
import { http } from '../../foundation/http.ts';
import { logger } from '../../foundation/observe.ts';
import { rememberActs } from '../../foundation/performance-acts.ts';
import { openKeys, readSecret, readSecrets } from '../../foundation/secrets.gateway.ts';
import { orderStore } from '../order/order.store.ts';
import { orderingKeys } from '../order/order-id.ts';
import { deviceStore } from '../pairing/device.store.ts';
import { admitTicketsRoute } from './admit-tickets.route.ts';
import { doorStore } from './door.store.ts';
import { unpaidSetting } from './unpaid-setting.ts';

const env = readEnv('ordering/door/admit-tickets', process.env);
const [stewardKeys, orderingSecret, originSecrets] = await Promise.all([
  openKeys(env.STEWARD_KEYS_ARN),
  readSecret(env.ORDERING_SECRET_ARN),
  readSecrets(env.ORIGIN_SECRET_ARNS),
]);
const tables = openTables();
const files = openPublishedFiles(env.PUBLISHED_BUCKET);
const deps = {
  orders: orderStore(tables, env.ORDERS_TABLE),
  doors: doorStore(tables, env.ORDERS_TABLE),
  ticketKey: orderingKeys(orderingSecret).ticket,
  devices: deviceStore(tables, env.ORDERS_TABLE),
  unpaidAtDoor: unpaidSetting(env.UNPAID_AT_DOOR),
  findActs: rememberActs(
    (path) => files.read<PerformanceActs>(path),
    (error) => logger.warn('the list of acts could not be read', { error: error as Error }),
  ),
  stewardKeys,
};

export const handler = http(admitTicketsRoute(deps), originSecrets);
