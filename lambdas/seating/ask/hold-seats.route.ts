import { holdRequest } from '../../../contracts/house.ts';
import { header } from '../../../contracts/paths.ts';
import { apiRoute } from '../../foundation/api-route.ts';
import type { Route } from '../../foundation/route.ts';
import { type HoldSeatsDeps, holdSeats } from './hold-seats.ts';
import { askHeaders, performancePath } from './requests.ts';

const shape = { body: holdRequest, path: performancePath, headers: askHeaders };

/** `POST /api/performances/{performance}/holds` → 202 with the hold's id; the answer comes through `show-hold`. */
export const holdSeatsRoute = (deps: HoldSeatsDeps): Route =>
  apiRoute(shape, async ({ body, path: { performance }, headers, now }) => {
    const pass = headers[header.pass];
    const asked = { performance, wish: body, pass, idempotencyKey: headers[header.idempotencyKey] };
    const pending = await holdSeats(deps, asked, now);
    return pending.ok
      ? { ok: true, status: 202, body: { state: 'pending', hold: pending.hold, performance } }
      : pending;
  });
