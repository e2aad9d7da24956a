import { openTables } from '../../foundation/aws.gateway.ts';
import { readEnv } from '../../foundation/env.ts';
import { http } from '../../foundation/http.ts';
import { readSecret } from '../../foundation/secrets.gateway.ts';
import { orderStore } from '../order/order.store.ts';
import { auditOrderRoute } from './audit-order.route.ts';

const env = readEnv('ordering/book/audit-order', process.env);
const [staffKey, originSecret] = await Promise.all([readSecret(env.STAFF_KEY_ARN), readSecret(env.ORIGIN_SECRET_ARN)]);
const deps = { store: orderStore(openTables(), env.ORDERS_TABLE), staffKey };

export const handler = http(auditOrderRoute(deps), originSecret);
