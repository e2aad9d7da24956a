import type { Dynamo } from '../../foundation/dynamo/dynamo.ts';
import { follows, tableOf } from '../../foundation/table.store.ts';
import { moved, written } from '../../foundation/write-outcome.ts';
import type { RetentionStore, RetentionWalk } from './keep-retention.ts';

/*
 * In the table of orders:
 *
 *   pk RETENTION   sk WALK   the RetentionWalk, flat
 */

const key = { pk: 'RETENTION', sk: 'WALK' };

export function retentionStore(client: Dynamo, name: string): RetentionStore {
  const table = tableOf(client, name);
  return {
    async walk() {
      const { pk: _pk, sk: _sk, ...found } = (await table.get(key, 'latest')) ?? key;
      return { version: 0, day: 0, isDone: false, ...found } as RetentionWalk;
    },
    async writeWalk(walk) {
      const item = { ...key, ...walk };
      const put = walk.version === 1 ? await table.putNew(item) : await table.putIf(follows(walk.version - 1), item);
      return put.ok ? written : moved;
    },
  };
}
