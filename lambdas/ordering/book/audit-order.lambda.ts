import { z } from 'zod';
import { opaqueId } from '../../../contracts/ids.ts';
import { openTables } from '../../foundation/aws.gateway.ts';
import { readEnv } from '../../foundation/env.ts';
import { http } from '../../foundation/http.ts';
import { readSecret } from '../../foundation/secrets.gateway.ts';
import { orderStore } from '../order/order.store.ts';
import { auditOrder } from './audit-order.ts';

const env = readEnv('ordering/book/audit-order', process.env);
const [staffKey, originSecret] = await Promise.all([readSecret(env.STAFF_KEY_ARN), readSecret(env.ORIGIN_SECRET_ARN)]);
const ports = { store: orderStore(openTables(), env.ORDERS_TABLE), staffKey };
const shape = {
  path: z.object({ order: opaqueId }),
  headers: z.object({ authorization: z.string().optional() }),
};

/** `GET /api/staff/orders/{order}`: the order and its history. */
export const handler = http(shape, originSecret, async ({ path, headers }) => {
  const audited = await auditOrder(ports, { id: path.order, authorization: headers.authorization });
  return audited.ok ? { ok: true, status: 200, body: audited.order } : audited;
});
