import { randomUUID } from 'node:crypto';
import { openPublishedFiles, openTables } from '../../foundation/aws.gateway.ts';
import { readEnv } from '../../foundation/env.ts';
import { http } from '../../foundation/http.ts';
import { rememberFiles } from '../../foundation/plain/plain-files.ts';
import { openKeys, readSecrets } from '../../foundation/secrets.gateway.ts';
import { houseStore } from '../house/house.store.ts';
import { houseBooks } from '../house/house-books.ts';
import { showPlainSeatsRoute } from './show-plain-seats.route.ts';

const env = readEnv('seating/plain/show-plain-seats', process.env);
const store = houseStore(openTables(), env.HOUSES_TABLE);
const files = openPublishedFiles(env.PUBLISHED_BUCKET);
const [passKeys, slipKeys] = await Promise.all([openKeys(env.PASS_KEYS_ARN), openKeys(env.SLIP_KEYS_ARN)]);
const deps = {
  store,
  books: houseBooks(store, files.read),
  files: rememberFiles(files),
  passKeys,
  slipKeys,
  newKey: randomUUID,
};

export const handler = http(showPlainSeatsRoute(deps), await readSecrets(env.ORIGIN_SECRET_ARNS));
