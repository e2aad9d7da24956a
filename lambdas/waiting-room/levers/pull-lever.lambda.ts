import { randomBytes } from 'node:crypto';
import { openTables } from '../../foundation/aws.gateway.ts';
import { readEnv } from '../../foundation/env.ts';
import { http } from '../../foundation/http.ts';
import { readSecrets } from '../../foundation/secrets.gateway.ts';
import { auditStore } from '../../foundation/staff/audit.store.ts';
import { openWhoAsks } from '../../foundation/staff/open-staff.gateway.ts';
import { lineStore } from '../line/line.store.ts';
import { pullLeverRoute } from './pull-lever.route.ts';
import { twoPeopleIn } from './two-people.ts';

const env = readEnv('waiting-room/levers/pull-lever', process.env);
const tables = openTables();
const deps = {
  whoAsks: openWhoAsks(env),
  lines: lineStore(tables, env.LINES_TABLE),
  audit: auditStore(tables, env.AUDIT_TABLE),
  twoPeople: twoPeopleIn(env.TWO_PEOPLE),
  newId: () => randomBytes(12).toString('base64url'),
};

export const handler = http(pullLeverRoute(deps), await readSecrets(env.ORIGIN_SECRET_ARNS));
