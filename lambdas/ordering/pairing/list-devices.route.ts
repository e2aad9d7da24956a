import { staffRoutes } from '../../../contracts/routes/staff-routes.ts';
import type { Route } from '../../foundation/route.ts';
import { staffRoute } from '../../foundation/staff/staff-route.ts';
import type { WhoAsks } from '../../foundation/staff/who-asks.ts';
import { type ListDevicesDeps, listDevices } from './list-devices.ts';

/** The devices that stewards paired. */
export const listDevicesRoute = (deps: ListDevicesDeps & { readonly whoAsks: WhoAsks }): Route =>
  staffRoute(
    'ordering/pairing/list-devices',
    staffRoutes['ordering/pairing/list-devices'],
    deps,
    async ({ path, now }, asker) => {
      const said = await listDevices(deps, asker, path, now);
      return said.ok ? { ok: true, status: 200, body: said.body } : said;
    },
  );
