import { z } from 'zod';
import { slug } from '../../../contracts/ids.ts';
import { openTables } from '../../foundation/aws.gateway.ts';
import { readEnv } from '../../foundation/env.ts';
import { http } from '../../foundation/http.ts';
import { readSecret } from '../../foundation/secrets.gateway.ts';
import { orderingKeys } from '../order/order-id.ts';
import { doorStore } from './door.store.ts';
import { listAdmissions } from './list-admissions.ts';

const env = readEnv('ordering/door/list-admissions', process.env);
const [staffKey, orderingSecret, originSecret] = await Promise.all([
  readSecret(env.STAFF_KEY_ARN),
  readSecret(env.ORDERING_SECRET_ARN),
  readSecret(env.ORIGIN_SECRET_ARN),
]);
const ports = {
  doors: doorStore(openTables(), env.ORDERS_TABLE),
  publicKey: orderingKeys(orderingSecret).ticket.publicKey,
  staffKey,
};
const shape = {
  path: z.object({ performance: slug }),
  headers: z.object({ authorization: z.string().optional() }),
};

/** `GET /api/staff/door/{performance}`: who is in, and what else a door needs to work without a network. */
export const handler = http(shape, originSecret, async ({ path, headers, now }) => {
  const listed = await listAdmissions(ports, { ...path, authorization: headers.authorization }, now);
  return listed.ok ? { ok: true, status: 200, body: listed.list } : listed;
});
