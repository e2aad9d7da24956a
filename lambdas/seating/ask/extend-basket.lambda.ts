import { openPublishedFiles, openTables } from '../../foundation/aws.gateway.ts';
import { rememberEnded } from '../../foundation/ended-passes.ts';
import { readEnv } from '../../foundation/env.ts';
import { openHouseQueue } from '../../foundation/house-queue.gateway.ts';
import { http } from '../../foundation/http.ts';
import { listUnread } from '../../foundation/observe.ts';
import { openKeys, readSecrets } from '../../foundation/secrets.gateway.ts';
import { houseStore } from '../house/house.store.ts';
import { houseBooks } from '../house/house-books.ts';
import { extendBasketRoute } from './extend-basket.route.ts';

const env = readEnv('seating/ask/extend-basket', process.env);
const files = openPublishedFiles(env.PUBLISHED_BUCKET);
const store = houseStore(openTables(), env.HOUSES_TABLE);
const [passKeys, slipKeys] = await Promise.all([openKeys(env.PASS_KEYS_ARN), openKeys(env.SLIP_KEYS_ARN)]);
const deps = {
  store,
  books: houseBooks(store, files.read),
  passKeys,
  slipKeys,
  findEnded: rememberEnded(files.read, listUnread),
  ask: openHouseQueue(env.HOUSE_QUEUE_URL),
};

export const handler = http(extendBasketRoute(deps), await readSecrets(env.ORIGIN_SECRET_ARNS));
