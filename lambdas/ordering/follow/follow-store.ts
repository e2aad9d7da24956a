import type { Written } from '../../foundation/write-outcome.ts';

/** How far ordering has followed the acts on performances: one record, written page by page. */
export interface Following {
  /** Grows by one with every write; 0 was never written. */
  readonly version: number;
  /** By performance: the number of the last act that all its orders have followed. */
  readonly done: Readonly<Record<string, number>>;
  /** The pass through the book that is under way. */
  readonly pass?: BookPass;
  /** The last pass that came to its end. */
  readonly last?: BookCount;
}

interface BookCount {
  /** Milliseconds since the epoch. */
  readonly beganAt: number;
  /** How many acts there were then. */
  readonly acts: number;
  /** By performance: orders that have to do with it. */
  readonly orders: Readonly<Record<string, number>>;
  /** By performance: those of them that are not as the acts say yet. */
  readonly left: Readonly<Record<string, number>>;
}

export interface BookPass extends BookCount {
  /** A mark of the book; left out at its beginning. */
  readonly from?: string;
}

export interface FollowStore {
  /** As it stands now. */
  following(): Promise<Following>;
  /** Follows the version before its own. */
  writeFollowing(following: Following): Promise<Written>;
}
