import { openTables } from '../../foundation/aws.gateway.ts';
import { readEnv } from '../../foundation/env.ts';
import { http } from '../../foundation/http.ts';
import { readSecrets } from '../../foundation/secrets.gateway.ts';
import { auditStore } from '../../foundation/staff/audit.store.ts';
import { openWhoAsks } from '../../foundation/staff/open-staff.gateway.ts';
import { houseStore } from '../house/house.store.ts';
import { findHoldsRoute } from './find-holds.route.ts';

const env = readEnv('seating/ask/find-holds', process.env);
const tables = openTables();
const deps = {
  store: houseStore(tables, env.HOUSES_TABLE),
  audit: auditStore(tables, env.AUDIT_TABLE),
  whoAsks: openWhoAsks(env),
};

export const handler = http(findHoldsRoute(deps), await readSecrets(env.ORIGIN_SECRET_ARNS));
