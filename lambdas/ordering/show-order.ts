import type { OrderView } from '../../contracts/order.ts';
import { header } from '../../contracts/paths.ts';
import { type Refusal, refuse } from '../../contracts/refusals.ts';
import { type PassKey, sameText } from '../foundation/signing.ts';
import { viewOf } from './order.ts';
import { type OrderingKeys, orderKeyOf, referenceOf } from './order-id.ts';
import type { OrderStore } from './order-store.ts';
import { withVoucher } from './voucher.ts';

/*
 * Showing an order to whoever holds its key. The key is checked before the table is read, so a guess
 * costs a hash and learns nothing about which orders exist.
 */
export interface ShowOrderPorts {
  readonly store: Pick<OrderStore, 'get'>;
  readonly keys: Pick<OrderingKeys, 'orderKey'>;
  /** The first signs. */
  readonly passKeys: readonly [PassKey, ...PassKey[]];
}

export async function showOrder(
  { store, keys, passKeys }: ShowOrderPorts,
  { id, key }: { readonly id: string; readonly key: string | undefined },
  now: number,
): Promise<{ readonly ok: true; readonly order: OrderView } | Refusal> {
  if (key === undefined || !sameText(key, orderKeyOf(keys.orderKey, id)))
    return refuse('order-key-wrong', 'Open the order on the device it was placed with, or ask the box office.', {
      errors: [{ field: `header.${header.orderKey}`, message: key === undefined ? 'is missing' : 'is not its key' }],
    });
  const order = await store.get(id);
  if (!order || order.state === 'unpaid') return refuse('order-unknown', 'This order was not completed. Order again.');
  return { ok: true, order: withVoucher(viewOf(order, referenceOf(id)), order, passKeys[0], now) };
}
