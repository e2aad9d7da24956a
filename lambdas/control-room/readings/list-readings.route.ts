import { staffRoutes } from '../../../contracts/routes/staff-routes.ts';
import type { Route } from '../../foundation/route.ts';
import { staffRoute } from '../../foundation/staff/staff-route.ts';
import type { WhoAsks } from '../../foundation/staff/who-asks.ts';
import { type ListReadingsDeps, listReadings } from './list-readings.ts';

/** All on-sales at once. */
export const listReadingsRoute = (deps: ListReadingsDeps & { readonly whoAsks: WhoAsks }): Route =>
  staffRoute(
    'control-room/readings/list-readings',
    staffRoutes['control-room/readings/list-readings'],
    deps,
    async ({ now }, asker) => ({ ok: true, status: 200, body: await listReadings(deps, asker, now) }),
  );
