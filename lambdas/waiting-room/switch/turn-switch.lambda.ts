import { randomBytes } from 'node:crypto';
import { openTables } from '../../foundation/aws.gateway.ts';
import { readEnv } from '../../foundation/env.ts';
import { http } from '../../foundation/http.ts';
import { readSecrets } from '../../foundation/secrets.gateway.ts';
import { auditStore } from '../../foundation/staff/audit.store.ts';
import { openWhoAsks } from '../../foundation/staff/open-staff.gateway.ts';
import { failOverOfTwo } from '../levers/two-people.ts';
import { lineStore } from '../line/line.store.ts';
import { openSwitch } from './switch.gateway.ts';
import { turnSwitchRoute } from './turn-switch.route.ts';

const env = readEnv('waiting-room/switch/turn-switch', process.env);
const tables = openTables();
const deps = {
  whoAsks: openWhoAsks(env),
  switch: openSwitch(env.SWITCH_BUCKET, env.SWITCH_REGION),
  lines: lineStore(tables, env.LINES_TABLE),
  audit: auditStore(tables, env.AUDIT_TABLE),
  twoPeople: failOverOfTwo(env.TWO_PEOPLE),
  newId: () => randomBytes(12).toString('base64url'),
};

export const handler = http(turnSwitchRoute(deps), await readSecrets(env.ORIGIN_SECRET_ARNS));
