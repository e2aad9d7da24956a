import { openTables } from '../../foundation/aws.gateway.ts';
import { readEnv } from '../../foundation/env.ts';
import { http } from '../../foundation/http.ts';
import { readSecret, readSecrets } from '../../foundation/secrets.gateway.ts';
import { deviceStore } from './device.store.ts';
import { listDevicesRoute } from './list-devices.route.ts';

const env = readEnv('ordering/pairing/list-devices', process.env);
const [staffKey, originSecrets] = await Promise.all([
  readSecret(env.STAFF_KEY_ARN),
  readSecrets(env.ORIGIN_SECRET_ARNS),
]);
const deps = { devices: deviceStore(openTables(), env.ORDERS_TABLE), staffKey };

export const handler = http(listDevicesRoute(deps), originSecrets);
