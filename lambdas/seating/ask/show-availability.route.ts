import { seatRoutes } from '../../../contracts/routes/seat-routes.ts';
import { apiRoute } from '../../foundation/api-route.ts';
import type { Route } from '../../foundation/route.ts';
import {
  availabilityCacheControl as cacheControl,
  type ShowAvailabilityDeps,
  showAvailability,
} from './show-availability.ts';

/** The seats that are free; cached for a second. */
export const showAvailabilityRoute = (deps: ShowAvailabilityDeps): Route =>
  apiRoute(seatRoutes['seating/ask/show-availability'], async ({ path, now }) => {
    const shown = await showAvailability(deps, path.performance, now);
    return shown.ok ? { ok: true, status: 200, body: shown.availability, cacheControl } : shown;
  });
