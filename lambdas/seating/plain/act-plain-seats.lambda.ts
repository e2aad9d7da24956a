import { randomUUID } from 'node:crypto';
import { openPublishedFiles, openTables } from '../../foundation/aws.gateway.ts';
import { rememberEnded } from '../../foundation/ended-passes.ts';
import { readEnv } from '../../foundation/env.ts';
import { openHouseQueue } from '../../foundation/house-queue.gateway.ts';
import { http } from '../../foundation/http.ts';
import { listUnread } from '../../foundation/observe.ts';
import { rememberFiles } from '../../foundation/plain/plain-files.ts';
import { openKeys, readSecrets } from '../../foundation/secrets.gateway.ts';
import { houseStore } from '../house/house.store.ts';
import { houseBooks } from '../house/house-books.ts';
import { actPlainSeatsRoute } from './act-plain-seats.route.ts';

const env = readEnv('seating/plain/act-plain-seats', process.env);
const store = houseStore(openTables(), env.HOUSES_TABLE);
const files = openPublishedFiles(env.PUBLISHED_BUCKET);
const [passKeys, slipKeys] = await Promise.all([openKeys(env.PASS_KEYS_ARN), openKeys(env.SLIP_KEYS_ARN)]);
const deps = {
  store,
  books: houseBooks(store, files.read),
  files: rememberFiles(files),
  passKeys,
  slipKeys,
  findEnded: rememberEnded(files.read, listUnread),
  ask: openHouseQueue(env.HOUSE_QUEUE_URL),
  newKey: randomUUID,
};

export const handler = http(actPlainSeatsRoute(deps), await readSecrets(env.ORIGIN_SECRET_ARNS));
