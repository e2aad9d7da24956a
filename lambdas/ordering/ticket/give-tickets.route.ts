import { apiRoute } from '../../foundation/api-route.ts';
import type { Route } from '../../foundation/route.ts';
import { askedOrder, type OwnOrderDeps, ownOrderShape } from '../order/own-order.ts';
import { ticketPdf } from './ticket-pdf.ts';
import { ticketedOrder } from './ticketed-order.ts';

export interface GiveTicketsDeps extends OwnOrderDeps {
  readonly fonts: Parameters<typeof ticketPdf>[1];
}

/** `GET /api/orders/{order}/tickets.pdf`, with the order's key in a header: the tickets, a page each. */
export const giveTicketsRoute = (deps: GiveTicketsDeps): Route =>
  apiRoute(ownOrderShape, async (request) => {
    const found = await ticketedOrder(deps, askedOrder(request));
    if (!found.ok) return found;
    const bytes = await ticketPdf(found.order, deps.fonts);
    return {
      ok: true,
      status: 200,
      file: { bytes, type: 'application/pdf', name: `tickets-${found.order.reference}.pdf` },
    };
  });
