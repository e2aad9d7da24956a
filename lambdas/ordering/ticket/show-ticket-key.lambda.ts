import { readEnv } from '../../foundation/env.ts';
import { http } from '../../foundation/http.ts';
import { readSecret, readSecrets } from '../../foundation/secrets.gateway.ts';
import { orderingKeys } from '../order/order-id.ts';
import { showTicketKeyRoute } from './show-ticket-key.route.ts';

const env = readEnv('ordering/ticket/show-ticket-key', process.env);
const [orderingSecret, originSecrets] = await Promise.all([
  readSecret(env.ORDERING_SECRET_ARN),
  readSecrets(env.ORIGIN_SECRET_ARNS),
]);

export const handler = http(showTicketKeyRoute(orderingKeys(orderingSecret).ticket), originSecrets);
