import { leverRoutes } from '../../../contracts/routes/lever-routes.ts';
import type { Route } from '../../foundation/route.ts';
import { staffRoute } from '../../foundation/staff/staff-route.ts';
import type { WhoAsks } from '../../foundation/staff/who-asks.ts';
import { type ShowLeversDeps, showLevers } from './show-levers.ts';

/** The levers of a line, for who may see its readings. */
export const showLeversRoute = (deps: ShowLeversDeps & { readonly whoAsks: WhoAsks }): Route =>
  staffRoute(
    'waiting-room/levers/show-levers',
    leverRoutes['waiting-room/levers/show-levers'],
    deps,
    async ({ path, now }, asker) => {
      const shown = await showLevers(deps, asker, path.onSale, now);
      return shown.ok ? { ok: true, status: 200, body: shown.levers } : shown;
    },
  );
