import { openPublishedFiles, openTables } from '../../foundation/aws.gateway.ts';
import { readEnv } from '../../foundation/env.ts';
import { openHouseQueue } from '../../foundation/house-queue.gateway.ts';
import { http } from '../../foundation/http.ts';
import { readPassKeys, readSecret } from '../../foundation/secrets.gateway.ts';
import { houseStore } from '../house/house.store.ts';
import { houseBooks } from '../house/house-books.ts';
import { extendBasketRoute } from './extend-basket.route.ts';

const env = readEnv('seating/ask/extend-basket', process.env);
const store = houseStore(openTables(), env.HOUSES_TABLE);
const deps = {
  store,
  books: houseBooks(store, openPublishedFiles(env.PUBLISHED_BUCKET).read),
  keys: await readPassKeys(env.PASS_KEYS),
  ask: openHouseQueue(env.HOUSE_QUEUE_URL),
};

export const handler = http(extendBasketRoute(deps), await readSecret(env.ORIGIN_SECRET_ARN));
