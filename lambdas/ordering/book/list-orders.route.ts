import { staffRoutes } from '../../../contracts/routes/staff-routes.ts';
import type { Route } from '../../foundation/route.ts';
import { staffRoute } from '../../foundation/staff/staff-route.ts';
import type { WhoAsks } from '../../foundation/staff/who-asks.ts';
import { type ListOrdersDeps, listOrders } from './list-orders.ts';

/** The order book, newest first. */
export const listOrdersRoute = (deps: ListOrdersDeps & { readonly whoAsks: WhoAsks }): Route =>
  staffRoute(
    'ordering/book/list-orders',
    staffRoutes['ordering/book/list-orders'],
    deps,
    async ({ query, now }, asker) => {
      const listed = await listOrders(deps, asker, { from: query.from, only: query.only }, now);
      return listed.ok ? { ok: true, status: 200, body: listed.page } : listed;
    },
  );
