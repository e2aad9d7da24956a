import { openTables } from '../../foundation/aws.gateway.ts';
import { readEnv } from '../../foundation/env.ts';
import { http } from '../../foundation/http.ts';
import { readSecret, readSecrets } from '../../foundation/secrets.gateway.ts';
import { orderStore } from '../order/order.store.ts';
import { orderingKeys } from '../order/order-id.ts';
import { giveTicketsRoute } from './give-tickets.route.ts';
import { ticketFonts } from './ticket-fonts.ts';

const env = readEnv('ordering/ticket/give-tickets', process.env);
const [orderingSecret, originSecrets] = await Promise.all([
  readSecret(env.ORDERING_SECRET_ARN),
  readSecrets(env.ORIGIN_SECRET_ARNS),
]);
const deps = {
  store: orderStore(openTables(), env.ORDERS_TABLE),
  keys: orderingKeys(orderingSecret),
  fonts: ticketFonts,
};

export const handler = http(giveTicketsRoute(deps), originSecrets);
