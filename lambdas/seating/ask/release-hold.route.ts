import { header } from '../../../contracts/paths.ts';
import { seatRoutes } from '../../../contracts/routes/seat-routes.ts';
import { apiRoute } from '../../foundation/api-route.ts';
import type { Route } from '../../foundation/route.ts';
import { type ReleaseHoldDeps, releaseHold } from './release-hold.ts';

/** 202 while the house decides, 200 if nothing is held. */
export const releaseHoldRoute = (deps: ReleaseHoldDeps): Route =>
  apiRoute(seatRoutes['seating/ask/release-hold'], async ({ path, headers, now }) => {
    const released = await releaseHold(deps, { ...path, pass: headers[header.pass] }, now);
    if (!released.ok) return released;
    return { ok: true, status: released.view.state === 'pending' ? 202 : 200, body: released.view };
  });
