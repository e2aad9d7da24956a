import { staffRoutes } from '../../../contracts/routes/staff-routes.ts';
import { apiRoute } from '../../foundation/api-route.ts';
import type { Route } from '../../foundation/route.ts';
import { listDevices } from './list-devices.ts';

/** The devices that stewards paired. */
export const listDevicesRoute = (deps: Parameters<typeof listDevices>[0]): Route =>
  apiRoute(staffRoutes['ordering/pairing/list-devices'], async ({ path, headers, now }) => {
    const listed = await listDevices(deps, { ...path, authorization: headers.authorization }, now);
    return listed.ok ? { ok: true, status: 200, body: listed.body } : listed;
  });
