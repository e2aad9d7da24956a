import { z } from 'zod';
import { openTables } from '../../foundation/aws.gateway.ts';
import { readEnv } from '../../foundation/env.ts';
import { http } from '../../foundation/http.ts';
import { readSecret } from '../../foundation/secrets.gateway.ts';
import { orderStore } from '../order/order.store.ts';
import { listOrders } from './list-orders.ts';

const env = readEnv('ordering/book/list-orders', process.env);
const [staffKey, originSecret] = await Promise.all([readSecret(env.STAFF_KEY_ARN), readSecret(env.ORIGIN_SECRET_ARN)]);
const ports = { store: orderStore(openTables(), env.ORDERS_TABLE), staffKey };
const shape = {
  headers: z.object({ authorization: z.string().optional() }),
  query: z.object({ from: z.string().optional() }),
};

/** `GET /api/staff/orders`: the order book, newest first. */
export const handler = http(shape, originSecret, async ({ headers, query }) => {
  const listed = await listOrders(ports, { authorization: headers.authorization, from: query.from });
  return listed.ok ? { ok: true, status: 200, body: listed.page } : listed;
});
