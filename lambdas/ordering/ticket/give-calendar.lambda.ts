import { openTables } from '../../foundation/aws.gateway.ts';
import { readEnv } from '../../foundation/env.ts';
import { http } from '../../foundation/http.ts';
import { readSecret } from '../../foundation/secrets.gateway.ts';
import { orderStore } from '../order/order.store.ts';
import { orderingKeys } from '../order/order-id.ts';
import { giveCalendarRoute } from './give-calendar.route.ts';

const env = readEnv('ordering/ticket/give-calendar', process.env);
const [orderingSecret, originSecret] = await Promise.all([
  readSecret(env.ORDERING_SECRET_ARN),
  readSecret(env.ORIGIN_SECRET_ARN),
]);
const deps = {
  store: orderStore(openTables(), env.ORDERS_TABLE),
  keys: orderingKeys(orderingSecret),
  siteAddress: env.SITE_ADDRESS,
};

export const handler = http(giveCalendarRoute(deps), originSecret);
