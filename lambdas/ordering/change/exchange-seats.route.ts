import { orderRoutes } from '../../../contracts/routes/order-routes.ts';
import { apiRoute } from '../../foundation/api-route.ts';
import type { Route } from '../../foundation/route.ts';
import { askedOrder } from '../order/own-order.ts';
import { type ExchangeSeatsDeps, exchangeSeats } from './exchange-seats.ts';

/** A repeat is answered alike. */
export const exchangeSeatsRoute = (deps: ExchangeSeatsDeps): Route =>
  apiRoute(orderRoutes['ordering/change/exchange-seats'], async (request) => {
    const asked = { ...askedOrder(request), request: request.body };
    const exchanged = await exchangeSeats(deps, asked, request.now);
    return exchanged.ok ? { ok: true, status: 202, body: exchanged.order } : exchanged;
  });
