import type { OrderView } from '../../contracts/order.ts';
import { type Refusal, refuse } from '../../contracts/refusals.ts';
import type { PassKey } from '../foundation/signing.ts';
import type { OrderingKeys } from './order-id.ts';
import { orderKeyWrong } from './order-key.ts';
import type { OrderStore } from './order-store.ts';
import { viewOf } from './order-view.ts';
import type { FindPerformance } from './performances.ts';
import { fanMayChange } from './terms.ts';
import { withVoucher } from './voucher.ts';

/** Showing an order to whoever holds its key, and what they may do with it. */
export interface ShowOrderPorts {
  readonly store: Pick<OrderStore, 'get'>;
  readonly keys: Pick<OrderingKeys, 'orderKey'>;
  /** The first signs. */
  readonly passKeys: readonly [PassKey, ...PassKey[]];
  readonly findPerformance: FindPerformance;
}

export async function showOrder(
  { store, keys, passKeys, findPerformance }: ShowOrderPorts,
  asked: { readonly id: string; readonly key: string | undefined },
  now: number,
): Promise<{ readonly ok: true; readonly order: OrderView } | Refusal> {
  const closed = orderKeyWrong(keys, asked);
  if (closed) return closed;
  const order = await store.get(asked.id);
  if (!order || order.state === 'unpaid') return refuse('order-unknown', 'This order was not completed. Order again.');
  const view = viewOf(order, { may: await fanMayChange(order, findPerformance, now) });
  return { ok: true, order: withVoucher(view, order, passKeys[0], now) };
}
