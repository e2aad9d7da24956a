import { published } from '../../contracts/paths.ts';
import type { PerformanceAct, PerformanceActs } from '../../contracts/performance-acts.ts';
import { Memory } from './memory.ts';

/*
 * The acts on performances, as a warm handler knows them. The catalogue publishes the list; nobody reads its tables.
 * A handler may remember the list for some seconds, so for so long it may still sell what was cancelled. That is no
 * harm: ordering looks for such orders until all who could have missed the act are long done (ordering/follow).
 */

/** A handler may remember the list for so long. */
export const actsAgeMs = 5000;

/** All acts on performances, in their order. `now` in milliseconds since the epoch. */
export type FindPerformanceActs = (now: number) => Promise<readonly PerformanceAct[]>;

/**
 * A list that cannot be read counts as it was last known, and as empty if it never was: seats of all the other
 * performances are sold on.
 */
export function rememberActs(
  read: (path: string) => Promise<PerformanceActs | undefined>,
  report: (error: unknown) => void = () => {},
): FindPerformanceActs {
  const memory = new Memory<readonly PerformanceAct[]>(1);
  let last: readonly PerformanceAct[] = [];
  const look = async () => {
    try {
      last = actsIn(await read(published.performanceActs()));
    } catch (error) {
      report(error);
    }
    return last;
  };
  return (now) => memory.recall('acts', look, { now, ageMs: actsAgeMs });
}

export function actsIn(file: PerformanceActs | undefined): readonly PerformanceAct[] {
  return file?.acts ?? [];
}

export function cancellationOf(
  acts: readonly PerformanceAct[],
  performance: string,
): Extract<PerformanceAct, { act: 'cancel' }> | undefined {
  return acts.find((one) => one.act === 'cancel' && one.performance === performance) as
    | Extract<PerformanceAct, { act: 'cancel' }>
    | undefined;
}
