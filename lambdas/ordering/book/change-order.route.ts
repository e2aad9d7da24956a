import { z } from 'zod';
import { opaqueId } from '../../../contracts/ids.ts';
import { staffAct } from '../../../contracts/order.ts';
import { apiRoute } from '../../foundation/api-route.ts';
import type { Route } from '../../foundation/route.ts';
import { type ChangeOrderDeps, changeOrder } from './change-order.ts';

const shape = {
  path: z.object({ order: opaqueId }),
  headers: z.object({ authorization: z.string().optional() }),
  body: staffAct,
};

/** `POST /api/staff/orders/{order}`: 202 with the order and its history. */
export const changeOrderRoute = (deps: ChangeOrderDeps): Route =>
  apiRoute(shape, async ({ path, headers, body, now }) => {
    const asked = { id: path.order, authorization: headers.authorization, act: body };
    const changed = await changeOrder(deps, asked, now);
    if (!changed.ok) return changed;
    const about = { order: path.order, act: body.act, state: changed.order.state };
    const noted = [{ level: 'info', message: 'changed by staff', about }] as const;
    return { ok: true, status: 202, body: changed.order, noted };
  });
