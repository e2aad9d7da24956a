import type { ExchangeRequest, OrderView } from '../../contracts/order.ts';
import type { Refusal } from '../../contracts/refusals.ts';
import { orderUnknown } from './change-refusals.ts';
import { type ExchangePorts, exchange } from './exchange.ts';
import type { OrderingKeys } from './order-id.ts';
import { orderKeyWrong } from './order-key.ts';
import { viewOf } from './order-view.ts';
import type { FindPerformance } from './performances.ts';
import { mayChange, performancesOf } from './terms.ts';

/** A fan exchanges seats, on the terms of terms.ts, and for none that are dearer once the old ones are paid. */

export interface ExchangeSeatsPorts extends ExchangePorts {
  readonly keys: Pick<OrderingKeys, 'orderKey'>;
  readonly findPerformance: FindPerformance;
}

export async function exchangeSeats(
  ports: ExchangeSeatsPorts,
  asked: { readonly id: string; readonly key: string | undefined; readonly request: ExchangeRequest },
  now: number,
): Promise<{ readonly ok: true; readonly order: OrderView } | Refusal> {
  const closed = orderKeyWrong(ports.keys, asked);
  if (closed) return closed;
  const found = await ports.store.get(asked.id);
  if (!found || found.state === 'unpaid') return orderUnknown();
  const performances = await performancesOf(found, ports.findPerformance, now);
  const exchanged = await exchange(
    ports,
    found,
    asked.request,
    { by: 'fan' },
    (order, { dearer }) => mayChange(order, performances, now) && (order.payment.state === 'promised' || dearer <= 0),
    now,
  );
  if (!exchanged.ok) return exchanged;
  return { ok: true, order: viewOf(exchanged.order, { may: mayChange(exchanged.order, performances, now) }) };
}
