import { seasonDraft } from '../../contracts/catalogue.ts';
import { openPublishedFiles } from '../foundation/aws.gateway.ts';
import { readEnv } from '../foundation/env.ts';
import { operator } from '../foundation/operator.ts';
import { publishSeason } from './publish-season.ts';
import { openShelf } from './shelf.ts';

const env = readEnv('catalogue/publish-season', process.env);
const shelf = openShelf(openPublishedFiles(env.PUBLISHED_BUCKET));

/** By operators: a drafted season, at most 6 MB, becomes the published one. */
export const handler = operator(seasonDraft, (draft, now) =>
  publishSeason(shelf, draft, now, env.PAYMENT_METHODS.split(','), env.SITE_ADDRESS),
);
