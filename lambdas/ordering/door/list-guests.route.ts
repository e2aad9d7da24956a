import { staffRoutes } from '../../../contracts/routes/staff-routes.ts';
import { apiRoute } from '../../foundation/api-route.ts';
import type { Route } from '../../foundation/route.ts';
import { type ListGuestsDeps, listGuests } from './list-guests.ts';

/** The people who are expected at a performance. */
export const listGuestsRoute = (deps: ListGuestsDeps): Route =>
  apiRoute(staffRoutes['ordering/door/list-guests'], async ({ path, headers, now }) => {
    const listed = await listGuests(deps, { ...path, authorization: headers.authorization }, now);
    return listed.ok ? { ok: true, status: 200, body: listed.list } : listed;
  });
