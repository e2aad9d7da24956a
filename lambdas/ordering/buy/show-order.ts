import type { OrderView } from '../../../contracts/order.ts';
import type { Refusal } from '../../../contracts/refusals.ts';
import type { SigningKeys } from '../../foundation/keys.ts';
import { fanMayChange } from '../change/terms.ts';
import { viewOf } from '../order/order-view.ts';
import { type AskedOrder, type OwnOrderDeps, ownOrder } from '../order/own-order.ts';
import type { FindPerformance } from '../order/performances.ts';
import { withVoucher } from './give-voucher.ts';

/** Showing an order to whoever holds its key, and what they may do with it. */
export interface ShowOrderDeps extends OwnOrderDeps {
  readonly voucherKeys: SigningKeys;
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
  return { ok: true, order: await withVoucher(view, order, deps.voucherKeys, now) };
}
