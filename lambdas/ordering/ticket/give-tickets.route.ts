import { orderRoutes } from '../../../contracts/routes/order-routes.ts';
import { apiRoute } from '../../foundation/api-route.ts';
import type { Route } from '../../foundation/route.ts';
import { askedOrder, type OwnOrderDeps } from '../order/own-order.ts';
import { ticketPdf } from './ticket-pdf.ts';
import { ticketedOrder } from './ticketed-order.ts';

export interface GiveTicketsDeps extends OwnOrderDeps {
  readonly fonts: Parameters<typeof ticketPdf>[1];
}

/** The tickets of an order, for whoever holds its key. */
export const giveTicketsRoute = (deps: GiveTicketsDeps): Route =>
  apiRoute(orderRoutes['ordering/ticket/give-tickets'], async (request) => {
    const found = await ticketedOrder(deps, askedOrder(request));
    if (!found.ok) return found;
    const bytes = await ticketPdf(found.order, deps.fonts);
    return {
      ok: true,
      status: 200,
      file: { bytes, name: `tickets-${found.order.reference}.pdf` },
    };
  });
