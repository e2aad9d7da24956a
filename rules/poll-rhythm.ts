import type { Board } from '../contracts/line.ts';

/**
 * Decides when a fan reads the board again. In the last half minute before the turn (or the doors) it is every 3 s.
 * From there on it is another second later for every three seconds that the turn is farther away, and never later than
 * every 60 s. In a 30-minute wait at a steady pace, the first 27 minutes cost a look a minute. The next two and a half
 * cost 8 looks, and the last 30 seconds cost 10. That is some 45, where a look every 3 s would be 600.
 */

/** Seconds. `ahead` is undefined before the draw; `doors` are those of the fan's own window. */
export function pollSeconds(
  board: Pick<Board, 'phase' | 'opensAt' | 'rate'>,
  ahead: number | undefined,
  now: number,
  doors: number = board.opensAt,
): number {
  // Not drawn yet, though the doors are open: the draw is at most a few seconds away.
  if (ahead === undefined) return pace((doors - now) / 1000);
  // Until the line has a rate, take one that keeps the first few hundred attentive.
  return pace((ahead / (board.rate || 300)) * 60);
}

const fastest = 3;
const slowest = 60;
/** Seconds before the turn within which nobody wants to be late. */
const near = 30;

/** From the seconds that are left to the seconds until the next look. */
function pace(left: number): number {
  return Math.min(slowest, Math.max(fastest, fastest + (left - near) / 3));
}
