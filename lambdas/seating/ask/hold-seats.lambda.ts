import { openPublishedFiles, openTables } from '../../foundation/aws.gateway.ts';
import { readEnv } from '../../foundation/env.ts';
import { openHouseQueue } from '../../foundation/house-queue.gateway.ts';
import { http } from '../../foundation/http.ts';
import { readPassKeys, readSecret } from '../../foundation/secrets.gateway.ts';
import { houseStore } from '../house/house.store.ts';
import { houseBooks } from '../house/house-books.ts';
import { holdSeatsRoute } from './hold-seats.route.ts';

const env = readEnv('seating/ask/hold-seats', process.env);
const deps = {
  books: houseBooks(houseStore(openTables(), env.HOUSES_TABLE), openPublishedFiles(env.PUBLISHED_BUCKET).read),
  keys: await readPassKeys(env.PASS_KEYS),
  ask: openHouseQueue(env.HOUSE_QUEUE_URL),
};

export const handler = http(holdSeatsRoute(deps), await readSecret(env.ORIGIN_SECRET_ARN));
