import { openPublishedFiles, openTables } from '../../foundation/aws.gateway.ts';
import { readEnv } from '../../foundation/env.ts';
import { http } from '../../foundation/http.ts';
import { readPassKeys, readSecret } from '../../foundation/secrets.gateway.ts';
import { houseStore } from '../house/house.store.ts';
import { houseBooks } from '../house/house-books.ts';
import { showBasketRoute } from './show-basket.route.ts';

const env = readEnv('seating/ask/show-basket', process.env);
const store = houseStore(openTables(), env.HOUSES_TABLE);
const reader = {
  store,
  books: houseBooks(store, openPublishedFiles(env.PUBLISHED_BUCKET).read),
  keys: await readPassKeys(env.PASS_KEYS),
};

export const handler = http(showBasketRoute(reader), await readSecret(env.ORIGIN_SECRET_ARN));
