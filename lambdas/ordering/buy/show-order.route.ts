import { apiRoute } from '../../foundation/api-route.ts';
import type { Route } from '../../foundation/route.ts';
import { askedOrder, ownOrderShape } from '../order/own-order.ts';
import { type ShowOrderDeps, showOrder } from './show-order.ts';

/** `GET /api/orders/{order}`, with the order's key in a header. */
export const showOrderRoute = (deps: ShowOrderDeps): Route =>
  apiRoute(ownOrderShape, async (request) => {
    const shown = await showOrder(deps, askedOrder(request), request.now);
    return shown.ok ? { ok: true, status: 200, body: shown.order } : shown;
  });
