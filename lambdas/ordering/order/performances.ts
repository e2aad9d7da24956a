import type { PerformanceFile } from '../../../contracts/catalogue.ts';
import { published } from '../../../contracts/paths.ts';

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
  const known = new Map<string, { readonly file: PerformanceFile; readonly at: number }>();
  return async (performance, now) => {
    const kept = known.get(performance);
    if (kept && now - kept.at < keepMs) return kept.file;
    const file = await read(published.performance(performance));
    if (!file) return undefined;
    if (known.size >= atMost) known.clear();
    known.set(performance, { file, at: now });
    return file;
  };
}
