import { openTables } from '../../foundation/aws.gateway.ts';
import { readEnv } from '../../foundation/env.ts';
import { openHouseQueue } from '../../foundation/house-queue.gateway.ts';
import { http } from '../../foundation/http.ts';
import { readPassKeys, readSecret } from '../../foundation/secrets.gateway.ts';
import { houseStore } from '../house/house.store.ts';
import { openHouses } from '../house/house-books.ts';
import { releaseHoldRoute } from './release-hold.route.ts';

const env = readEnv('seating/ask/release-hold', process.env);
const store = houseStore(openTables(), env.HOUSES_TABLE);
const deps = {
  store,
  books: openHouses(store),
  keys: await readPassKeys(env.PASS_KEYS),
  ask: openHouseQueue(env.HOUSE_QUEUE_URL),
};

export const handler = http(releaseHoldRoute(deps), await readSecret(env.ORIGIN_SECRET_ARN));
