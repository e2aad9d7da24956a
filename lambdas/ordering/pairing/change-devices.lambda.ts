import { randomBytes } from 'node:crypto';
import type { PerformanceFile } from '../../../contracts/catalogue.ts';
import { openPublishedFiles, openTables } from '../../foundation/aws.gateway.ts';
import { readEnv } from '../../foundation/env.ts';
import { http } from '../../foundation/http.ts';
import { readSecrets } from '../../foundation/secrets.gateway.ts';
import { auditStore } from '../../foundation/staff/audit.store.ts';
import { openWhoAsks } from '../../foundation/staff/open-staff.gateway.ts';
import { rememberPerformances } from '../order/performances.ts';
import { changeDevicesRoute } from './change-devices.route.ts';
import { deviceStore } from './device.store.ts';

const env = readEnv('ordering/pairing/change-devices', process.env);
const tables = openTables();
const files = openPublishedFiles(env.PUBLISHED_BUCKET);
const deps = {
  devices: deviceStore(tables, env.ORDERS_TABLE),
  audit: auditStore(tables, env.AUDIT_TABLE),
  findPerformance: rememberPerformances((path) => files.read<PerformanceFile>(path)),
  whoAsks: openWhoAsks(env),
  newCode: () => randomBytes(16).toString('base64url'),
};

export const handler = http(changeDevicesRoute(deps), await readSecrets(env.ORIGIN_SECRET_ARNS));
