import { header } from '../../../contracts/paths.ts';
import { orderRoutes } from '../../../contracts/routes/order-routes.ts';
import { apiRoute } from '../../foundation/api-route.ts';
import type { Route } from '../../foundation/route.ts';
import { type FindOrdersDeps, findOrders } from './find-orders.ts';

/** The orders of the fan whose receipt it is. */
export const findOrdersRoute = (deps: FindOrdersDeps): Route =>
  apiRoute(orderRoutes['ordering/buy/find-orders'], async ({ path: { onSale }, headers, now }) => {
    const found = await findOrders(deps, { onSale, receipt: headers[header.receipt] }, now);
    return found.ok ? { ok: true, status: 200, body: found.found } : found;
  });
