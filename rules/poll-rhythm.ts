import type { Board } from '../contracts/line.ts';

/**
 * Decides when a fan reads the board again. In the last half minute before the turn (or the doors) it is every 3 s.
 * From there on it is another second later for every three seconds that the turn is farther away, and never later than
 * every 60 s. In a 30-minute wait at a steady pace, the first 27 minutes cost a look a minute. The next two and a half
 * cost 8 looks, and the last 30 seconds cost 10. That is some 45, where a look every 3 s would be 600.
 */

/** Milliseconds. `ahead` is undefined before the draw; `doors` are those of the fan's own window. */
export function pollMs(
  board: Pick<Board, 'phase' | 'opensAt' | 'rate'>,
  ahead: number | undefined,
  now: number,
  doors: number = board.opensAt,
): number {
  // Not drawn yet, though the doors are open: the draw is at most a few seconds away.
  if (ahead === undefined) return pace(doors - now);
  // Until the line has a rate, take one that keeps the first few hundred attentive.
  return pace((ahead / (board.rate || 300)) * 60_000);
}

const fastestMs = 3000;
const slowestMs = 60_000;
/** So long before the turn nobody wants to be late. */
const nearMs = 30_000;

/** From the time that is left to the time until the next look. */
function pace(leftMs: number): number {
  return Math.min(slowestMs, Math.max(fastestMs, fastestMs + (leftMs - nearMs) / 3));
}
