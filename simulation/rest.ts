import { type Morning, opensAt } from './morning.ts';

/**
 * Milliseconds since the epoch: acts that are due later are left alone. Promises of the next evening run out before it.
 */
export const restsAfter = opensAt + 60 * 60_000;

/** Milliseconds since the epoch: the end of the on-sale. */
export const closesAt = opensAt + 60 * 60_000;

/** Whether nothing is under way any more: no message, no order, nobody who joined and could be called. */
export function isAtRest(morning: Morning): boolean {
  const { asks, outcomes } = morning.platform;
  if (asks.size + asks.deadLetters.length + outcomes.size + outcomes.deadLetters.length > 0) return false;
  if (morning.post && !morning.post.isEmpty) return false;
  if (morning.orders.moving(restsAfter).length > 0) return false;
  return isLineAtRest(morning);
}

/** Everybody is drawn, and called unless the last seat is gone; what is counted and told of the seats is so. */
export function isLineAtRest({ line, stock, of, time }: Morning): boolean {
  const { progress } = line;
  if (!progress) return true;
  if (line.positions.size < line.places.size) return false;
  const { now } = time;
  if (of.counting && now < closesAt && stock.unrest(now) !== undefined) return false;
  return progress.calledUpTo === progress.drawn || (of.counting !== undefined && stock.isSoldOut(now));
}
