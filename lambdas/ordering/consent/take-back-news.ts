import type { OrderView } from '../../../contracts/order.ts';
import type { Refusal } from '../../../contracts/refusals.ts';
import { fanMayChange } from '../change/terms.ts';
import { amend } from '../order/amend.ts';
import { orderUnknown } from '../order/change-refusals.ts';
import type { OrderingKeys } from '../order/order-id.ts';
import type { OrderStore } from '../order/order-store.ts';
import { viewOf } from '../order/order-view.ts';
import { type AskedOrder, ownOrder } from '../order/own-order.ts';
import type { FindPerformance } from '../order/performances.ts';
import { newsTakenBack } from './consent-steps.ts';

export interface TakeBackNewsDeps {
  readonly store: Pick<OrderStore, 'get' | 'write'>;
  readonly keys: Pick<OrderingKeys, 'orderKey'>;
  readonly findPerformance: FindPerformance;
}

/** A fan takes back what they allowed with an order, whatever became of it. A second time changes nothing. */
export async function takeBackNews(
  { store, keys, findPerformance }: TakeBackNewsDeps,
  asked: AskedOrder,
  now: number,
): Promise<{ readonly ok: true; readonly order: OrderView } | Refusal> {
  const own = await ownOrder({ store, keys }, asked);
  if (!own.ok) return own;
  const order = await amend(store, own.order.id, newsTakenBack('fan', now), now, own.order);
  if (!order) return orderUnknown();
  return { ok: true, order: viewOf(order, { may: await fanMayChange(order, findPerformance, now), now }) };
}
