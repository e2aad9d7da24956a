import type { OrderView } from '../../contracts/order.ts';
import { type Refusal, refuse } from '../../contracts/refusals.ts';
import type { OrderingKeys } from './order-id.ts';
import { orderKeyWrong } from './order-key.ts';
import type { OrderStore } from './order-store.ts';
import { viewOf } from './order-view.ts';

/**
 * The order whose tickets somebody wants as a file, for whoever holds its key. Not while it is being changed: its
 * tickets may be void at the door already.
 */
export async function ticketedOrder(
  { store, keys }: { readonly store: Pick<OrderStore, 'get'>; readonly keys: Pick<OrderingKeys, 'orderKey'> },
  asked: { readonly id: string; readonly key: string | undefined },
): Promise<{ readonly ok: true; readonly order: OrderView } | Refusal> {
  const refused = orderKeyWrong(keys, asked);
  if (refused) return refused;
  const order = await store.get(asked.id);
  if (!order || order.state === 'unpaid') return refuse('order-unknown', 'This order was not completed. Order again.');
  if (order.changing) return refuse('tickets-not-ready', 'The order is being changed. Look again in a minute.');
  if (order.tickets.length === 0)
    return refuse('tickets-not-ready', 'See the order’s page for how it stands: tickets come with its confirmation.');
  return { ok: true, order: viewOf(order) };
}
