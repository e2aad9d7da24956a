import { header } from '../../../contracts/paths.ts';
import { orderRoutes } from '../../../contracts/routes/order-routes.ts';
import { isTrial } from '../../../contracts/trial.ts';
import { apiRoute } from '../../foundation/api-route.ts';
import type { Route } from '../../foundation/route.ts';
import { type PlaceOrderDeps, placeOrder } from './place-order.ts';

/** Answers 200 for a repeat of a request. */
export const placeOrderRoute = (deps: PlaceOrderDeps): Route =>
  apiRoute(orderRoutes['ordering/buy/place-order'], async ({ body, headers, now }) => {
    const asked = { pass: headers[header.pass], idempotencyKey: headers[header.idempotencyKey], request: body };
    const placed = await placeOrder(deps, asked, now);
    if (!placed.ok) return placed;
    if (!placed.first) return { ok: true, status: 200, body: placed.order };
    const isOfTrial = placed.order.items.some(({ performance }) => isTrial(performance));
    return { ok: true, status: 202, body: placed.order, ...(!isOfTrial && { counted: ['OrdersPlaced'] }) };
  });
