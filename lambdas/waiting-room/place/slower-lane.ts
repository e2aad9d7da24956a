import type { SlowerLane, Suspicion } from '../../../contracts/line-requests.ts';
import { type Refusal, refuse } from '../../../contracts/refusals.ts';
import type { FanSlowerLane } from './fan-store.ts';

/**
 * The slower lane. A place in it keeps its position, and is let in five minutes after it was called, like one
 * that is late. Its slot lapses meanwhile like a no-show's, so it costs nobody a turn. A removed place gets no new
 * pass; one that runs already ends. The fan hears of either at once, with the reason, and may appeal. Staff restore, keep or
 * remove.
 *
 *     ordinary ──suspicion, staff──▶ slower ──staff──▶ removed
 *         ◀───────────── staff restore ─────────────────┘
 */

/** The wait of a called place of the slower lane: a nuisance to a script, bearable for a person called one. */
export const slowMs = 300_000;

/** The part of it that the fan sees. */
export function shownSlowerLane({ state, why, appealedAt }: FanSlowerLane): SlowerLane {
  return { state, why, ...(appealedAt !== undefined && { appealedAt }) };
}

const reasons: Readonly<Record<Suspicion, string>> = {
  'many-from-one-address': 'many places were taken from one address by something that does not look like a browser',
  'not-a-browser': 'the place was taken by something that calls itself a program and shows no marks of a browser',
  staff: 'the staff of the on-sale decided so',
};

/** `letInAt`: milliseconds since the epoch. The page asks again within a minute, in case staff restored the place. */
export function keptBack(slowerLane: FanSlowerLane, letInAt: number, now: number): Refusal {
  const seconds = Math.ceil((letInAt - now) / 1000);
  const { why } = slowerLane;
  return refuse(
    'slower-lane',
    `You were called, and are let in ${seconds} s from now. Reason: ${why} (${reasons[why]}). ${howToAppeal}`,
    { retryAfterMs: Math.min(60, seconds) * 1000, slowerLane: shownSlowerLane(slowerLane) },
  );
}

export function placeRemoved(slowerLane: FanSlowerLane): Refusal {
  return refuse('place-removed', `Reason: ${slowerLane.why} (${reasons[slowerLane.why]}). ${howToAppeal}`, {
    slowerLane: shownSlowerLane(slowerLane),
  });
}

const howToAppeal = 'If that is wrong, appeal on the page of the line in a sentence: staff look at it.';
