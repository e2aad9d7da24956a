import { orderRoutes } from '../../../contracts/routes/order-routes.ts';
import { apiRoute } from '../../foundation/api-route.ts';
import type { Route } from '../../foundation/route.ts';
import { askedOrder } from '../order/own-order.ts';
import { type GiveBackTicketsDeps, giveBackTickets } from './give-back-tickets.ts';

/** A repeat is answered alike. */
export const giveBackTicketsRoute = (deps: GiveBackTicketsDeps): Route =>
  apiRoute(orderRoutes['ordering/change/give-back-tickets'], async (request) => {
    const given = await giveBackTickets(deps, { ...askedOrder(request), request: request.body }, request.now);
    return given.ok ? { ok: true, status: 202, body: given.order } : given;
  });
