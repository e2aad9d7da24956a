import { openPublishedFiles } from '../../foundation/aws.gateway.ts';
import { readEnv } from '../../foundation/env.ts';
import { http } from '../../foundation/http.ts';
import { readSecrets } from '../../foundation/secrets.gateway.ts';
import { openWhoAsks, ownersIn } from '../../foundation/staff/open-staff.gateway.ts';
import { listPeopleRoute } from './list-people.route.ts';
import { peopleStore } from './people-store.ts';

const env = readEnv('staff/people/list-people', process.env);
const deps = {
  whoAsks: openWhoAsks(env),
  people: peopleStore(openPublishedFiles(env.STAFF_BUCKET)),
  owners: ownersIn(env),
};

export const handler = http(listPeopleRoute(deps), await readSecrets(env.ORIGIN_SECRET_ARNS));
