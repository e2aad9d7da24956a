import { openTables } from '../../foundation/aws.gateway.ts';
import { readEnv } from '../../foundation/env.ts';
import { http } from '../../foundation/http.ts';
import { openKeys, readSecrets } from '../../foundation/secrets.gateway.ts';
import { orderStore } from '../order/order.store.ts';
import { deviceStore } from '../pairing/device.store.ts';
import { doorStore } from './door.store.ts';
import { listGuestsRoute } from './list-guests.route.ts';
import { guestMemory } from './list-guests.ts';
import { unpaidSetting } from './unpaid-setting.ts';

const env = readEnv('ordering/door/list-guests', process.env);
const [stewardKeys, originSecrets] = await Promise.all([
  openKeys(env.STEWARD_KEYS_ARN),
  readSecrets(env.ORIGIN_SECRET_ARNS),
]);
const tables = openTables();
const deps = {
  orders: orderStore(tables, env.ORDERS_TABLE),
  doors: doorStore(tables, env.ORDERS_TABLE),
  devices: deviceStore(tables, env.ORDERS_TABLE),
  memory: guestMemory(),
  unpaidAtDoor: unpaidSetting(env.UNPAID_AT_DOOR),
  stewardKeys,
};

export const handler = http(listGuestsRoute(deps), originSecrets);
