import { moved, written } from '../../foundation/write-outcome.ts';
import type { RetentionStore, RetentionWalk } from './keep-retention.ts';

/** The walk in memory, for tests. */
export function retentionTwin(): RetentionStore {
  let standing: RetentionWalk = { version: 0, day: 0, isDone: false };
  return {
    walk: async () => standing,
    async writeWalk(walk) {
      if (standing.version !== walk.version - 1) return moved;
      standing = walk;
      return written;
    },
  };
}
