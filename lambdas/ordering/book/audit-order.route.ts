import { z } from 'zod';
import { opaqueId } from '../../../contracts/ids.ts';
import { apiRoute } from '../../foundation/api-route.ts';
import type { Route } from '../../foundation/route.ts';
import { auditOrder } from './audit-order.ts';

const shape = {
  path: z.object({ order: opaqueId }),
  headers: z.object({ authorization: z.string().optional() }),
};

/** `GET /api/staff/orders/{order}`: the order and its history. */
export const auditOrderRoute = (deps: Parameters<typeof auditOrder>[0]): Route =>
  apiRoute(shape, async ({ path, headers }) => {
    const audited = await auditOrder(deps, { id: path.order, authorization: headers.authorization });
    return audited.ok ? { ok: true, status: 200, body: audited.order } : audited;
  });
