import { openPublishedFiles } from '../../foundation/aws.gateway.ts';
import { readEnv } from '../../foundation/env.ts';
import { http } from '../../foundation/http.ts';
import { readSecrets } from '../../foundation/secrets.gateway.ts';
import { openWhoAsks } from '../../foundation/staff/open-staff.gateway.ts';
import { publishedFacts, runUpFiles } from '../run-up-files.ts';
import { showRunUpRoute } from './show-run-up.route.ts';

const env = readEnv('run-up/plan/show-run-up', process.env);
const deps = {
  whoAsks: openWhoAsks(env),
  files: runUpFiles(openPublishedFiles(env.RUN_UP_BUCKET)),
  facts: publishedFacts(openPublishedFiles(env.PUBLISHED_BUCKET)),
};

export const handler = http(showRunUpRoute(deps), await readSecrets(env.ORIGIN_SECRET_ARNS));
