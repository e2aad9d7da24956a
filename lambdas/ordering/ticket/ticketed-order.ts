import type { OrderView } from '../../../contracts/order.ts';
import { type Refusal, refuse } from '../../../contracts/refusals.ts';
import { viewOf } from '../order/order-view.ts';
import { type AskedOrder, type OwnOrderDeps, ownOrder } from '../order/own-order.ts';

/**
 * The order whose tickets somebody wants as a file, for whoever holds its key. Not while it is being changed: its
 * tickets may be void at the door already.
 */
export async function ticketedOrder(
  deps: OwnOrderDeps,
  asked: AskedOrder,
  isWanted: (order: OrderView) => boolean = ({ tickets }) => tickets.length > 0,
): Promise<{ readonly ok: true; readonly order: OrderView } | Refusal> {
  const own = await ownOrder(deps, asked);
  if (!own.ok) return own;
  const { order } = own;
  if (order.changing) return refuse('tickets-not-ready', 'The order is being changed. Look again in a minute.');
  const view = viewOf(order);
  if (!isWanted(view))
    return refuse('tickets-not-ready', 'See the order’s page for how it stands: tickets come with its confirmation.');
  return { ok: true, order: view };
}
