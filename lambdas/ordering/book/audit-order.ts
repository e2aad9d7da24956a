import type { OrderAudit } from '../../../contracts/order.ts';
import { type Refusal, refuse } from '../../../contracts/refusals.ts';
import type { OrderStore } from '../order/order-store.ts';
import { auditOf } from '../order/order-view.ts';
import { staffKeyWrong } from '../order/staff-key.ts';

/** All that became of one order, with who did what and when: for the box office alone. */
export async function auditOrder(
  { store, staffKey }: { readonly store: Pick<OrderStore, 'get'>; readonly staffKey: string },
  { id, authorization }: { readonly id: string; readonly authorization: string | undefined },
): Promise<{ readonly ok: true; readonly order: OrderAudit } | Refusal> {
  const closed = staffKeyWrong(authorization, staffKey);
  if (closed) return closed;
  const order = await store.get(id);
  if (!order || order.state === 'unpaid')
    return refuse('order-unknown', 'Look it up in the order book by its reference.');
  return { ok: true, order: auditOf(order) };
}
