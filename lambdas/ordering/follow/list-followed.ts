import type { PerformanceAct } from '../../../contracts/performance-acts.ts';
import { openActs } from './follow-acts.ts';
import type { FollowStore } from './follow-store.ts';

/** What is left to do for performances that were cancelled or moved: for operators. No names: ids and counts alone. */

export interface FollowedAct {
  readonly performance: string;
  readonly act: PerformanceAct['act'];
  /** Milliseconds since the epoch. */
  readonly actedAt: number;
  /** Orders with seats of it, as the last whole pass found them; undefined before the first. */
  readonly orders?: number;
  /** Those of them that are not as the act says yet. */
  readonly left?: number;
  /** All orders have followed, and none can come any more that does not know of it. */
  readonly done: boolean;
}

export async function listFollowed({
  follow,
  acts,
}: {
  readonly follow: Pick<FollowStore, 'following'>;
  readonly acts: () => Promise<readonly PerformanceAct[]>;
}): Promise<{ readonly ok: true; readonly acts: readonly FollowedAct[] }> {
  const [all, following] = await Promise.all([acts(), follow.following()]);
  const open = new Set(openActs(all, following));
  const { last } = following;
  return {
    ok: true,
    acts: all.map((act, at) => {
      const { performance, actedAt } = act;
      const isCounted = open.has(act) && last !== undefined && last.acts > at;
      return {
        performance,
        act: act.act,
        actedAt,
        ...(isCounted && { orders: last.orders[performance] ?? 0, left: last.left[performance] ?? 0 }),
        done: !open.has(act),
      };
    }),
  };
}
