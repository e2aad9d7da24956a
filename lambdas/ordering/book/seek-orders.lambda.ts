import type { PerformanceFile } from '../../../contracts/catalogue.ts';
import type { LineFile } from '../../../contracts/line.ts';
import { openPublishedFiles, openTables } from '../../foundation/aws.gateway.ts';
import { readEnv } from '../../foundation/env.ts';
import { http } from '../../foundation/http.ts';
import { readSecrets } from '../../foundation/secrets.gateway.ts';
import { auditStore } from '../../foundation/staff/audit.store.ts';
import { openWhoAsks } from '../../foundation/staff/open-staff.gateway.ts';
import { orderStore } from '../order/order.store.ts';
import { rememberPerformances } from '../order/performances.ts';
import { seekOrdersRoute } from './seek-orders.route.ts';

const env = readEnv('ordering/book/seek-orders', process.env);
const tables = openTables();
const files = openPublishedFiles(env.PUBLISHED_BUCKET);
const deps = {
  store: orderStore(tables, env.ORDERS_TABLE),
  audit: auditStore(tables, env.AUDIT_TABLE),
  findLine: (path: string) => files.read<LineFile>(path),
  findPerformance: rememberPerformances((path) => files.read<PerformanceFile>(path)),
  whoAsks: openWhoAsks(env),
};

export const handler = http(seekOrdersRoute(deps), await readSecrets(env.ORIGIN_SECRET_ARNS));
