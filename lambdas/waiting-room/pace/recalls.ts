import type { Recall } from '../line/progress.ts';
import { namedPass, type Shoppers, type Wishes, wishAgeMs, wishStepMs } from '../line/shoppers-store.ts';
import { isOutstanding, minuteMs } from './calls.ts';

/*
 * Recalls. A fan who comes after their window has ended is late, and a fan whose pass is over may return. Neither has a
 * slot that is kept. So their claim notes a wish, and the pacemaker gives the next free slots to wishes: to the late
 * before anybody new is called, the oldest position first; to those who return after the new. A recall is kept for
 * them as a call is kept, for a short window. A fan who asked longer ago and does not come any more costs nothing, and
 * one who asked and then went away costs a slot for a minute.
 *
 *     late ──claim──▶ wish ──a slot is free──▶ recalled ──claim──▶ pass
 *                      │ not asked again for a minute      └─ window over ──▶ late, and may ask again
 *                      └──▶ forgotten
 */

/** A page asks every few seconds; a person with a button has until then. */
export const recallWindowMs = 60_000;

/** More would make the line's item large, which every claim reads. */
const mostRecalled = 1000;

/** A wish that was noted before the recall is forgotten when the recall is. */
const keptMs = wishAgeMs + wishStepMs;

/** Whether this pass may be claimed now. */
export function isRecalled(recalls: readonly Recall[] = [], name: string, now: number): boolean {
  return recalls.some(({ claimBy, passes }) => now <= claimBy && passes.includes(name));
}

/** Recalled passes whose slots are kept, and which nobody has claimed yet. */
export function outstandingRecalls(
  recalls: readonly Recall[] = [],
  { inUse, ended }: Pick<Shoppers, 'inUse' | 'ended'>,
  now: number,
): ReadonlySet<string> {
  const kept = recalls.filter((recall) => isOutstanding(recall, now)).flatMap(({ passes }) => passes);
  return new Set(kept.filter((name) => !inUse.has(name) && !ended.has(name)));
}

export function recalledSince(recalls: readonly Recall[] = [], instant: number): number {
  return recalls.filter(({ recalledAt }) => recalledAt > instant).reduce((sum, { passes }) => sum + passes.length, 0);
}

/** Forgets what no decision needs any more. */
export function tidyRecalls(recalls: readonly Recall[] = [], now: number): readonly Recall[] {
  return recalls.filter((recall) => isOutstanding(recall, now) || recall.recalledAt > now - Math.max(keptMs, minuteMs));
}

export interface Askers {
  /** Called, and came after their window. */
  readonly late: readonly string[];
  /** Had a pass before. */
  readonly returning: readonly string[];
}

/** Names of those who ask and were not recalled since, the oldest position first. */
export function askersOf(
  wishes: Wishes,
  { recalls = [], ended }: { readonly recalls?: readonly Recall[] | undefined; readonly ended: Shoppers['ended'] },
): Askers {
  const recalled = new Set(recalls.flatMap(({ passes }) => passes));
  const asking = [...wishes]
    .filter((name) => !recalled.has(name) && !ended.has(name))
    .map((name) => ({ name, ...namedPass(name) }))
    .sort((a, b) => a.position - b.position || a.number - b.number);
  const names = (first: boolean) => asking.filter(({ number }) => (number === 1) === first).map(({ name }) => name);
  return { late: names(true), returning: names(false) };
}

export function withRecall(recalls: readonly Recall[], passes: readonly string[], now: number): readonly Recall[] {
  const given = passes.slice(0, Math.max(0, mostRecalled - recalls.reduce((sum, one) => sum + one.passes.length, 0)));
  return given.length === 0 ? recalls : [...recalls, { recalledAt: now, claimBy: now + recallWindowMs, passes: given }];
}
