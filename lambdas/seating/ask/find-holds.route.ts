import { staffRoutes } from '../../../contracts/routes/staff-routes.ts';
import type { Route } from '../../foundation/route.ts';
import { staffRoute } from '../../foundation/staff/staff-route.ts';
import type { WhoAsks } from '../../foundation/staff/who-asks.ts';
import { type FindHoldsDeps, findHolds } from './find-holds.ts';

/** The holds of one fan in one on-sale. */
export const findHoldsRoute = (deps: FindHoldsDeps & { readonly whoAsks: WhoAsks }): Route =>
  staffRoute('seating/ask/find-holds', staffRoutes['seating/ask/find-holds'], deps, async ({ body, now }, asker) => {
    const outcome = await findHolds(deps, asker, body, now);
    return outcome.ok ? { ok: true, status: 200, body: outcome.found } : outcome;
  });
