import { staffRoutes } from '../../../contracts/routes/staff-routes.ts';
import type { Route } from '../../foundation/route.ts';
import { staffRoute } from '../../foundation/staff/staff-route.ts';
import type { WhoAsks } from '../../foundation/staff/who-asks.ts';
import type { HandKey } from './kept-keys.ts';
import { type ShowReadingsDeps, showReadings } from './show-readings.ts';

/** How one line and its sale go, and the key of the shared address. */
export const showReadingsRoute = (
  deps: ShowReadingsDeps & { readonly whoAsks: WhoAsks; readonly handKey: HandKey },
): Route =>
  staffRoute(
    'control-room/readings/show-readings',
    staffRoutes['control-room/readings/show-readings'],
    deps,
    async ({ path, now }, asker) => {
      const shown = await showReadings(deps, asker, path, now);
      return shown.ok ? { ok: true, status: 200, body: shown.body } : shown;
    },
  );
