import { z } from 'zod';
import { admissionRequest } from '../../../contracts/door.ts';
import { slug } from '../../../contracts/ids.ts';
import { openTables } from '../../foundation/aws.gateway.ts';
import { readEnv } from '../../foundation/env.ts';
import { http } from '../../foundation/http.ts';
import { metrics } from '../../foundation/observe.ts';
import { readSecret } from '../../foundation/secrets.gateway.ts';
import { orderStore } from '../order/order.store.ts';
import { orderingKeys } from '../order/order-id.ts';
import { admitTickets } from './admit-tickets.ts';
import { doorStore } from './door.store.ts';

const env = readEnv('ordering/door/admit-tickets', process.env);
const [staffKey, orderingSecret, originSecret] = await Promise.all([
  readSecret(env.STAFF_KEY_ARN),
  readSecret(env.ORDERING_SECRET_ARN),
  readSecret(env.ORIGIN_SECRET_ARN),
]);
const tables = openTables();
const ports = {
  orders: orderStore(tables, env.ORDERS_TABLE),
  doors: doorStore(tables, env.ORDERS_TABLE),
  ticketKey: orderingKeys(orderingSecret).ticket,
  staffKey,
};
const shape = {
  path: z.object({ performance: slug }),
  headers: z.object({ authorization: z.string().optional() }),
  body: admissionRequest,
};

/** `POST /api/staff/door/{performance}`: tickets as scanned. */
export const handler = http(shape, originSecret, async ({ path, headers, body }) => {
  const said = await admitTickets(ports, { ...path, ...body, authorization: headers.authorization });
  if (!said.ok) return said;
  for (const { state } of said.body.admissions) metrics.addMetric(`Door-${state}`, 'Count', 1);
  return { ok: true, status: 200, body: said.body };
});
