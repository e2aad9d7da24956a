import type { Pass, Slip } from '../../../contracts/pass.ts';
import { type FieldError, type Refusal, refuse } from '../../../contracts/refusals.ts';
import { openSigned, type ReadingKeys } from '../../foundation/keys.ts';
import type { PlanSeats } from '../order/plan-seats.ts';

/*
 * The seats that a fan holds. The pass says which fan of which on-sale this is; each slip is seating's signed word for
 * which seats one hold contains. Ordering believes both and asks nobody. Being genuine and being in time are two checks: a
 * repeated request must be answered like the first one, even when pass or slip have run out in between.
 */

/** The genuine slips of this fan and on-sale, each hold once, lapsed or not. */
export async function readSlips(
  texts: readonly string[],
  pass: Pass,
  slipKeys: ReadingKeys,
  now: number,
): Promise<{ readonly ok: true; readonly slips: readonly Slip[] } | Refusal> {
  const slips: Slip[] = [];
  for (const [at, text] of texts.entries()) {
    const errors = (message: string) => ({ errors: [{ field: `body.slips.${at}`, message }] });
    const slip = await openSigned<Slip>('s1', slipKeys, text, now);
    if (!slip)
      return refuse(
        'slip-forged',
        'Go back to the seats that you hold, and order from there.',
        errors('is not a slip of ours'),
      );
    if (slip.fan !== pass.f || slip.onSale !== pass.o)
      return refuse('slip-elsewhere', 'Order with the pass that these seats were held with.', errors('is not yours'));
    if (slips.some(({ hold }) => hold === slip.hold))
      return refuse('bad-request', 'Send the slip of each hold once.', errors('is of a hold that is listed already'));
    slips.push(slip);
  }
  return { ok: true, slips };
}

/** Undefined while every slip's hold is live. Names the seats of those that are not, as `seatsOf` a performance has them. */
export async function slipsLapsed(
  slips: readonly Slip[],
  seatsOf: (performance: string) => Promise<PlanSeats | undefined>,
  now: number,
): Promise<Refusal | undefined> {
  const errors: FieldError[] = [];
  for (const [at, { expiresAt, performance, seats }] of slips.entries()) {
    if (expiresAt > now) continue;
    const known = await seatsOf(performance);
    const labels = seats.flatMap((id) => known?.get(id)?.label ?? []);
    const named = labels.length === seats.length ? labels.join('; ') : `${seats.length} seats`;
    errors.push({ field: `body.slips.${at}`, message: `lapsed: ${named}` });
  }
  if (errors.length === 0) return undefined;
  return refuse('slip-lapsed', 'Your time to pay for these seats ran out. Hold them again if they are free.', {
    errors,
  });
}
