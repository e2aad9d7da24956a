import type { PerformanceFile } from '../../../contracts/catalogue.ts';
import { openPublishedFiles, openTables } from '../../foundation/aws.gateway.ts';
import { readEnv } from '../../foundation/env.ts';
import { http } from '../../foundation/http.ts';
import { readSecrets } from '../../foundation/secrets.gateway.ts';
import { openWhoAsks } from '../../foundation/staff/open-staff.gateway.ts';
import { rememberPerformances } from '../order/performances.ts';
import { deviceStore } from './device.store.ts';
import { listDevicesRoute } from './list-devices.route.ts';

const env = readEnv('ordering/pairing/list-devices', process.env);
const files = openPublishedFiles(env.PUBLISHED_BUCKET);
const deps = {
  devices: deviceStore(openTables(), env.ORDERS_TABLE),
  findPerformance: rememberPerformances((path) => files.read<PerformanceFile>(path)),
  whoAsks: openWhoAsks(env),
};

export const handler = http(listDevicesRoute(deps), await readSecrets(env.ORIGIN_SECRET_ARNS));
