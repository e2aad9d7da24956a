import { staffRoutes } from '../../../contracts/routes/staff-routes.ts';
import type { Route } from '../../foundation/route.ts';
import { staffRoute } from '../../foundation/staff/staff-route.ts';
import type { WhoAsks } from '../../foundation/staff/who-asks.ts';
import { type ShowReadingsDeps, showHistory } from './show-readings.ts';

/** What was, minute by minute. */
export const showHistoryRoute = (deps: Pick<ShowReadingsDeps, 'readings'> & { readonly whoAsks: WhoAsks }): Route =>
  staffRoute(
    'control-room/readings/show-history',
    staffRoutes['control-room/readings/show-history'],
    deps,
    async ({ path, now }, asker) => {
      const shown = await showHistory(deps, asker, path, now);
      return shown.ok ? { ok: true, status: 200, body: shown.body } : shown;
    },
  );
