import type { OrderBookPage } from '../../contracts/order.ts';
import { type Refusal, refuse } from '../../contracts/refusals.ts';
import { sameText } from '../foundation/signing.ts';
import { entryOf } from './order.ts';
import { referenceOf } from './order-id.ts';
import { bookMarkForm, type OrderStore } from './order-store.ts';

/*
 * The order book, for the box office alone: it names the buyers. Newest first, fifty a page; an order
 * enters it once payment is decided. The key is looked at before anything else of the request.
 */

const pageSize = 50;

export async function listOrders(
  { store, staffKey }: { readonly store: Pick<OrderStore, 'page'>; readonly staffKey: string },
  { authorization, from }: { readonly authorization: string | undefined; readonly from: string | undefined },
): Promise<{ readonly ok: true; readonly page: OrderBookPage } | Refusal> {
  const [, key] = /^Bearer +(\S+)$/i.exec(authorization ?? '') ?? [];
  if (key === undefined || !sameText(key, staffKey))
    return refuse('staff-key-wrong', 'Send the staff key as `Authorization: Bearer <key>`.', {
      errors: [
        {
          field: 'header.authorization',
          message: authorization === undefined ? 'is missing' : 'is not `Bearer` and the staff key',
        },
      ],
    });
  if (from !== undefined && !bookMarkForm.test(from))
    return refuse('bad-request', 'Use `next` of the page before exactly as it was given to you.', {
      errors: [{ field: 'query.from', message: 'is not a page of the order book' }],
    });
  const { orders, next } = await store.page(pageSize, from);
  return {
    ok: true,
    page: {
      orders: orders.map((order) => entryOf(order, referenceOf(order.id))),
      ...(next !== undefined && { next }),
    },
  };
}
