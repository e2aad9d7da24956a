import { openTables } from '../../foundation/aws.gateway.ts';
import { readEnv } from '../../foundation/env.ts';
import { http } from '../../foundation/http.ts';
import { readSecrets } from '../../foundation/secrets.gateway.ts';
import { auditStore } from '../../foundation/staff/audit.store.ts';
import { openWhoAsks } from '../../foundation/staff/open-staff.gateway.ts';
import { readAuditRoute } from './read-audit.route.ts';

const env = readEnv('staff/audit/read-audit', process.env);
const deps = { whoAsks: openWhoAsks(env), audit: auditStore(openTables(), env.AUDIT_TABLE) };

export const handler = http(readAuditRoute(deps), await readSecrets(env.ORIGIN_SECRET_ARNS));
