import { z } from 'zod';
import { orderRequest } from '../../../contracts/order.ts';
import { header } from '../../../contracts/paths.ts';
import { apiRoute } from '../../foundation/api-route.ts';
import type { Route } from '../../foundation/route.ts';
import { type PlaceOrderDeps, placeOrder } from './place-order.ts';

const shape = {
  body: orderRequest,
  headers: z.object({
    [header.pass]: z.string().optional(),
    [header.idempotencyKey]: z.string().optional(),
  }),
};

/** `POST /api/orders`: 202 with the order; 200 with it again for a repeat. */
export const placeOrderRoute = (deps: PlaceOrderDeps): Route =>
  apiRoute(shape, async ({ body, headers, now }) => {
    const asked = { pass: headers[header.pass], idempotencyKey: headers[header.idempotencyKey], request: body };
    const placed = await placeOrder(deps, asked, now);
    if (!placed.ok) return placed;
    if (!placed.first) return { ok: true, status: 200, body: placed.order };
    return { ok: true, status: 202, body: placed.order, counted: ['OrdersPlaced'] };
  });
