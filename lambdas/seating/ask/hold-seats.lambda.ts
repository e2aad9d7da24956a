import { holdRequest } from '../../../contracts/house.ts';
import { header } from '../../../contracts/paths.ts';
import { openPublishedFiles, openTables } from '../../foundation/aws.gateway.ts';
import { readEnv } from '../../foundation/env.ts';
import { openHouseQueue } from '../../foundation/house-queue.gateway.ts';
import { http } from '../../foundation/http.ts';
import { readPassKeys, readSecret } from '../../foundation/secrets.gateway.ts';
import { houseStore } from '../house/house.store.ts';
import { houseBooks } from '../house/house-books.ts';
import { holdSeats } from './hold-seats.ts';
import { askHeaders, performancePath } from './requests.ts';

const env = readEnv('seating/ask/hold-seats', process.env);
const desk = {
  books: houseBooks(houseStore(openTables(), env.HOUSES_TABLE), openPublishedFiles(env.PUBLISHED_BUCKET).read),
  keys: await readPassKeys(env.PASS_KEYS),
  ask: openHouseQueue(env.HOUSE_QUEUE_URL),
};

/** `POST /api/performances/{performance}/holds` → 202 with the hold's id; the answer comes through `show-hold`. */
export const handler = http(
  { body: holdRequest, path: performancePath, headers: askHeaders },
  await readSecret(env.ORIGIN_SECRET_ARN),
  async ({ body, path: { performance }, headers, now }) => {
    const pass = headers[header.pass];
    const asked = { performance, wish: body, pass, idempotencyKey: headers[header.idempotencyKey] };
    const pending = await holdSeats(desk, asked, now);
    return pending.ok
      ? { ok: true, status: 202, body: { state: 'pending', hold: pending.hold, performance } }
      : pending;
  },
);
