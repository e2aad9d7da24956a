import type { PerformanceFile } from '../../../contracts/catalogue.ts';
import { published } from '../../../contracts/paths.ts';
import { Memory } from '../../foundation/memory.ts';

/*
 * The published performances, remembered for as long as their cache-control lets any reader do. A warm
 * function reads a performance once in 15 seconds instead of once an order; one that is not there is
 * asked for again each time, since it may have just been published.
 */

/** As long as browsers and the CDN keep a catalogue file: see `cacheControl.catalogue`. */
const keepMs = 15_000;
/** Far above any season's performances; bounds what a warm function holds. */
const atMost = 2_000;

/** The file of one performance, or undefined if none is published. `now` in milliseconds since the epoch. */
export type FindPerformance = (performance: string, now: number) => Promise<PerformanceFile | undefined>;

export function rememberPerformances(read: (path: string) => Promise<PerformanceFile | undefined>): FindPerformance {
  const memory = new Memory<PerformanceFile>(atMost);
  return (performance, now) =>
    memory.recall(performance, () => read(published.performance(performance)), { now, ageMs: keepMs });
}
