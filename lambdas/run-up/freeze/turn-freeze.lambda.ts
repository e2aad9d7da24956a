import { randomBytes } from 'node:crypto';
import { openPublishedFiles, openTables } from '../../foundation/aws.gateway.ts';
import { readEnv } from '../../foundation/env.ts';
import { http } from '../../foundation/http.ts';
import { readSecrets } from '../../foundation/secrets.gateway.ts';
import { auditStore } from '../../foundation/staff/audit.store.ts';
import { openWhoAsks } from '../../foundation/staff/open-staff.gateway.ts';
import { publishedFacts, runUpFiles } from '../run-up-files.ts';
import { turnFreezeRoute } from './turn-freeze.route.ts';

const env = readEnv('run-up/freeze/turn-freeze', process.env);
const deps = {
  whoAsks: openWhoAsks(env),
  files: runUpFiles(openPublishedFiles(env.RUN_UP_BUCKET)),
  facts: publishedFacts(openPublishedFiles(env.PUBLISHED_BUCKET)),
  audit: auditStore(openTables(), env.AUDIT_TABLE),
  newId: () => randomBytes(12).toString('base64url'),
};

export const handler = http(turnFreezeRoute(deps), await readSecrets(env.ORIGIN_SECRET_ARNS));
