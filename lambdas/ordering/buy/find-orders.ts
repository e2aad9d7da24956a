import type { OwnOrders } from '../../../contracts/order.ts';
import type { Refusal } from '../../../contracts/refusals.ts';
import { deviceOver, type FindEnded } from '../../foundation/ended-passes.ts';
import { type FindReceiptKey, readReceipt } from '../../foundation/read-receipt.ts';
import type { OrderRecord } from '../order/order.ts';
import { type OrderingKeys, orderKeyOf, referenceOf } from '../order/order-id.ts';
import type { OrderStore } from '../order/order-store.ts';
import { reducedOver } from '../order/reduced-book.ts';

/*
 * A fan who lost the page finds their orders by the receipt of their place: the laptop was closed, or the order was
 * placed on another device. The receipt says who they are. So the answer is theirs alone, and has the keys by which the
 * orders are seen. It says nothing else of them, but how many reduced prices they have used. A device that was ended is
 * told nothing.
 */

export interface FindOrdersDeps {
  readonly store: Pick<OrderStore, 'ofFan' | 'get'>;
  readonly keys: Pick<OrderingKeys, 'orderKey'>;
  readonly findReceiptKey: FindReceiptKey;
  readonly findEnded: FindEnded;
}

/** More than anybody has in one on-sale: an order of one seat each, for the most seats that a fan may have. */
const mostOrders = 50;

export async function findOrders(
  { store, keys, findReceiptKey, findEnded }: FindOrdersDeps,
  asked: { readonly onSale: string; readonly receipt: string | undefined },
  now: number,
): Promise<{ readonly ok: true; readonly found: OwnOrders } | Refusal> {
  const read = await readReceipt(findReceiptKey, asked, now);
  if (!read.ok) return read;
  const ended = await deviceOver(findEnded, { onSale: asked.onSale, device: read.device }, now);
  if (ended) return ended;
  const orders = await ordersOf(store, read.fan, asked.onSale);
  return {
    ok: true,
    found: {
      reduced: reducedOver(orders),
      orders: orders.flatMap((order) =>
        order.state !== 'unpaid'
          ? [
              {
                order: order.id,
                key: orderKeyOf(keys.orderKey, order.id),
                reference: referenceOf(order.id),
                state: order.state,
                placedAt: order.placedAt,
              },
            ]
          : [],
      ),
    },
  };
}

/** All of a fan in an on-sale, the newest first. */
export async function ordersOf(
  store: FindOrdersDeps['store'],
  fan: string,
  onSale: string,
): Promise<readonly OrderRecord[]> {
  const ids = await store.ofFan(fan, mostOrders);
  const named = await Promise.all(ids.map((id) => store.get(id)));
  // The index names the fan alone; whose order it is, the order says.
  return named.filter((order) => order?.fan === fan && order.onSale === onSale) as OrderRecord[];
}
