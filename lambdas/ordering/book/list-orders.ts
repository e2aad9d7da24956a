import type { OrderBookPage } from '../../../contracts/order.ts';
import { type Refusal, refuse } from '../../../contracts/refusals.ts';
import { bookMarkForm, type OrderStore } from '../order/order-store.ts';
import { entryOf } from '../order/order-view.ts';
import { staffKeyWrong } from '../order/staff-key.ts';

/*
 * The order book, for the box office alone: it names the buyers. Newest first, fifty a page; an order
 * enters it once payment is decided. The key is looked at before anything else of the request.
 */

const pageSize = 50;

export async function listOrders(
  { store, staffKey }: { readonly store: Pick<OrderStore, 'page'>; readonly staffKey: string },
  { authorization, from }: { readonly authorization: string | undefined; readonly from: string | undefined },
): Promise<{ readonly ok: true; readonly page: OrderBookPage } | Refusal> {
  const closed = staffKeyWrong(authorization, staffKey);
  if (closed) return closed;
  if (from !== undefined && !bookMarkForm.test(from))
    return refuse('bad-request', 'Use `next` of the page before exactly as it was given to you.', {
      errors: [{ field: 'query.from', message: 'is not a page of the order book' }],
    });
  const { orders, next } = await store.page(pageSize, from);
  return {
    ok: true,
    page: {
      orders: orders.map(entryOf),
      ...(next !== undefined && { next }),
    },
  };
}
