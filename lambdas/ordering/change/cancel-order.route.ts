import { orderRoutes } from '../../../contracts/routes/order-routes.ts';
import { apiRoute } from '../../foundation/api-route.ts';
import type { Route } from '../../foundation/route.ts';
import { askedOrder } from '../order/own-order.ts';
import { type CancelOrderDeps, cancelOrder } from './cancel-order.ts';

/** A repeat is answered alike. */
export const cancelOrderRoute = (deps: CancelOrderDeps): Route =>
  apiRoute(orderRoutes['ordering/change/cancel-order'], async (request) => {
    const cancelled = await cancelOrder(
      deps,
      { ...askedOrder(request), performance: request.query.performance },
      request.now,
    );
    return cancelled.ok ? { ok: true, status: 202, body: cancelled.order } : cancelled;
  });
