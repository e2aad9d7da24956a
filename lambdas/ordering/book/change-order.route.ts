import { staffRoutes } from '../../../contracts/routes/staff-routes.ts';
import { apiRoute } from '../../foundation/api-route.ts';
import type { Route } from '../../foundation/route.ts';
import { type ChangeOrderDeps, changeOrder } from './change-order.ts';

/** The acts of staff are noted in the log, by the order’s id. */
export const changeOrderRoute = (deps: ChangeOrderDeps): Route =>
  apiRoute(staffRoutes['ordering/book/change-order'], async ({ path, headers, body, now }) => {
    const asked = { id: path.order, authorization: headers.authorization, act: body };
    const changed = await changeOrder(deps, asked, now);
    if (!changed.ok) return changed;
    const about = { order: path.order, act: body.act, state: changed.order.state };
    const noted = [{ level: 'info', message: 'changed by staff', about }] as const;
    return { ok: true, status: 202, body: changed.order, noted };
  });
