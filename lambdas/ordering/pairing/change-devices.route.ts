import { staffRoutes } from '../../../contracts/routes/staff-routes.ts';
import { apiRoute } from '../../foundation/api-route.ts';
import type { Route } from '../../foundation/route.ts';
import { type ChangeDevicesDeps, changeDevices } from './change-devices.ts';

/** A supervisor offers a code, or ends devices. */
export const changeDevicesRoute = (deps: ChangeDevicesDeps): Route =>
  apiRoute(staffRoutes['ordering/pairing/change-devices'], async ({ path, headers, body, now }) => {
    const said = await changeDevices(deps, { ...path, authorization: headers.authorization, act: body }, now);
    return said.ok ? { ok: true, status: 200, body: said.body } : said;
  });
