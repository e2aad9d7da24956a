import { performanceCancellation } from '../../contracts/performance-acts.ts';
import { openPublishedFiles } from '../foundation/aws.gateway.ts';
import { readEnv } from '../foundation/env.ts';
import { operator } from '../foundation/operator.ts';
import { cancelPerformance } from './cancel-performance.ts';
import { openShelf } from './shelf.ts';

const env = readEnv('catalogue/cancel-performance', process.env);
const shelf = openShelf(openPublishedFiles(env.PUBLISHED_BUCKET));

/** By operators: a published performance does not take place. */
export const handler = operator(performanceCancellation, (given, now) => cancelPerformance(shelf, given, now));
