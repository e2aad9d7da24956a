import type { ExchangeRequest, OrderView } from '../../../contracts/order.ts';
import type { Refusal } from '../../../contracts/refusals.ts';
import type { OrderingKeys } from '../order/order-id.ts';
import { viewOf } from '../order/order-view.ts';
import { type AskedOrder, ownOrder } from '../order/own-order.ts';
import type { FindPerformance } from '../order/performances.ts';
import { type ExchangeDeps, exchange } from './exchange.ts';
import { fanMay, mayChange, performancesOf } from './terms.ts';

/** A fan exchanges seats, on the terms of terms.ts, and for none that are dearer once the old ones are paid. */

export interface ExchangeSeatsDeps extends ExchangeDeps {
  readonly keys: Pick<OrderingKeys, 'orderKey'>;
  readonly findPerformance: FindPerformance;
}

export async function exchangeSeats(
  deps: ExchangeSeatsDeps,
  asked: AskedOrder & { readonly request: ExchangeRequest },
  now: number,
): Promise<{ readonly ok: true; readonly order: OrderView } | Refusal> {
  const own = await ownOrder(deps, asked);
  if (!own.ok) return own;
  const performances = await performancesOf(own.order, deps.findPerformance, now);
  const exchanged = await exchange(
    deps,
    own.order,
    asked.request,
    { by: 'fan' },
    (order, { dearer }) => mayChange(order, performances, now) && (order.payment.state === 'promised' || dearer <= 0),
    now,
  );
  if (!exchanged.ok) return exchanged;
  return { ok: true, order: viewOf(exchanged.order, { may: fanMay(exchanged.order, performances, now) }) };
}
