import { type Morning, opensAt } from './morning.ts';

/**
 * Milliseconds since the epoch: acts that are due later are left alone. Promises of the next evening run out before it.
 */
export const restsAfter = opensAt + 60 * 60_000;

/** Whether nothing is under way any more: no message, no order, nobody who joined and is not called. */
export function isAtRest(morning: Morning): boolean {
  const { progress } = morning.line;
  const { asks, outcomes } = morning.platform;
  if (asks.size + asks.deadLetters.length + outcomes.size + outcomes.deadLetters.length > 0) return false;
  if (morning.post && !morning.post.isEmpty) return false;
  if (morning.orders.moving(restsAfter).length > 0) return false;
  return (
    !progress || (progress.calledUpTo === progress.drawn && morning.line.positions.size === morning.line.places.size)
  );
}
