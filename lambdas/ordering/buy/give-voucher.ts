import type { OrderView } from '../../../contracts/order.ts';
import type { Pass, Voucher } from '../../../contracts/pass.ts';
import { type SigningKeys, signingNow } from '../../foundation/keys.ts';
import { makeSigned } from '../../foundation/signing.ts';
import { type OrderRecord, seatsLapseAt } from '../order/order.ts';

/*
 * A voucher: a fan gets it when an error of ours spoilt their checkout. It names the pass that was spoilt, and lets
 * them in again, once, without waiting. It is good for an hour: long enough for a pass that still runs to run out
 * first. Two faults with one pass give one and the same right, and the waiting room honours few of one fan.
 *
 * It rests on facts that a fan cannot make. The house says why it lost a sale. Of its reasons only `seat-lost` is ours,
 * and only if the order had asked in good time: a fan who pays in the last moment of a hold, beside a friend who waits
 * for the seats, could lose them at will.
 */

export const voucherMs = 3_600_000;

/**
 * The time before the end of a hold by which an order has asked in good time. The house answers within a second or two
 * and is alarmed about from ten: a sale that waits longer is our delay.
 */
export const goodTimeMs = 10_000;

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

/** The fan's view of an order: with a voucher for an hour from the order, if its seats were lost by our doing. */
export async function withVoucher(
  view: OrderView,
  order: OrderRecord,
  keys: SigningKeys,
  now: number,
): Promise<OrderView> {
  if (!isLostByUs(order) || now >= order.placedAt + voucherMs) return view;
  const { onSale: o, fan: f, pass: i } = order;
  return { ...view, voucher: await voucherFor(keys, { o, f, i }, 'seats-lost', order.placedAt, now) };
}

/** Whether no seat of it could be sold, and at least one hold was lost although the order had asked in good time. */
function isLostByUs(order: OrderRecord): boolean {
  const { refusal, losses = {}, history } = order;
  if (refusal !== 'seats-lost' || !Object.values(losses).includes('seat-lost')) return false;
  const asked = history.find(({ act }) => act === 'payment-decided');
  return asked !== undefined && asked.happenedAt + goodTimeMs <= seatsLapseAt(order);
}
