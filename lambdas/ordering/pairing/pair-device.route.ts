import { staffRoutes } from '../../../contracts/routes/staff-routes.ts';
import { apiRoute } from '../../foundation/api-route.ts';
import type { Route } from '../../foundation/route.ts';
import { type PairDeviceDeps, pairDevice } from './pair-device.ts';

/** A code, for the right of a steward's device. */
export const pairDeviceRoute = (deps: PairDeviceDeps): Route =>
  apiRoute(staffRoutes['ordering/pairing/pair-device'], async ({ path, body, now }) => {
    const said = await pairDevice(deps, { ...path, ...body }, now);
    return said.ok ? { ok: true, status: 200, body: said.pairing, counted: ['Door-paired'] } : said;
  });
