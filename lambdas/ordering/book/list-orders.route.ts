import { staffRoutes } from '../../../contracts/routes/staff-routes.ts';
import { apiRoute } from '../../foundation/api-route.ts';
import type { Route } from '../../foundation/route.ts';
import { listOrders } from './list-orders.ts';

/** The order book, newest first. */
export const listOrdersRoute = (deps: Parameters<typeof listOrders>[0]): Route =>
  apiRoute(staffRoutes['ordering/book/list-orders'], async ({ headers, query }) => {
    const listed = await listOrders(deps, { authorization: headers.authorization, from: query.from });
    return listed.ok ? { ok: true, status: 200, body: listed.page } : listed;
  });
