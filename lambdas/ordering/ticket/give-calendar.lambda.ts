import { openTables } from '../../foundation/aws.gateway.ts';
import { readEnv } from '../../foundation/env.ts';
import { http } from '../../foundation/http.ts';
import { readSecret } from '../../foundation/secrets.gateway.ts';
import { orderStore } from '../order/order.store.ts';
import { orderingKeys } from '../order/order-id.ts';
import { askedOrder, ownOrderShape } from '../order/own-order.ts';
import { calendarOf } from './calendar.ts';
import { ticketedOrder } from './ticketed-order.ts';

const env = readEnv('ordering/ticket/give-calendar', process.env);
const [orderingSecret, originSecret] = await Promise.all([
  readSecret(env.ORDERING_SECRET_ARN),
  readSecret(env.ORIGIN_SECRET_ARN),
]);
const ports = { store: orderStore(openTables(), env.ORDERS_TABLE), keys: orderingKeys(orderingSecret) };

/** `GET /api/orders/{order}/calendar.ics`, with the order's key in a header: its performances for a calendar. */
export const handler = http(ownOrderShape, originSecret, async (request) => {
  const found = await ticketedOrder(ports, askedOrder(request));
  if (!found.ok) return found;
  const bytes = Buffer.from(calendarOf(found.order, new URL(env.SITE_ADDRESS).host));
  return {
    ok: true,
    status: 200,
    file: { bytes, type: 'text/calendar; charset=utf-8', name: `calendar-${found.order.reference}.ics` },
  };
});
