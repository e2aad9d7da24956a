import { staffRoutes } from '../../../contracts/routes/staff-routes.ts';
import type { Route } from '../../foundation/route.ts';
import { staffRoute } from '../../foundation/staff/staff-route.ts';
import type { WhoAsks } from '../../foundation/staff/who-asks.ts';
import { type ChangeOrderDeps, changeOrder } from './change-order.ts';

/** The acts of staff are noted in the log, by the order’s id. */
export const changeOrderRoute = (deps: ChangeOrderDeps & { readonly whoAsks: WhoAsks }): Route =>
  staffRoute(
    'ordering/book/change-order',
    staffRoutes['ordering/book/change-order'],
    deps,
    async ({ path, body, now }, asker) => {
      const changed = await changeOrder(deps, asker, { id: path.order, act: body }, now);
      if (!changed.ok) return changed;
      const about = { order: path.order, act: body.act, state: changed.order.state };
      const noted = [{ level: 'info', message: 'changed by staff', about }] as const;
      return { ok: true, status: 202, body: changed.order, noted };
    },
  );
