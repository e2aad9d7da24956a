import { openTables } from '../../foundation/aws.gateway.ts';
import { readEnv } from '../../foundation/env.ts';
import { http } from '../../foundation/http.ts';
import { readSecret, readSecrets } from '../../foundation/secrets.gateway.ts';
import { orderStore } from '../order/order.store.ts';
import { orderingKeys } from '../order/order-id.ts';
import { admitTicketsRoute } from './admit-tickets.route.ts';
import { doorStore } from './door.store.ts';

const env = readEnv('ordering/door/admit-tickets', process.env);
const [staffKey, orderingSecret, originSecrets] = await Promise.all([
  readSecret(env.STAFF_KEY_ARN),
  readSecret(env.ORDERING_SECRET_ARN),
  readSecrets(env.ORIGIN_SECRET_ARNS),
]);
const tables = openTables();
const deps = {
  orders: orderStore(tables, env.ORDERS_TABLE),
  doors: doorStore(tables, env.ORDERS_TABLE),
  ticketKey: orderingKeys(orderingSecret).ticket,
  staffKey,
};

export const handler = http(admitTicketsRoute(deps), originSecrets);
