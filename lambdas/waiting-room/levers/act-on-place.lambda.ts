import { randomBytes } from 'node:crypto';
import { openTables } from '../../foundation/aws.gateway.ts';
import { readEnv } from '../../foundation/env.ts';
import { http } from '../../foundation/http.ts';
import { readSecrets } from '../../foundation/secrets.gateway.ts';
import { auditStore } from '../../foundation/staff/audit.store.ts';
import { openWhoAsks } from '../../foundation/staff/open-staff.gateway.ts';
import { lineStore } from '../line/line.store.ts';
import { markStore } from '../line/mark.store.ts';
import { rememberMarks } from '../line/marks.ts';
import { shoppersStore } from '../line/shoppers.store.ts';
import { appealStore } from '../place/appeal.store.ts';
import { fanStore } from '../place/fan.store.ts';
import { actOnPlaceRoute } from './act-on-place.route.ts';

const env = readEnv('waiting-room/levers/act-on-place', process.env);
const tables = openTables();
const deps = {
  whoAsks: openWhoAsks(env),
  lines: lineStore(tables, env.LINES_TABLE),
  shoppers: shoppersStore(tables, env.LINES_TABLE),
  fans: fanStore(tables, env.LINES_TABLE),
  appeals: appealStore(tables, env.LINES_TABLE),
  marks: rememberMarks(markStore(tables, env.LINES_TABLE)),
  audit: auditStore(tables, env.AUDIT_TABLE),
  newId: () => randomBytes(12).toString('base64url'),
};

export const handler = http(actOnPlaceRoute(deps), await readSecrets(env.ORIGIN_SECRET_ARNS));
