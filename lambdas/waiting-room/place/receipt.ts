import type { Place } from '../../../contracts/line.ts';
import { type Refusal, refuse } from '../../../contracts/refusals.ts';
import type { SigningKey } from '../../foundation/signing.ts';

/**
 * The receipt: a place sealed with Ed25519, so that a fan can prove to anyone what they were given. The
 * signature is deterministic and the fields have one order: one place has one receipt on each device, however often
 * it is asked for. It is signed once the place's mark stands in the roll, and says where.
 */
export const receiptKind = 'r2';

export function receiptOf(key: SigningKey, place: Place): string {
  const { onSale, fan, mark, round, shard, index, joinedAt, device } = place;
  const sealed: Place = { v: 2, onSale, fan, mark, round, shard, index, joinedAt, ...(device && { device }) };
  return key.seal(receiptKind, sealed);
}

/** The place that a receipt of ours for this on-sale proves; or what is wrong with it, and what to do. */
export function openReceipt(
  key: SigningKey,
  receipt: string | undefined,
  onSale: string,
): { readonly ok: true; readonly place: Place } | Refusal {
  if (!receipt) return refuse('receipt-missing', 'Send the receipt you were given when you joined, or join again.');
  const place = key.open<Place>(receiptKind, receipt);
  if (!place) {
    return refuse(
      'receipt-forged',
      'This receipt was altered or is not ours. Join again: you will get your own place.',
    );
  }
  if (place.onSale !== onSale) {
    return refuse('receipt-elsewhere', `This receipt is for ${place.onSale}. Go to that line, or join this one.`);
  }
  return { ok: true, place };
}

/** The same for a receipt that is a help and no need: undefined if there is none, or it proves nothing here. */
export function shownPlace(key: SigningKey, receipt: string | undefined, onSale: string): Place | undefined {
  const place = receipt ? key.open<Place>(receiptKind, receipt) : undefined;
  return place?.onSale === onSale ? place : undefined;
}
