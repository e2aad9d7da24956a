import type { OrderView } from '../../../contracts/order.ts';
import type { Pass, Voucher } from '../../../contracts/pass.ts';
import { type SigningKeys, signingNow } from '../../foundation/keys.ts';
import { makeSigned } from '../../foundation/signing.ts';
import type { OrderRecord } from '../order/order.ts';

/*
 * A voucher: a fan gets it when an error of ours spoilt their checkout. It names the pass that was spoilt, and lets
 * them in again, once, without waiting. It is good for an hour: long enough for a pass that still runs to run out
 * first. Two faults with one pass give one and the same right.
 */

export const voucherMs = 3_600_000;

/** `spoiltAt`: milliseconds since the epoch, of the error; the key is the one that signs `now`. */
export async function voucherFor(
  keys: SigningKeys,
  { o, f, i }: Pick<Pass, 'o' | 'f' | 'i'>,
  why: Voucher['w'],
  spoiltAt: number,
  now: number,
): Promise<string> {
  return makeSigned('v1', await signingNow(keys, now), {
    o,
    f,
    i,
    x: Math.floor((spoiltAt + voucherMs) / 1000),
    w: why,
  } satisfies Voucher);
}

/** The fan's view of an order whose seats were lost: with a voucher, for an hour from the order. */
export async function withVoucher(
  view: OrderView,
  order: OrderRecord,
  keys: SigningKeys,
  now: number,
): Promise<OrderView> {
  if (order.refusal !== 'seats-lost' || now >= order.placedAt + voucherMs) return view;
  const { onSale: o, fan: f, pass: i } = order;
  return { ...view, voucher: await voucherFor(keys, { o, f, i }, 'seats-lost', order.placedAt, now) };
}
