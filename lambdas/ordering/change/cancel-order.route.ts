import { apiRoute } from '../../foundation/api-route.ts';
import type { Route } from '../../foundation/route.ts';
import { askedOrder, ownOrderShape } from '../order/own-order.ts';
import { type CancelOrderDeps, cancelOrder } from './cancel-order.ts';

/** `POST /api/orders/{order}/cancel`: 202 with the order; again for a repeat. */
export const cancelOrderRoute = (deps: CancelOrderDeps): Route =>
  apiRoute(ownOrderShape, async (request) => {
    const cancelled = await cancelOrder(deps, askedOrder(request), request.now);
    return cancelled.ok ? { ok: true, status: 202, body: cancelled.order } : cancelled;
  });
