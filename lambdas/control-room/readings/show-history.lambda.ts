import { openPublishedFiles } from '../../foundation/aws.gateway.ts';
import { readEnv } from '../../foundation/env.ts';
import { http } from '../../foundation/http.ts';
import { readSecrets } from '../../foundation/secrets.gateway.ts';
import { openWhoAsks } from '../../foundation/staff/open-staff.gateway.ts';
import { rememberReadings } from './readings-memory.ts';
import { showHistoryRoute } from './show-history.route.ts';

const env = readEnv('control-room/readings/show-history', process.env);
const deps = {
  whoAsks: openWhoAsks(env),
  readings: rememberReadings(openPublishedFiles(env.READINGS_BUCKET).read),
};

export const handler = http(showHistoryRoute(deps), await readSecrets(env.ORIGIN_SECRET_ARNS));
