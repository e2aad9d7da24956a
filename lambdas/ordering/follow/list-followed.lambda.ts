import { z } from 'zod';
import { published } from '../../../contracts/paths.ts';
import type { PerformanceActs } from '../../../contracts/performance-acts.ts';
import { openPublishedFiles, openTables } from '../../foundation/aws.gateway.ts';
import { readEnv } from '../../foundation/env.ts';
import { operator } from '../../foundation/operator.ts';
import { actsIn } from '../../foundation/performance-acts.ts';
import { followStore } from './follow.store.ts';
import { listFollowed } from './list-followed.ts';

const env = readEnv('ordering/follow/list-followed', process.env);
const files = openPublishedFiles(env.PUBLISHED_BUCKET);
const deps = {
  follow: followStore(openTables(), env.ORDERS_TABLE),
  acts: async () => actsIn(await files.read<PerformanceActs>(published.performanceActs())),
};

/** By operators: `{}` → `{ ok, acts }`, what is left to do for performances that were cancelled or moved. */
export const handler = operator(z.strictObject({}), () => listFollowed(deps));
