import { openPublishedFiles, openTables } from '../../foundation/aws.gateway.ts';
import { readEnv } from '../../foundation/env.ts';
import { http } from '../../foundation/http.ts';
import { readPassKeys, readSecret } from '../../foundation/secrets.gateway.ts';
import { houseStore } from '../house/house.store.ts';
import { houseBooks } from '../house/house-books.ts';
import { showHoldRoute } from './show-hold.route.ts';

const env = readEnv('seating/ask/show-hold', process.env);
const store = houseStore(openTables(), env.HOUSES_TABLE);
const reader = {
  store,
  books: houseBooks(store, openPublishedFiles(env.PUBLISHED_BUCKET).read),
  keys: await readPassKeys(env.PASS_KEYS),
};

export const handler = http(showHoldRoute(reader), await readSecret(env.ORIGIN_SECRET_ARN));
