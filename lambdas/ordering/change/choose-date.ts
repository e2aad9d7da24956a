import type { DateRequest, OrderView } from '../../../contracts/order.ts';
import type { Refusal } from '../../../contracts/refusals.ts';
import type { OrderingKeys } from '../order/order-id.ts';
import { viewOf } from '../order/order-view.ts';
import { type AskedOrder, ownOrder } from '../order/own-order.ts';
import { type ChoiceDeps, chooseFor } from './choice.ts';

/** A buyer whose performance was cancelled chooses another date: choice.ts says how. The money is asked for as a cancellation is. */

export interface ChooseDateDeps extends ChoiceDeps {
  readonly keys: Pick<OrderingKeys, 'orderKey'>;
}

export async function chooseDate(
  deps: ChooseDateDeps,
  { request, ...asked }: AskedOrder & { readonly request: DateRequest },
  now: number,
): Promise<{ readonly ok: true; readonly order: OrderView } | Refusal> {
  const own = await ownOrder(deps, asked);
  if (!own.ok) return own;
  const chosen = await chooseFor(deps, own.order, request, 'fan', now);
  if (!chosen.ok) return chosen;
  return { ok: true, order: viewOf(chosen.order, { may: { change: false, giveBack: [] } }) };
}
