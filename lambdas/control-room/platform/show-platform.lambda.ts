import { setTimeout as wait } from 'node:timers/promises';
import type { Watched } from '../../../contracts/platform.ts';
import { openPublishedFiles } from '../../foundation/aws.gateway.ts';
import { readEnv } from '../../foundation/env.ts';
import { http } from '../../foundation/http.ts';
import { readSecrets } from '../../foundation/secrets.gateway.ts';
import { openWhoAsks } from '../../foundation/staff/open-staff.gateway.ts';
import { keptPlatform } from './kept-platform.ts';
import { openMetrics } from './metrics.gateway.ts';
import { askPlatform } from './platform-figures.ts';
import { showPlatformRoute } from './show-platform.route.ts';

const env = readEnv('control-room/platform/show-platform', process.env);
const metrics = openMetrics();
const watched = JSON.parse(env.WATCHED) as Watched;
const deps = {
  whoAsks: openWhoAsks(env),
  platform: keptPlatform({
    files: openPublishedFiles(env.READINGS_BUCKET),
    ask: (now) => askPlatform(metrics, watched, now),
    wait,
  }),
};

export const handler = http(showPlatformRoute(deps), await readSecrets(env.ORIGIN_SECRET_ARNS));
