import { openTables } from '../../foundation/aws.gateway.ts';
import { readEnv } from '../../foundation/env.ts';
import { http } from '../../foundation/http.ts';
import { readSecret } from '../../foundation/secrets.gateway.ts';
import { orderStore } from '../order/order.store.ts';
import { orderingKeys } from '../order/order-id.ts';
import { askedOrder, ownOrderShape } from '../order/own-order.ts';
import { ticketFonts } from './ticket-fonts.ts';
import { ticketPdf } from './ticket-pdf.ts';
import { ticketedOrder } from './ticketed-order.ts';

const env = readEnv('ordering/ticket/give-tickets', process.env);
const [orderingSecret, originSecret] = await Promise.all([
  readSecret(env.ORDERING_SECRET_ARN),
  readSecret(env.ORIGIN_SECRET_ARN),
]);
const ports = { store: orderStore(openTables(), env.ORDERS_TABLE), keys: orderingKeys(orderingSecret) };

/** `GET /api/orders/{order}/tickets.pdf`, with the order's key in a header: the tickets, a page each. */
export const handler = http(ownOrderShape, originSecret, async (request) => {
  const found = await ticketedOrder(ports, askedOrder(request));
  if (!found.ok) return found;
  const bytes = await ticketPdf(found.order, ticketFonts);
  return {
    ok: true,
    status: 200,
    file: { bytes, type: 'application/pdf', name: `tickets-${found.order.reference}.pdf` },
  };
});
