import type { Dynamo } from '../../foundation/dynamo/dynamo.ts';
import { follows, tableOf } from '../../foundation/table.store.ts';
import { moved, written } from '../../foundation/write-outcome.ts';
import type { Following, FollowStore } from './follow-store.ts';

/*
 * In the table of orders:
 *
 *   pk FOLLOWING   sk ACTS   the Following, flat
 */

const key = { pk: 'FOLLOWING', sk: 'ACTS' };

export function followStore(client: Dynamo, name: string): FollowStore {
  const table = tableOf(client, name);
  return {
    async following() {
      const { pk: _pk, sk: _sk, ...found } = (await table.get(key, 'latest')) ?? key;
      return { version: 0, done: {}, ...found } as Following;
    },
    async writeFollowing(following) {
      const item = { ...key, ...following };
      const put =
        following.version === 1 ? await table.putNew(item) : await table.putIf(follows(following.version - 1), item);
      return put.ok ? written : moved;
    },
  };
}
