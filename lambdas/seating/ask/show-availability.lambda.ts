import { openTables } from '../../foundation/aws.gateway.ts';
import { readEnv } from '../../foundation/env.ts';
import { http } from '../../foundation/http.ts';
import { readSecrets } from '../../foundation/secrets.gateway.ts';
import { houseStore } from '../house/house.store.ts';
import { rememberLevers } from '../house/house-books.ts';
import { showAvailabilityRoute } from './show-availability.route.ts';

const env = readEnv('seating/ask/show-availability', process.env);
const store = houseStore(openTables(), env.HOUSES_TABLE);

export const handler = http(
  showAvailabilityRoute({ store, books: { levers: rememberLevers(store) } }),
  await readSecrets(env.ORIGIN_SECRET_ARNS),
);
