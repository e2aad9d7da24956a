import { seasonDraft } from '../../contracts/catalogue.ts';
import { openPublishedFiles } from '../foundation/aws.gateway.ts';
import { readEnv } from '../foundation/env.ts';
import { operator } from '../foundation/operator.ts';
import { publishSeason } from './publish-season.ts';
import { openShelf, readFreeze } from './shelf.ts';
import { unlessFrozen } from './unless-frozen.ts';

const env = readEnv('catalogue/publish-season', process.env);
const files = openPublishedFiles(env.PUBLISHED_BUCKET);
const shelf = openShelf(files);
const freeze = { readFreeze: readFreeze(files) };

/** By operators: a drafted season, at most 6 MB, becomes the published one, unless the house is frozen. */
export const handler = operator(seasonDraft, (draft, now) =>
  unlessFrozen(freeze, now, () => publishSeason(shelf, draft, now, env.PAYMENT_METHODS.split(','), env.SITE_ADDRESS)),
);
