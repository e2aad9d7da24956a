import type { OrderView } from '../../../contracts/order.ts';
import type { Refusal } from '../../../contracts/refusals.ts';
import { notChangeable, orderUnknown, ticketUsed } from '../order/change-refusals.ts';
import type { OrderRecord } from '../order/order.ts';
import type { OrderingKeys } from '../order/order-id.ts';
import { viewOf } from '../order/order-view.ts';
import { type AskedOrder, ownOrder } from '../order/own-order.ts';
import type { FindPerformance } from '../order/performances.ts';
import { type CancelDeps, cancel } from './cancel.ts';
import { moneyFor } from './choice.ts';
import { choiceIn } from './choice-steps.ts';
import { mayChange, performancesOf } from './terms.ts';

/** A fan gives an order back, or its seats of one performance that was moved, on the terms of terms.ts. A second time changes nothing and answers the order. */

const mayNothing = { change: false, giveBack: [] };

export interface CancelOrderDeps extends CancelDeps {
  readonly keys: Pick<OrderingKeys, 'orderKey' | 'ticketId' | 'ticket'>;
  readonly findPerformance: FindPerformance;
}

export async function cancelOrder(
  deps: CancelOrderDeps,
  { performance, ...asked }: AskedOrder & { readonly performance?: string | undefined },
  now: number,
): Promise<{ readonly ok: true; readonly order: OrderView } | Refusal> {
  const own = await ownOrder(deps, asked);
  if (!own.ok) return own;
  if (performance !== undefined && choiceIn(own.order, performance)) {
    const ended = await moneyFor(deps, own.order, performance, 'fan', now);
    return ended.ok ? { ok: true, order: viewOf(ended.order, { may: mayNothing }) } : ended;
  }
  const performances = await performancesOf(own.order, deps.findPerformance, now);
  const may = (order: OrderRecord) => mayChange(order, performances, now, performance);
  const cancelled = await cancel(deps, own.order, { by: 'fan', performance }, may, now);
  if (!cancelled) return orderUnknown();
  if (cancelled.answer === 'ticket-used') return ticketUsed();
  if (cancelled.answer === 'not-now') return notChangeable(cancelled.order);
  return { ok: true, order: viewOf(cancelled.order, { may: mayNothing }) };
}
