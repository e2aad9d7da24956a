import type { OnSaleReadings } from '../../../contracts/readings.ts';
import { readingsStepMs } from '../../../contracts/readings.ts';

/*
 * How old a figure is, and from when on it says nothing any more of what is now. A step of the clock, the way to the page
 * and a step that was missed are no reason to doubt.
 */

export const oldMs = 4 * readingsStepMs;

export type ReadingsPart = 'line' | 'house' | 'orders';

export function countedAt(readings: OnSaleReadings, part: ReadingsPart): number | undefined {
  return part === 'line' ? readings.line?.writtenAt : readings[part]?.countedAt;
}

/** Milliseconds; no figure is from the future, whatever two clocks say. */
export const ageOf = (at: number, now: number): number => Math.max(0, now - at);

export const isOld = (at: number, now: number, after = oldMs): boolean => ageOf(at, now) > after;
