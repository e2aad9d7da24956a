import { header } from '../../../contracts/paths.ts';
import { openPublishedFiles, openTables } from '../../foundation/aws.gateway.ts';
import { readEnv } from '../../foundation/env.ts';
import { http } from '../../foundation/http.ts';
import { readPassKeys, readSecret } from '../../foundation/secrets.gateway.ts';
import { houseStore } from '../house/house.store.ts';
import { houseBooks } from '../house/house-books.ts';
import { holdPath, passHeader } from './requests.ts';
import { showHold } from './show-hold.ts';

const env = readEnv('seating/ask/show-hold', process.env);
const store = houseStore(openTables(), env.HOUSES_TABLE);
const reader = {
  store,
  books: houseBooks(store, openPublishedFiles(env.PUBLISHED_BUCKET).read),
  keys: await readPassKeys(env.PASS_KEYS),
};

/** `GET /api/performances/{performance}/holds/{hold}` → 200 with the HoldView. */
export const handler = http(
  { path: holdPath, headers: passHeader },
  await readSecret(env.ORIGIN_SECRET_ARN),
  async ({ path, headers, now }) => {
    const shown = await showHold(reader, { ...path, pass: headers[header.pass] }, now);
    return shown.ok ? { ok: true, status: 200, body: shown.view } : shown;
  },
);
