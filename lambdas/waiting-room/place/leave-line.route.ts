import { header } from '../../../contracts/paths.ts';
import { lineRoutes } from '../../../contracts/routes/line-routes.ts';
import { apiRoute } from '../../foundation/api-route.ts';
import type { Route } from '../../foundation/route.ts';
import { type LeaveDeps, leaveLine } from './leave-line.ts';

/** 204, also the second time. */
export const leaveLineRoute = (deps: LeaveDeps): Route =>
  apiRoute(lineRoutes['waiting-room/place/leave-line'], async ({ path, headers, now }) => {
    const outcome = await leaveLine(deps, { onSale: path.onSale, receipt: headers[header.receipt] }, now);
    return outcome.ok ? { ok: true, status: 204, counted: [`GaveBack-${outcome.gave}`] } : outcome;
  });
