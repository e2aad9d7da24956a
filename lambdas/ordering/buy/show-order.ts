import type { OrderView } from '../../../contracts/order.ts';
import type { Refusal } from '../../../contracts/refusals.ts';
import type { PassKey } from '../../foundation/signing.ts';
import { fanMayChange } from '../change/terms.ts';
import { viewOf } from '../order/order-view.ts';
import { type AskedOrder, type OwnOrderDeps, ownOrder } from '../order/own-order.ts';
import type { FindPerformance } from '../order/performances.ts';
import { withVoucher } from './give-voucher.ts';

/** Showing an order to whoever holds its key, and what they may do with it. */
export interface ShowOrderDeps extends OwnOrderDeps {
  /** The first signs. */
  readonly passKeys: readonly [PassKey, ...PassKey[]];
  readonly findPerformance: FindPerformance;
}

export async function showOrder(
  deps: ShowOrderDeps,
  asked: AskedOrder,
  now: number,
): Promise<{ readonly ok: true; readonly order: OrderView } | Refusal> {
  const own = await ownOrder(deps, asked);
  if (!own.ok) return own;
  const { order } = own;
  const view = viewOf(order, { may: await fanMayChange(order, deps.findPerformance, now) });
  return { ok: true, order: withVoucher(view, order, deps.passKeys[0], now) };
}
