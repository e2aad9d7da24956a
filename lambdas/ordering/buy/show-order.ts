import type { OrderView } from '../../../contracts/order.ts';
import type { Slip } from '../../../contracts/pass.ts';
import type { Refusal } from '../../../contracts/refusals.ts';
import { openSigned, type ReadingKeys, type SigningKeys } from '../../foundation/keys.ts';
import { fanMayChange } from '../change/terms.ts';
import { amend } from '../order/amend.ts';
import type { OrderRecord } from '../order/order.ts';
import type { OrderStore } from '../order/order-store.ts';
import { viewOf } from '../order/order-view.ts';
import { type AskedOrder, type OwnOrderDeps, ownOrder } from '../order/own-order.ts';
import type { FindPerformance } from '../order/performances.ts';
import { moreTime } from '../payment/payment-steps.ts';
import { withVoucher } from './give-voucher.ts';

/**
 * Showing an order to whoever holds its key, and what they may do with it. A fan who was given more time while they pay
 * shows it by newer slips, since ordering asks no other context. So the order is given up when its seats are free, and
 * not before.
 */
export interface ShowOrderDeps extends OwnOrderDeps {
  readonly store: Pick<OrderStore, 'get' | 'write'>;
  readonly slipKeys: ReadingKeys;
  readonly voucherKeys: SigningKeys;
  readonly findPerformance: FindPerformance;
}

export interface OrderLookedAt extends AskedOrder {
  /** Joined by commas. */
  readonly slips?: string | undefined;
}

export async function showOrder(
  deps: ShowOrderDeps,
  asked: OrderLookedAt,
  now: number,
): Promise<{ readonly ok: true; readonly order: OrderView } | Refusal> {
  const own = await ownOrder(deps, asked);
  if (!own.ok) return own;
  const order = await withTimeOf(deps, own.order, asked.slips?.split(',') ?? [], now);
  const view = viewOf(order, { may: await fanMayChange(order, deps.findPerformance, now), now });
  return { ok: true, order: await withVoucher(view, order, deps.voucherKeys, now) };
}

/** The time counts that all of its seats have. Slips of others, forged ones and older ones change nothing. */
async function withTimeOf(
  { store, slipKeys }: ShowOrderDeps,
  order: OrderRecord,
  texts: readonly string[],
  now: number,
): Promise<OrderRecord> {
  if (order.state !== 'paying' || texts.length === 0 || texts.length > order.items.length) return order;
  const read = await Promise.all(texts.map((text) => openSigned<Slip>('s1', slipKeys, text, now)));
  const ends = order.items.map(
    ({ hold }) =>
      read.find((slip) => slip?.hold === hold && slip.fan === order.fan && slip.onSale === order.onSale)?.expiresAt ??
      0,
  );
  return (await amend(store, order.id, moreTime(Math.min(...ends)), now, order)) ?? order;
}
