import type { OrderView } from '../../../contracts/order.ts';
import type { Refusal } from '../../../contracts/refusals.ts';
import type { PassKey } from '../../foundation/signing.ts';
import { fanMayChange } from '../change/terms.ts';
import { viewOf } from '../order/order-view.ts';
import { type AskedOrder, type OwnOrderPorts, ownOrder } from '../order/own-order.ts';
import type { FindPerformance } from '../order/performances.ts';
import { withVoucher } from './voucher.ts';

/** Showing an order to whoever holds its key, and what they may do with it. */
export interface ShowOrderPorts extends OwnOrderPorts {
  /** The first signs. */
  readonly passKeys: readonly [PassKey, ...PassKey[]];
  readonly findPerformance: FindPerformance;
}

export async function showOrder(
  ports: ShowOrderPorts,
  asked: AskedOrder,
  now: number,
): Promise<{ readonly ok: true; readonly order: OrderView } | Refusal> {
  const own = await ownOrder(ports, asked);
  if (!own.ok) return own;
  const { order } = own;
  const view = viewOf(order, { may: await fanMayChange(order, ports.findPerformance, now) });
  return { ok: true, order: withVoucher(view, order, ports.passKeys[0], now) };
}
