import { header } from '../../../contracts/paths.ts';
import { seatRoutes } from '../../../contracts/routes/seat-routes.ts';
import { apiRoute } from '../../foundation/api-route.ts';
import type { Route } from '../../foundation/route.ts';
import { type ExtendBasketDeps, extendBasket } from './extend-basket.ts';

/** The basket, its clock as it will be. */
export const extendBasketRoute = (deps: ExtendBasketDeps): Route =>
  apiRoute(seatRoutes['seating/ask/extend-basket'], async ({ headers, now }) => {
    const extended = await extendBasket(deps, { pass: headers[header.pass] }, now);
    return extended.ok ? { ok: true, status: 202, body: extended.basket } : extended;
  });
