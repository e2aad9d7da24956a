import type { Dials } from '../../../contracts/line-operation.ts';
import type { FanRecord } from '../place/fan-store.ts';
import { vouchersPerFan } from './honour-voucher.ts';

/**
 * A readmission is a voucher that staff give by hand: somebody telephones, and the fault was ours. It follows one pass,
 * as a voucher does, so it is used up by the next; it counts among the fan's vouchers, and comes on top of the dial with
 * them. It lasts ten minutes: for as long as somebody is on the telephone.
 */
export const readmissionMs = 600_000;

type Readmitted = Pick<FanRecord, 'pass' | 'vouchers' | 'readmission'>;

/** The readmission that waits for the fan; undefined if there is none, or none that is good. */
export function openReadmission(
  { pass, vouchers = 0, readmission }: Readmitted,
  dials: Pick<Dials, 'vouchersPerFan'>,
  now: number,
): FanRecord['readmission'] {
  if (!readmission || readmission.after !== (pass?.number ?? 0) || now >= readmission.until) return undefined;
  return vouchers < mostReadmissions(dials) ? readmission : undefined;
}

export const mostReadmissions = (dials: Pick<Dials, 'vouchersPerFan'>): number =>
  dials.vouchersPerFan ?? vouchersPerFan;
