import { randomBytes } from 'node:crypto';
import type { PerformanceFile } from '../../../contracts/catalogue.ts';
import { openPublishedFiles, openTables } from '../../foundation/aws.gateway.ts';
import { readEnv } from '../../foundation/env.ts';
import { http } from '../../foundation/http.ts';
import { readSecret, readSecrets } from '../../foundation/secrets.gateway.ts';
import { rememberPerformances } from '../order/performances.ts';
import { changeDevicesRoute } from './change-devices.route.ts';
import { deviceStore } from './device.store.ts';

const env = readEnv('ordering/pairing/change-devices', process.env);
const [staffKey, originSecrets] = await Promise.all([
  readSecret(env.STAFF_KEY_ARN),
  readSecrets(env.ORIGIN_SECRET_ARNS),
]);
const files = openPublishedFiles(env.PUBLISHED_BUCKET);
const deps = {
  devices: deviceStore(openTables(), env.ORDERS_TABLE),
  findPerformance: rememberPerformances((path) => files.read<PerformanceFile>(path)),
  staffKey,
  newCode: () => randomBytes(16).toString('base64url'),
};

export const handler = http(changeDevicesRoute(deps), originSecrets);
