import { performanceMove } from '../../contracts/performance-acts.ts';
import { openPublishedFiles } from '../foundation/aws.gateway.ts';
import { readEnv } from '../foundation/env.ts';
import { operator } from '../foundation/operator.ts';
import { movePerformance } from './move-performance.ts';
import { openShelf } from './shelf.ts';

const env = readEnv('catalogue/move-performance', process.env);
const shelf = openShelf(openPublishedFiles(env.PUBLISHED_BUCKET));

/** By operators: a published performance takes place at another time, or in another hall. */
export const handler = operator(performanceMove, (given, now) => movePerformance(shelf, given, now));
