import { afterStepMs, readingsStepMs } from '../../../contracts/readings.ts';

/**
 * When a page looks at how it goes: once in each step of the clock, at a time of its own after the step began. Pages of
 * one room do not all come at once: the first has the answer fetched, and the others find it at the CDN.
 */
const spreadMs = 1700;

/** Milliseconds from now to the next look. `chance` is the page's own, from 0 up to 1. */
export function untilNextLook(now: number, chance: number): number {
  const late = afterStepMs + Math.floor(chance * spreadMs);
  return readingsStepMs - ((now - late) % readingsStepMs);
}
