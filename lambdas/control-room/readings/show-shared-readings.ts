import { afterStepMs, readingsStepMs, type SharedReadings, stepOf } from '../../../contracts/readings.ts';
import { type Refusal, refuse } from '../../../contracts/refusals.ts';
import { minuteMs } from '../../../rules/minute-history.ts';
import type { IsGoodKey } from './kept-keys.ts';
import { historyOf, readingsOf, type ShowReadingsDeps } from './show-readings.ts';

export interface ShowSharedReadingsDeps extends ShowReadingsDeps {
  readonly isGoodKey: IsGoodKey;
}

/** How one line and its sale go, for all who have its key. `keptSeconds`: the CDN alone may give it to others for so long. */
export async function showSharedReadings(
  { isGoodKey, readings, noteLook }: ShowSharedReadingsDeps,
  { onSale, key }: { readonly onSale: string; readonly key: string },
  now: number,
): Promise<{ readonly ok: true; readonly body: SharedReadings; readonly keptSeconds: number } | Refusal> {
  if (!(await isGoodKey(onSale, key, now)))
    return refuse('readings-elsewhere', 'The key is another one now. The staff route of these readings hands it out.');
  await noteLook(now);
  const body = await readingsOf(readings, onSale, now);
  const history = isFirstStep(now) && (await historyOf(readings, onSale, now));
  return {
    ok: true,
    body: { ...body, ...(history && { history }) },
    keptSeconds: keptSeconds(now, isOfThisStep(body, now)),
  };
}

/** Pages ask once a minute for what was: it comes with the first step. */
const isFirstStep = (now: number): boolean => (stepOf(now) * readingsStepMs) % minuteMs === 0;

function isOfThisStep({ line, house, orders }: SharedReadings, now: number): boolean {
  const countedAt = [line?.writtenAt, house?.countedAt, orders?.countedAt];
  return countedAt.every((at) => at !== undefined && stepOf(at) >= stepOf(now));
}

/** As long as a page waits between two looks, less a second. */
const mostSeconds = 4;

/** The CDN has the answer so much later than it was made: a first start included. */
const onTheWayMs = 500;

/**
 * Whole seconds for which an answer is kept: until just before pages look at the next step. With a part that is not of
 * this step it is a second at most, since that part may be there then.
 *
 *     step     looks ┌──────── kept ────────┐       next step   looks
 *     │─── 0.8 s ───▶│ answer               │ │ 0.5 s │─ 0.8 s ▶│
 */
export function keptSeconds(now: number, isWhole: boolean): number {
  const untilLooks = readingsStepMs - ((now - afterStepMs) % readingsStepMs);
  const seconds = Math.floor(Math.max(0, untilLooks - onTheWayMs) / 1000);
  return Math.min(seconds, isWhole ? mostSeconds : 1);
}

/** For the CDN alone: a page that asks again is answered from there. */
export const sharedCacheControl = (seconds: number): string => `public, max-age=0, s-maxage=${seconds}`;
