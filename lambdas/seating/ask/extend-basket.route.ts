import { header } from '../../../contracts/paths.ts';
import { apiRoute } from '../../foundation/api-route.ts';
import type { Route } from '../../foundation/route.ts';
import { type ExtendBasketDeps, extendBasket } from './extend-basket.ts';
import { passHeader } from './requests.ts';

/** `POST /api/basket/extend` → 202 with the Basket, its clock as it will be. */
export const extendBasketRoute = (deps: ExtendBasketDeps): Route =>
  apiRoute({ headers: passHeader }, async ({ headers, now }) => {
    const extended = await extendBasket(deps, { pass: headers[header.pass] }, now);
    return extended.ok ? { ok: true, status: 202, body: extended.basket } : extended;
  });
