import { header } from '../../../contracts/paths.ts';
import { apiRoute } from '../../foundation/api-route.ts';
import type { Route } from '../../foundation/route.ts';
import { type ReleaseHoldDeps, releaseHold } from './release-hold.ts';
import { holdPath, passHeader } from './requests.ts';

/** `DELETE /api/performances/{performance}/holds/{hold}` → 202 while the house decides, 200 if nothing is held. */
export const releaseHoldRoute = (deps: ReleaseHoldDeps): Route =>
  apiRoute({ path: holdPath, headers: passHeader }, async ({ path, headers, now }) => {
    const released = await releaseHold(deps, { ...path, pass: headers[header.pass] }, now);
    if (!released.ok) return released;
    return { ok: true, status: released.view.state === 'pending' ? 202 : 200, body: released.view };
  });
