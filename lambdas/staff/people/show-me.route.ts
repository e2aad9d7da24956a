import { staffRoutes } from '../../../contracts/routes/staff-routes.ts';
import { apiRoute } from '../../foundation/api-route.ts';
import type { Route } from '../../foundation/route.ts';
import { showMe } from './show-me.ts';

/** Who is signed in. */
export const showMeRoute = (deps: Parameters<typeof showMe>[0]): Route =>
  apiRoute(staffRoutes['staff/people/show-me'], async ({ headers, claims, now }) => {
    const shown = await showMe(deps, { claims, authorization: headers.authorization, now });
    return shown.ok ? { ok: true, status: 200, body: shown.person } : shown;
  });
