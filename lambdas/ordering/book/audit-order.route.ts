import { staffRoutes } from '../../../contracts/routes/staff-routes.ts';
import type { Route } from '../../foundation/route.ts';
import { staffRoute } from '../../foundation/staff/staff-route.ts';
import type { WhoAsks } from '../../foundation/staff/who-asks.ts';
import { type AuditOrderDeps, auditOrder } from './audit-order.ts';

/** The order and its history. */
export const auditOrderRoute = (deps: AuditOrderDeps & { readonly whoAsks: WhoAsks }): Route =>
  staffRoute(
    'ordering/book/audit-order',
    staffRoutes['ordering/book/audit-order'],
    deps,
    async ({ path, now }, asker) => {
      const audited = await auditOrder(deps, asker, { id: path.order }, now);
      return audited.ok ? { ok: true, status: 200, body: audited.order } : audited;
    },
  );
