import { z } from 'zod';
import { fallbackPlace } from '../../../rules/run-up/fallback-reached.ts';
import { openPublishedFiles } from '../../foundation/aws.gateway.ts';
import { readEnv } from '../../foundation/env.ts';
import { operator } from '../../foundation/operator.ts';
import { reportsFile } from '../run-up-files.ts';
import { askFallback } from './fallback.gateway.ts';
import { reachFallback } from './reach-fallback.ts';

const env = readEnv('run-up/checks/reach-fallback', process.env);
const deps = {
  reports: reportsFile(openPublishedFiles(env.RUN_UP_BUCKET)),
  place: fallbackPlace(env.FALLBACK),
  ask: askFallback,
};

/** Every hour, and whenever operators ask for it. What they send has nothing in it: the address is the stage's own. */
export const handler = operator(z.strictObject({}), (_, now) => reachFallback(deps, now));
