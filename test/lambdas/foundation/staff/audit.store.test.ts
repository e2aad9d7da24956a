import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { expect, test } from '@jest/globals';
import { auditStore } from '../../../../lambdas/foundation/staff/audit.store.ts';

test('an entry that is there already stays as it is, and is not read', async () => {
  const asked: string[] = [];
  const client = {
    send: async (command: object) => {
      asked.push(command.constructor.name);
      throw new ConditionalCheckFailedException({ message: 'no', $metadata: {} });
    },
  } as unknown as DynamoDBDocumentClient;

  const entry = { id: 'x'.repeat(16), happenedAt: 60_000, person: 'ada@example.org', act: 'read-order', on: 'o-1' };
  await auditStore(client, 'audit').add(entry);
  expect(asked).toEqual(['PutCommand']);
});
