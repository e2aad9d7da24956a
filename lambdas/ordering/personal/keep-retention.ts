import type { Written } from '../../foundation/write-outcome.ts';
import { amended } from '../order/amend.ts';
import type { BookLine, OrderStore } from '../order/order-store.ts';
import { personErased } from './person-erased.ts';

/*
 * Persons are erased some days after the last performance of their order, where the stage says how many. The whole book
 * is gone through once a day, a stretch at a time, beside what is done each minute anyway. Where the walk is, is written
 * down after each stretch: a machine that dies is followed by the next minute's, which does the stretch again, and an
 * order is erased once. One with something left to be done is passed over, and looked at again the next day.
 */

const day = 86_400_000;

/** How far the book was gone through today. */
export interface RetentionWalk {
  /** Grows by one with every write; 0 was never written. */
  readonly version: number;
  /** Days since 1970. */
  readonly day: number;
  /** A place in the book; left out at its beginning. */
  readonly from?: string;
  readonly isDone: boolean;
}

export interface RetentionStore {
  /** As it stands now. */
  walk(): Promise<RetentionWalk>;
  /** Follows the version before its own. */
  writeWalk(walk: RetentionWalk): Promise<Written>;
}

export interface KeepRetentionDeps {
  readonly store: Pick<OrderStore, 'get' | 'write' | 'stretch'>;
  readonly retention: RetentionStore;
  /** Days after the last performance of an order. */
  readonly keepDays: number;
}

/** Whether the last performance of an order is longer ago than its person is kept. */
export function isKeptTooLong(
  { items, email }: Pick<BookLine, 'items' | 'email'>,
  keepDays: number,
  now: number,
): boolean {
  if (email === '') return false;
  return Math.max(...items.map(({ startsAt }) => startsAt)) + keepDays * day <= now;
}

/** Goes on with today's walk until it is done or the time is up. How many persons were erased. */
export async function keepRetention(
  { store, retention, keepDays }: KeepRetentionDeps,
  clock: () => number,
  endsAt: number,
): Promise<number> {
  let erased = 0;
  while (clock() < endsAt) {
    const now = clock();
    const today = Math.floor(now / day);
    const standing = await retention.walk();
    const walk = standing.day === today ? standing : { version: standing.version, day: today, isDone: false };
    if (walk.isDone) return erased;
    const { lines, next } = (await store.stretch(walk.from)) ?? { lines: [] };
    for (const line of lines.filter((one) => isKeptTooLong(one, keepDays, now))) {
      const taken = await amended(store, line.id, personErased('clock', now), now);
      if (taken?.mine) erased += 1;
    }
    const after = { version: walk.version + 1, day: today, isDone: next === undefined };
    // Another machine is at it.
    if (!(await retention.writeWalk({ ...after, ...(next !== undefined && { from: next }) })).ok) return erased;
  }
  return erased;
}
