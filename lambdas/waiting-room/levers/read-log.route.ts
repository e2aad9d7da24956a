import { leverRoutes } from '../../../contracts/routes/lever-routes.ts';
import type { Route } from '../../foundation/route.ts';
import { staffRoute } from '../../foundation/staff/staff-route.ts';
import type { WhoAsks } from '../../foundation/staff/who-asks.ts';
import { type RunningLogDeps, readLog } from './read-log.ts';

/** The running log of a morning. */
export const readLogRoute = (deps: RunningLogDeps & { readonly whoAsks: WhoAsks }): Route =>
  staffRoute(
    'waiting-room/levers/read-log',
    leverRoutes['waiting-room/levers/read-log'],
    deps,
    async ({ path }, asker) => {
      const read = await readLog(deps, asker, path.onSale);
      return read.ok ? { ok: true, status: 200, body: read.log } : read;
    },
  );
