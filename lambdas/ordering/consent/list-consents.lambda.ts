import { openTables } from '../../foundation/aws.gateway.ts';
import { readEnv } from '../../foundation/env.ts';
import { http } from '../../foundation/http.ts';
import { readSecrets } from '../../foundation/secrets.gateway.ts';
import { auditStore } from '../../foundation/staff/audit.store.ts';
import { openWhoAsks } from '../../foundation/staff/open-staff.gateway.ts';
import { orderStore } from '../order/order.store.ts';
import { listConsentsRoute } from './list-consents.route.ts';

const env = readEnv('ordering/consent/list-consents', process.env);
const tables = openTables();
const deps = {
  store: orderStore(tables, env.ORDERS_TABLE),
  audit: auditStore(tables, env.AUDIT_TABLE),
  whoAsks: openWhoAsks(env),
};

export const handler = http(listConsentsRoute(deps), await readSecrets(env.ORIGIN_SECRET_ARNS));
