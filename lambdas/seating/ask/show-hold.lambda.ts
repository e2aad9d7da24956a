import { openPublishedFiles, openTables } from '../../foundation/aws.gateway.ts';
import { readEnv } from '../../foundation/env.ts';
import { http } from '../../foundation/http.ts';
import { openKeys, readSecrets } from '../../foundation/secrets.gateway.ts';
import { houseStore } from '../house/house.store.ts';
import { houseBooks } from '../house/house-books.ts';
import { showHoldRoute } from './show-hold.route.ts';

const env = readEnv('seating/ask/show-hold', process.env);
const store = houseStore(openTables(), env.HOUSES_TABLE);
const [passKeys, slipKeys] = await Promise.all([openKeys(env.PASS_KEYS_ARN), openKeys(env.SLIP_KEYS_ARN)]);
const reader = {
  store,
  books: houseBooks(store, openPublishedFiles(env.PUBLISHED_BUCKET).read),
  passKeys,
  slipKeys,
};

export const handler = http(showHoldRoute(reader), await readSecrets(env.ORIGIN_SECRET_ARNS));
