import { header } from '../../../contracts/paths.ts';
import { seatRoutes } from '../../../contracts/routes/seat-routes.ts';
import { apiRoute } from '../../foundation/api-route.ts';
import type { Route } from '../../foundation/route.ts';
import { type HoldSeatsDeps, holdSeats } from './hold-seats.ts';

/** The hold as it stands, at first pending; what the house decides comes through `show-hold`. */
export const holdSeatsRoute = (deps: HoldSeatsDeps): Route =>
  apiRoute(seatRoutes['seating/ask/hold-seats'], async ({ body: wish, path: { performance }, headers, now }) => {
    const pass = headers[header.pass];
    const asked = { performance, wish, pass, idempotencyKey: headers[header.idempotencyKey] };
    const answer = await holdSeats(deps, asked, now);
    return answer.ok ? { ok: true, status: 202, body: answer.view } : answer;
  });
