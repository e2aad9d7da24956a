import { openTables } from '../../foundation/aws.gateway.ts';
import { readEnv } from '../../foundation/env.ts';
import { http } from '../../foundation/http.ts';
import { readSecret } from '../../foundation/secrets.gateway.ts';
import { houseStore } from '../house/house.store.ts';
import { performancePath } from './requests.ts';
import { availabilityCacheControl as cacheControl, showAvailability } from './show-availability.ts';

const env = readEnv('seating/ask/show-availability', process.env);
const store = houseStore(openTables(), env.HOUSES_TABLE);

/** `GET /api/performances/{performance}/availability` → 200 with the Availability, cached for a second. */
export const handler = http(
  { path: performancePath },
  await readSecret(env.ORIGIN_SECRET_ARN),
  async ({ path, now }) => {
    const shown = await showAvailability({ store }, path.performance, now);
    return shown.ok ? { ok: true, status: 200, body: shown.availability, cacheControl } : shown;
  },
);
