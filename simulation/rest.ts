import { openActs } from './audit/audit-acts.ts';
import type { PlannedAct } from './fans/act-hands.ts';
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
export function isLineAtRest(morning: Morning): boolean {
  const { line, stock, told, of, time } = morning;
  const { progress } = line;
  if (!progress) return true;
  if (!told.isWhole) return false;
  if (line.positions.size < line.places.size) return false;
  const { now } = time;
  if (of.counting && now < closesAt && stock.unrest(now) !== undefined) return false;
  return progress.calledUpTo === progress.drawn || nobodyNeedBeCalled(morning);
}

/** A call for the last seat waits for a fan who may not come, and for the next one after that. */
const betweenCallsMs = 5 * 60_000;

/** The last seat is gone; or the on-sale ended while the last seats were offered to one fan after another. */
export function nobodyNeedBeCalled({ line, stock, of, time: { now } }: Morning): boolean {
  if (of.counting === undefined) return false;
  return stock.isSoldOut(now) || (now >= closesAt && line.calledAt >= closesAt - betweenCallsMs);
}

/** Whether every act on a performance came, and is followed for good. */
export async function isFollowed({ platform, time }: Morning, acts: readonly PlannedAct[]): Promise<boolean> {
  if (acts.length === 0) return true;
  const { done } = await platform.stores.follow.following();
  return acts.every(({ at }) => time.now > at) && openActs(platform.files, done).length === 0;
}
