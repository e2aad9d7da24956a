import { header } from '../../../contracts/paths.ts';
import { orderRoutes } from '../../../contracts/routes/order-routes.ts';
import { apiRoute } from '../../foundation/api-route.ts';
import type { Route } from '../../foundation/route.ts';
import { askedOrder } from '../order/own-order.ts';
import { type ShowOrderDeps, showOrder } from './show-order.ts';

/** The order, for whoever holds its key. */
export const showOrderRoute = (deps: ShowOrderDeps): Route =>
  apiRoute(orderRoutes['ordering/buy/show-order'], async (request) => {
    const shown = await showOrder(deps, { ...askedOrder(request), slips: request.headers[header.slips] }, request.now);
    return shown.ok ? { ok: true, status: 200, body: shown.order } : shown;
  });
