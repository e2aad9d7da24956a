import { staffRoutes } from '../../../contracts/routes/staff-routes.ts';
import { apiRoute } from '../../foundation/api-route.ts';
import type { Route } from '../../foundation/route.ts';
import { type ShowSharedReadingsDeps, sharedCacheControl, showSharedReadings } from './show-shared-readings.ts';

/** How one line and its sale go, in one answer for all who have the key. */
export const showSharedReadingsRoute = (deps: ShowSharedReadingsDeps): Route =>
  apiRoute(staffRoutes['control-room/readings/show-shared-readings'], async ({ path, now }) => {
    const shown = await showSharedReadings(deps, path, now);
    if (!shown.ok) return shown;
    return { ok: true, status: 200, body: shown.body, cacheControl: sharedCacheControl(shown.keptSeconds) };
  });
