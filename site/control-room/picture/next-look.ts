import { afterStepMs, readingsStepMs } from '../../../contracts/readings.ts';

/**
 * When a page looks at how it goes: once in each step of the clock, at a random time after the step began. Pages of one
 * room do not all come at once: the first has the answer fetched, and the others find it at the CDN. The time is drawn
 * anew for each step, so that two pages which come together do so once, and not for a whole morning.
 */
const spreadMs = 2200;

/** Milliseconds from now to the look at the next step. `chance` is drawn for it, from 0 up to 1. */
export function untilNextLook(now: number, chance: number): number {
  const looks = Math.floor((now - afterStepMs) / readingsStepMs) + 1;
  return looks * readingsStepMs + afterStepMs + Math.floor(chance * spreadMs) - now;
}
