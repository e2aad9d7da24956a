import { moved, written } from '../../foundation/write-outcome.ts';
import type { Following, FollowStore } from './follow-store.ts';

/** In memory, with the same condition as the table: for tests and simulation. Copied in and out. */
export function followTwin(): FollowStore {
  let kept: Following = { version: 0, done: {} };
  return {
    following: async () => structuredClone(kept),
    async writeFollowing(following) {
      if (following.version !== kept.version + 1) return moved;
      kept = structuredClone(following);
      return written;
    },
  };
}
