import { apiRoute } from '../../foundation/api-route.ts';
import type { Route } from '../../foundation/route.ts';
import { performancePath } from './requests.ts';
import { availabilityCacheControl as cacheControl, showAvailability } from './show-availability.ts';

/** `GET /api/performances/{performance}/availability` → 200 with the Availability, cached for a second. */
export const showAvailabilityRoute = (deps: Parameters<typeof showAvailability>[0]): Route =>
  apiRoute({ path: performancePath }, async ({ path, now }) => {
    const shown = await showAvailability(deps, path.performance, now);
    return shown.ok ? { ok: true, status: 200, body: shown.availability, cacheControl } : shown;
  });
