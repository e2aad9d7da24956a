import { staffRoutes } from '../../../contracts/routes/staff-routes.ts';
import type { Route } from '../../foundation/route.ts';
import { staffRoute } from '../../foundation/staff/staff-route.ts';
import type { WhoAsks } from '../../foundation/staff/who-asks.ts';
import { type FindFanDeps, findFan } from './find-fan.ts';

/** Where a fan stands. What was typed is in the body: an address stands in logs. */
export const findFanRoute = (deps: FindFanDeps & { readonly whoAsks: WhoAsks }): Route =>
  staffRoute(
    'waiting-room/find/find-fan',
    staffRoutes['waiting-room/find/find-fan'],
    deps,
    async ({ path, body, now }, asker) => {
      const outcome = await findFan(deps, asker, { onSale: path.onSale, search: body }, now);
      return outcome.ok ? { ok: true, status: 200, body: outcome.found } : outcome;
    },
  );
