import { staffRoutes } from '../../../contracts/routes/staff-routes.ts';
import type { Route } from '../../foundation/route.ts';
import { staffRoute } from '../../foundation/staff/staff-route.ts';
import type { WhoAsks } from '../../foundation/staff/who-asks.ts';
import { type SeekOrdersDeps, seekOrders } from './seek-orders.ts';

/** Orders by what a caller has. It is in the body: an address stands in logs. */
export const seekOrdersRoute = (deps: SeekOrdersDeps & { readonly whoAsks: WhoAsks }): Route =>
  staffRoute(
    'ordering/book/seek-orders',
    staffRoutes['ordering/book/seek-orders'],
    deps,
    async ({ body, now }, asker) => {
      const outcome = await seekOrders(deps, asker, body, now);
      return outcome.ok ? { ok: true, status: 200, body: outcome.sought } : outcome;
    },
  );
