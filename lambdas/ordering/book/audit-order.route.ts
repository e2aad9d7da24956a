import { staffRoutes } from '../../../contracts/routes/staff-routes.ts';
import { apiRoute } from '../../foundation/api-route.ts';
import type { Route } from '../../foundation/route.ts';
import { auditOrder } from './audit-order.ts';

/** The order and its history. */
export const auditOrderRoute = (deps: Parameters<typeof auditOrder>[0]): Route =>
  apiRoute(staffRoutes['ordering/book/audit-order'], async ({ path, headers }) => {
    const audited = await auditOrder(deps, { id: path.order, authorization: headers.authorization });
    return audited.ok ? { ok: true, status: 200, body: audited.order } : audited;
  });
