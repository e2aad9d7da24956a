import { staffRoutes } from '../../../contracts/routes/staff-routes.ts';
import type { Route } from '../../foundation/route.ts';
import { staffRoute } from '../../foundation/staff/staff-route.ts';
import type { WhoAsks } from '../../foundation/staff/who-asks.ts';
import { type ChangeDevicesDeps, changeDevices } from './change-devices.ts';

/** A supervisor offers a code, or ends devices. */
export const changeDevicesRoute = (deps: ChangeDevicesDeps & { readonly whoAsks: WhoAsks }): Route =>
  staffRoute(
    'ordering/pairing/change-devices',
    staffRoutes['ordering/pairing/change-devices'],
    deps,
    async ({ path, body, now }, asker) => {
      const said = await changeDevices(deps, asker, { ...path, act: body }, now);
      return said.ok ? { ok: true, status: 200, body: said.body } : said;
    },
  );
