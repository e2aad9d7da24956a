import type { Dials } from '../../../contracts/line-operation.ts';
import type { Voucher } from '../../../contracts/pass.ts';
import { type Refusal, refuse } from '../../../contracts/refusals.ts';
import { openSigned, type ReadingKeys } from '../../foundation/keys.ts';

/**
 * A voucher lets one fan in again after an error of ours, without waiting for a free slot. It names the pass that was
 * spoilt. Once the next one is granted that is not the last any more. So one voucher gives one pass, from however many
 * devices it is shown. A fan may use two in a line: more errors in a row are more likely a way to make them than ours,
 * and whoever is left out so keeps the place and is let in as soon as there is room. Operations may turn that number.
 */
export const vouchersPerFan = 2;

export interface VoucherHolder {
  readonly onSale: string;
  readonly fan: string;
  /** The number of the fan's last pass. */
  readonly lastPass: number | undefined;
  /** The vouchers that they used in this line. */
  readonly used: number | undefined;
  readonly dials: Pick<Dials, 'vouchersPerFan'>;
}

export async function voucherStands(
  voucherKeys: ReadingKeys,
  text: string | undefined,
  { onSale, fan, lastPass, used = 0, dials }: VoucherHolder,
  now: number,
): Promise<boolean> {
  if (used >= (dials.vouchersPerFan ?? vouchersPerFan)) return false;
  const voucher = text ? await openSigned<Voucher>('v1', voucherKeys, text, now) : undefined;
  if (!voucher || lastPass === undefined) return false;
  return voucher.o === onSale && voucher.f === fan && voucher.i === `${lastPass}` && now < voucher.x * 1000;
}

export function voucherWrong(retryAfterMs: number): Refusal {
  return refuse(
    'voucher-wrong',
    'It is used up, over, or another fan’s. Your place is safe: claim without it, and you are let in as soon as there is room.',
    { retryAfterMs },
  );
}
