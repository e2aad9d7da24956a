import { openTables } from '../../foundation/aws.gateway.ts';
import { readEnv } from '../../foundation/env.ts';
import { http } from '../../foundation/http.ts';
import { openKeys, readSecrets } from '../../foundation/secrets.gateway.ts';
import { deviceStore } from './device.store.ts';
import { pairDeviceRoute } from './pair-device.route.ts';

const env = readEnv('ordering/pairing/pair-device', process.env);
const [stewardKeys, originSecrets] = await Promise.all([
  openKeys(env.STEWARD_KEYS_ARN),
  readSecrets(env.ORIGIN_SECRET_ARNS),
]);
const deps = { devices: deviceStore(openTables(), env.ORDERS_TABLE), stewardKeys };

export const handler = http(pairDeviceRoute(deps), originSecrets);
