import { randomBytes } from 'node:crypto';
import { openPublishedFiles, openTables } from '../../foundation/aws.gateway.ts';
import { readEnv } from '../../foundation/env.ts';
import { http } from '../../foundation/http.ts';
import { readSecrets } from '../../foundation/secrets.gateway.ts';
import { auditStore } from '../../foundation/staff/audit.store.ts';
import { openWhoAsks, ownersIn } from '../../foundation/staff/open-staff.gateway.ts';
import { changePeopleRoute } from './change-people.route.ts';
import { peopleStore } from './people-store.ts';

const env = readEnv('staff/people/change-people', process.env);
const deps = {
  whoAsks: openWhoAsks(env),
  people: peopleStore(openPublishedFiles(env.STAFF_BUCKET)),
  audit: auditStore(openTables(), env.AUDIT_TABLE),
  owners: ownersIn(env),
  newId: () => randomBytes(12).toString('base64url'),
};

export const handler = http(changePeopleRoute(deps), await readSecrets(env.ORIGIN_SECRET_ARNS));
