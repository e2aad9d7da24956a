import { z } from 'zod';
import { apiRoute } from '../../foundation/api-route.ts';
import type { Route } from '../../foundation/route.ts';
import { listOrders } from './list-orders.ts';

const shape = {
  headers: z.object({ authorization: z.string().optional() }),
  query: z.object({ from: z.string().optional() }),
};

/** `GET /api/staff/orders`: the order book, newest first. */
export const listOrdersRoute = (deps: Parameters<typeof listOrders>[0]): Route =>
  apiRoute(shape, async ({ headers, query }) => {
    const listed = await listOrders(deps, { authorization: headers.authorization, from: query.from });
    return listed.ok ? { ok: true, status: 200, body: listed.page } : listed;
  });
