import { z } from 'zod';
import { openPublishedFiles } from '../foundation/aws.gateway.ts';
import { readEnv } from '../foundation/env.ts';
import { operator } from '../foundation/operator.ts';
import { importPlan } from './import-plan.ts';
import { openShelf, readFreeze } from './shelf.ts';
import { unlessFrozen } from './unless-frozen.ts';

const env = readEnv('catalogue/import-plan', process.env);
const files = openPublishedFiles(env.PUBLISHED_BUCKET);
const shelf = openShelf(files);
const freeze = { readFreeze: readFreeze(files) };

/**
 * By operators: a seating plan in the pretix layout, or the key of one in the published bucket, becomes a published
 * plan. Its form is not checked here: layout/read-layout.ts names every place of what cannot be read.
 */
export const handler = operator(z.unknown(), (given, now) => unlessFrozen(freeze, now, () => importPlan(shelf, given)));
