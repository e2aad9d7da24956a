import { exchangeRequest } from '../../../contracts/order.ts';
import { apiRoute } from '../../foundation/api-route.ts';
import type { Route } from '../../foundation/route.ts';
import { askedOrder, ownOrderShape } from '../order/own-order.ts';
import { type ExchangeSeatsDeps, exchangeSeats } from './exchange-seats.ts';

/** `POST /api/orders/{order}/exchange`: 202 with the order; again for a repeat. */
export const exchangeSeatsRoute = (deps: ExchangeSeatsDeps): Route =>
  apiRoute({ ...ownOrderShape, body: exchangeRequest }, async (request) => {
    const asked = { ...askedOrder(request), request: request.body };
    const exchanged = await exchangeSeats(deps, asked, request.now);
    return exchanged.ok ? { ok: true, status: 202, body: exchanged.order } : exchanged;
  });
