import { orderRoutes } from '../../../contracts/routes/order-routes.ts';
import { apiRoute } from '../../foundation/api-route.ts';
import type { Route } from '../../foundation/route.ts';
import { askedOrder } from '../order/own-order.ts';
import { type TakeBackNewsDeps, takeBackNews } from './take-back-news.ts';

/** A repeat is answered alike. */
export const takeBackNewsRoute = (deps: TakeBackNewsDeps): Route =>
  apiRoute(orderRoutes['ordering/consent/take-back-news'], async (request) => {
    const taken = await takeBackNews(deps, askedOrder(request), request.now);
    return taken.ok ? { ok: true, status: 200, body: taken.order } : taken;
  });
