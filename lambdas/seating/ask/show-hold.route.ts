import { header } from '../../../contracts/paths.ts';
import { seatRoutes } from '../../../contracts/routes/seat-routes.ts';
import { apiRoute } from '../../foundation/api-route.ts';
import type { Route } from '../../foundation/route.ts';
import { showHold } from './show-hold.ts';
import type { AskReader } from './view-asked.ts';

/** One hold as it stands. */
export const showHoldRoute = (deps: AskReader): Route =>
  apiRoute(seatRoutes['seating/ask/show-hold'], async ({ path, headers, now }) => {
    const shown = await showHold(deps, { ...path, pass: headers[header.pass] }, now);
    return shown.ok ? { ok: true, status: 200, body: shown.view } : shown;
  });
