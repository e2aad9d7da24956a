import { openPublishedFiles, openTables } from '../../foundation/aws.gateway.ts';
import { readEnv } from '../../foundation/env.ts';
import { http } from '../../foundation/http.ts';
import { readSecrets } from '../../foundation/secrets.gateway.ts';
import { openWhoAsks } from '../../foundation/staff/open-staff.gateway.ts';
import { lineStore } from '../line/line.store.ts';
import { shoppersStore } from '../line/shoppers.store.ts';
import { showLeversRoute } from './show-levers.route.ts';
import { twoPeopleIn } from './two-people.ts';

const env = readEnv('waiting-room/levers/show-levers', process.env);
const tables = openTables();
const deps = {
  whoAsks: openWhoAsks(env),
  lines: lineStore(tables, env.LINES_TABLE),
  shoppers: shoppersStore(tables, env.LINES_TABLE),
  readFile: openPublishedFiles(env.PUBLISHED_BUCKET).read,
  twoPeople: twoPeopleIn(env.TWO_PEOPLE),
};

export const handler = http(showLeversRoute(deps), await readSecrets(env.ORIGIN_SECRET_ARNS));
