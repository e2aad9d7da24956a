import { header } from '../../../contracts/paths.ts';
import { lineRoutes } from '../../../contracts/routes/line-routes.ts';
import { apiRoute } from '../../foundation/api-route.ts';
import type { Route } from '../../foundation/route.ts';
import { type TendDevicesDeps, tendDevices } from './tend-devices.ts';

/** 200 with the devices as they are then. */
export const tendDevicesRoute = (deps: TendDevicesDeps): Route =>
  apiRoute(lineRoutes['waiting-room/place/tend-devices'], async ({ path: { onSale }, headers, body, now }) => {
    const outcome = await tendDevices(deps, { onSale, receipt: headers[header.receipt], end: body.end }, now);
    if (!outcome.ok) return outcome;
    return { ok: true, status: 200, body: outcome.devices, ...(outcome.ended && { counted: ['DeviceEnded'] }) };
  });
