import type { Board } from '../contracts/line.ts';

/**
 * When a fan reads the board again: every 3 s in the last half minute before the turn (or the doors), from
 * there on another second later for every three seconds that the turn is farther away, and never later than
 * every 60 s. Of a 30-minute wait at a steady pace the first 27 minutes cost a look a minute, the next two
 * and a half 8 looks, the last 30 seconds 10: some 45 where a look every 3 s would be 600.
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
