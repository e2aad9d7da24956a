import { header } from '../../../contracts/paths.ts';
import { seatRoutes } from '../../../contracts/routes/seat-routes.ts';
import { apiRoute } from '../../foundation/api-route.ts';
import type { Route } from '../../foundation/route.ts';
import { showBasket } from './show-basket.ts';
import type { AskReader } from './view-asked.ts';

/** The basket of the pass’s on-sale. */
export const showBasketRoute = (deps: AskReader): Route =>
  apiRoute(seatRoutes['seating/ask/show-basket'], async ({ headers, now }) => {
    const shown = await showBasket(deps, { pass: headers[header.pass] }, now);
    return shown.ok ? { ok: true, status: 200, body: shown.basket } : shown;
  });
