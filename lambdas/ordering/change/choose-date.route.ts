import { orderRoutes } from '../../../contracts/routes/order-routes.ts';
import { apiRoute } from '../../foundation/api-route.ts';
import type { Route } from '../../foundation/route.ts';
import { askedOrder } from '../order/own-order.ts';
import { type ChooseDateDeps, chooseDate } from './choose-date.ts';

/** A repeat is answered alike. */
export const chooseDateRoute = (deps: ChooseDateDeps): Route =>
  apiRoute(orderRoutes['ordering/change/choose-date'], async (request) => {
    const chosen = await chooseDate(deps, { ...askedOrder(request), request: request.body }, request.now);
    return chosen.ok ? { ok: true, status: 202, body: chosen.order } : chosen;
  });
