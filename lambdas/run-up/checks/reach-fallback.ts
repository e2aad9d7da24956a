import type { CheckReport } from '../../../contracts/run-up.ts';
import { type FallbackAnswer, type FallbackPlace, fallbackReached } from '../../../rules/run-up/fallback-reached.ts';
import type { KeptFile } from '../../foundation/kept-file.ts';
import { reportsAfter } from './reports-steps.ts';

export interface ReachFallbackDeps {
  readonly reports: KeptFile<readonly CheckReport[]>;
  readonly place: FallbackPlace;
  /** Never throws. */
  readonly ask: (place: FallbackPlace) => Promise<FallbackAnswer>;
}

/**
 * Asks the fallback, and writes down whether it is there. `now` in milliseconds since the epoch: when it was asked. So of
 * two that overlap the later one stands.
 */
export async function reachFallback(
  { reports, place, ask }: ReachFallbackDeps,
  now: number,
): Promise<{ readonly ok: true; readonly report: CheckReport }> {
  const found = fallbackReached(await ask(place), place);
  const report = { check: 'fallback', ...found, happenedAt: now, by: 'program' } as const;
  await reports.change((standing) => reportsAfter(standing, [report]));
  return { ok: true, report };
}
