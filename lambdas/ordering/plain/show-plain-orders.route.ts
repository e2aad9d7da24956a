import { pageRoute } from '../../foundation/page-route.ts';
import { faultPage } from '../../foundation/plain/plain-answers.ts';
import type { Route } from '../../foundation/route.ts';
import { type ShowPlainOrdersDeps, showPlainOrders } from './show-plain-orders.ts';

/** `GET /plain/{onSale}/orders`: a fan's own, for a browser without JavaScript. */
export const showPlainOrdersRoute = (deps: ShowPlainOrdersDeps): Route =>
  pageRoute(faultPage, (asked) => showPlainOrders(deps, asked));
