import { header } from '../../../contracts/paths.ts';
import { apiRoute } from '../../foundation/api-route.ts';
import type { Route } from '../../foundation/route.ts';
import { holdPath, passHeader } from './requests.ts';
import { showHold } from './show-hold.ts';
import type { HoldReader } from './view-holds.ts';

/** `GET /api/performances/{performance}/holds/{hold}` → 200 with the HoldView. */
export const showHoldRoute = (deps: HoldReader): Route =>
  apiRoute({ path: holdPath, headers: passHeader }, async ({ path, headers, now }) => {
    const shown = await showHold(deps, { ...path, pass: headers[header.pass] }, now);
    return shown.ok ? { ok: true, status: 200, body: shown.view } : shown;
  });
