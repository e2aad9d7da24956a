import { staffRoutes } from '../../../contracts/routes/staff-routes.ts';
import { apiRoute } from '../../foundation/api-route.ts';
import type { Route } from '../../foundation/route.ts';
import { listAdmissions } from './list-admissions.ts';

/** The people who are in, and all else that a door needs to work without a network. */
export const listAdmissionsRoute = (deps: Parameters<typeof listAdmissions>[0]): Route =>
  apiRoute(staffRoutes['ordering/door/list-admissions'], async ({ path, headers, now }) => {
    const listed = await listAdmissions(deps, { ...path, authorization: headers.authorization }, now);
    return listed.ok ? { ok: true, status: 200, body: listed.list } : listed;
  });
