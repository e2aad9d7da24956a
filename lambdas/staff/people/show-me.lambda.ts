import { randomBytes } from 'node:crypto';
import { openPublishedFiles, openTables } from '../../foundation/aws.gateway.ts';
import { readEnv } from '../../foundation/env.ts';
import { http } from '../../foundation/http.ts';
import { readSecrets } from '../../foundation/secrets.gateway.ts';
import { auditStore } from '../../foundation/staff/audit.store.ts';
import { ownersIn } from '../../foundation/staff/open-staff.gateway.ts';
import { peopleStore } from './people-store.ts';
import { showMeRoute } from './show-me.route.ts';
import { userinfoOf } from './userinfo.gateway.ts';

const env = readEnv('staff/people/show-me', process.env);
const deps = {
  userinfo: userinfoOf(env.SIGN_IN_ISSUER),
  people: peopleStore(openPublishedFiles(env.STAFF_BUCKET)),
  audit: auditStore(openTables(), env.AUDIT_TABLE),
  owners: ownersIn(env),
  newId: () => randomBytes(12).toString('base64url'),
};

export const handler = http(showMeRoute(deps), await readSecrets(env.ORIGIN_SECRET_ARNS));
