import { openTables } from '../../foundation/aws.gateway.ts';
import { readEnv } from '../../foundation/env.ts';
import { http } from '../../foundation/http.ts';
import { readSecret, readSecrets } from '../../foundation/secrets.gateway.ts';
import { orderingKeys } from '../order/order-id.ts';
import { doorStore } from './door.store.ts';
import { listAdmissionsRoute } from './list-admissions.route.ts';

const env = readEnv('ordering/door/list-admissions', process.env);
const [staffKey, orderingSecret, originSecrets] = await Promise.all([
  readSecret(env.STAFF_KEY_ARN),
  readSecret(env.ORDERING_SECRET_ARN),
  readSecrets(env.ORIGIN_SECRET_ARNS),
]);
const deps = {
  doors: doorStore(openTables(), env.ORDERS_TABLE),
  publicKey: orderingKeys(orderingSecret).ticket.publicKey,
  staffKey,
};

export const handler = http(listAdmissionsRoute(deps), originSecrets);
