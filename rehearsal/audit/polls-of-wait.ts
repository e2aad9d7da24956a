import { pollMs } from '../fans/poll-interval.ts';

/**
 * Counts the looks at the board in a wait at a steady pace, by the very rhythm of the page. They are the looks of a fan
 * whose turn comes when it was said it would. Waits of different lengths are compared by it.
 */
export function pollsOfWait(minutes: number): number {
  // Any rate does: the rhythm follows the time that is left.
  const rate = 600;
  let polls = 0;
  for (let left = minutes * 60_000; left > 0; polls += 1) {
    left -= pollMs({ phase: 'open', opensAt: 0, rate }, (left / 60_000) * rate, 0);
  }
  return polls;
}
