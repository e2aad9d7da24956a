import { expect, test } from '@jest/globals';
import type { Dynamo } from '../../../../lambdas/foundation/dynamo/dynamo.ts';
import { conditionFailed, DynamoFault } from '../../../../lambdas/foundation/dynamo/dynamo-fault.ts';
import { auditStore } from '../../../../lambdas/foundation/staff/audit.store.ts';

test('an entry that is there already stays as it is, and is not read', async () => {
  const asked: string[] = [];
  const dynamo: Dynamo = {
    call: async (name) => {
      asked.push(name);
      throw new DynamoFault(conditionFailed, 'no');
    },
  };

  const entry = { id: 'x'.repeat(16), happenedAt: 60_000, person: 'ada@example.org', act: 'read-order', on: 'o-1' };
  await auditStore(dynamo, 'audit').add(entry);
  expect(asked).toEqual(['PutItem']);
});
