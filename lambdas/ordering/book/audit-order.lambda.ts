import { openTables } from '../../foundation/aws.gateway.ts';
import { readEnv } from '../../foundation/env.ts';
import { http } from '../../foundation/http.ts';
import { readSecret, readSecrets } from '../../foundation/secrets.gateway.ts';
import { orderStore } from '../order/order.store.ts';
import { auditOrderRoute } from './audit-order.route.ts';

const env = readEnv('ordering/book/audit-order', process.env);
const [staffKey, originSecrets] = await Promise.all([
  readSecret(env.STAFF_KEY_ARN),
  readSecrets(env.ORIGIN_SECRET_ARNS),
]);
const deps = { store: orderStore(openTables(), env.ORDERS_TABLE), staffKey };

export const handler = http(auditOrderRoute(deps), originSecrets);
