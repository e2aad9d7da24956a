import { leverRoutes } from '../../../contracts/routes/lever-routes.ts';
import type { Route } from '../../foundation/route.ts';
import { staffRoute } from '../../foundation/staff/staff-route.ts';
import type { WhoAsks } from '../../foundation/staff/who-asks.ts';
import { actOnPlace, type PlaceDeps } from './act-on-place.ts';

/** One place of a line. */
export const actOnPlaceRoute = (deps: PlaceDeps & { readonly whoAsks: WhoAsks }): Route =>
  staffRoute(
    'waiting-room/levers/act-on-place',
    leverRoutes['waiting-room/levers/act-on-place'],
    deps,
    async ({ path, body, now }, asker) => {
      const done = await actOnPlace(deps, asker, { onSale: path.onSale, act: body }, now);
      return done.ok ? { ok: true, status: 200, body: done.acted } : done;
    },
  );
