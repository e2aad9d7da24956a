import { openPublishedFiles } from '../foundation/aws.gateway.ts';
import { readEnv } from '../foundation/env.ts';
import { operator } from '../foundation/operator.ts';
import { importPlan } from './import-plan.ts';
import { planLayout } from './plan-layout.ts';
import { openShelf } from './shelf.ts';

const env = readEnv('catalogue/import-plan', process.env);
const shelf = openShelf(openPublishedFiles(env.PUBLISHED_BUCKET));

/** By operators: a seating plan in the pretix layout, at most 6 MB, becomes a published plan. */
export const handler = operator(planLayout, (layout) => importPlan(shelf, layout));
