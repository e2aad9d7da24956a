import { openPublishedFiles, openTables } from '../../foundation/aws.gateway.ts';
import { rememberEnded } from '../../foundation/ended-passes.ts';
import { readEnv } from '../../foundation/env.ts';
import { openHouseQueue } from '../../foundation/house-queue.gateway.ts';
import { http } from '../../foundation/http.ts';
import { listUnread } from '../../foundation/observe.ts';
import { openKeys, readSecrets } from '../../foundation/secrets.gateway.ts';
import { houseStore } from '../house/house.store.ts';
import { openHouses } from '../house/house-books.ts';
import { releaseHoldRoute } from './release-hold.route.ts';

const env = readEnv('seating/ask/release-hold', process.env);
const store = houseStore(openTables(), env.HOUSES_TABLE);
const deps = {
  store,
  books: openHouses(store),
  findEnded: rememberEnded(openPublishedFiles(env.PUBLISHED_BUCKET).read, listUnread),
  passKeys: await openKeys(env.PASS_KEYS_ARN),
  ask: openHouseQueue(env.HOUSE_QUEUE_URL),
};

export const handler = http(releaseHoldRoute(deps), await readSecrets(env.ORIGIN_SECRET_ARNS));
