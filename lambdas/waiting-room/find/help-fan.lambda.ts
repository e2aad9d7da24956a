import { randomBytes } from 'node:crypto';
import { openTables } from '../../foundation/aws.gateway.ts';
import { readEnv } from '../../foundation/env.ts';
import { http } from '../../foundation/http.ts';
import { readSecret, readSecrets } from '../../foundation/secrets.gateway.ts';
import { auditStore } from '../../foundation/staff/audit.store.ts';
import { openWhoAsks } from '../../foundation/staff/open-staff.gateway.ts';
import { rollStore } from '../draw/roll.store.ts';
import { roundStore } from '../draw/round.store.ts';
import { lineStore } from '../line/line.store.ts';
import { lineKeys } from '../line/line-keys.ts';
import { markStore } from '../line/mark.store.ts';
import { rememberMarks } from '../line/marks.ts';
import { shoppersStore } from '../line/shoppers.store.ts';
import { appealStore } from '../place/appeal.store.ts';
import { fanStore } from '../place/fan.store.ts';
import { handoverStore } from '../place/handover.store.ts';
import { helpFanRoute } from './help-fan.route.ts';

const env = readEnv('waiting-room/find/help-fan', process.env);
const tables = openTables();
const [lineSecret, originSecrets] = await Promise.all([
  readSecret(env.LINE_SECRET_ARN),
  readSecrets(env.ORIGIN_SECRET_ARNS),
]);
const deps = {
  lines: lineStore(tables, env.LINES_TABLE),
  fans: fanStore(tables, env.LINES_TABLE),
  rolls: rollStore(tables, env.LINES_TABLE),
  rounds: roundStore(tables, env.LINES_TABLE),
  shoppers: shoppersStore(tables, env.LINES_TABLE),
  handovers: handoverStore(tables, env.LINES_TABLE),
  keys: lineKeys(lineSecret),
  appeals: appealStore(tables, env.LINES_TABLE),
  marks: rememberMarks(markStore(tables, env.LINES_TABLE)),
  audit: auditStore(tables, env.AUDIT_TABLE),
  whoAsks: openWhoAsks(env),
  newId: () => randomBytes(12).toString('base64url'),
};

export const handler = http(helpFanRoute(deps), originSecrets);
