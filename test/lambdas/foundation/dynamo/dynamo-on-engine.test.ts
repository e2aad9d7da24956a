import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Dynamo, Item } from '../../../../lambdas/foundation/dynamo/dynamo.ts';
import { dynalite, type RunningEngine } from '../../../engines.ts';
import { whole } from './a-whole-item.ts';
import { bothClients } from './both-clients.ts';

/* Both clients at one engine. What one of them wrote, the other finds: the SDK wrote the tables of today. */

describe('on dynalite', () => {
  let engine: RunningEngine;
  let clients: readonly Dynamo[];
  beforeAll(async () => {
    engine = await dynalite.start();
    await engine.createTable('things');
    const env = {
      AWS_ENDPOINT_URL_DYNAMODB: engine.endpoint,
      AWS_REGION: 'eu-west-2',
      AWS_ACCESS_KEY_ID: 'local',
      AWS_SECRET_ACCESS_KEY: 'local',
    };
    clients = bothClients.map(({ open }) => open(env));
  });
  afterAll(() => engine.stop());
  const { minusZero: _, ...stored } = whole;

  test('what one wrote, both read, alone and in batches and by a query', async () => {
    for (const [at, dynamo] of clients.entries()) {
      const pk = `written-${at}`;
      await dynamo.call('PutItem', { TableName: 'things', Item: { ...stored, pk } });
      const Key = { pk, sk: 'THING' };
      const read = await Promise.all(clients.map((each) => each.call('GetItem', { TableName: 'things', Key })));
      expect(read[0]?.Item).toMatchObject({ pk, tenth: 0.1, bytes: whole.bytes, words: whole.words, empty: '' });
      expect(read[0]).toEqual(read[1]);
      const many = await Promise.all(
        clients.map((each) => each.call('BatchGetItem', { RequestItems: { things: { Keys: [Key] } } })),
      );
      expect(many[0]?.Responses?.things).toEqual([read[0]?.Item]);
      expect(many[0]).toEqual(many[1]);
      const found = await Promise.all(
        clients.map((each) =>
          each.call('Query', {
            TableName: 'things',
            KeyConditionExpression: 'pk = :pk',
            ExpressionAttributeValues: { ':pk': pk },
          }),
        ),
      );
      expect(found[0]?.Items).toEqual([read[0]?.Item]);
      expect(found[0]).toEqual(found[1]);
    }
  });

  test('a change says what was asked of it', async () => {
    for (const [at, dynamo] of clients.entries()) {
      const change = {
        TableName: 'things',
        Key: { pk: `changed-${at}`, sk: 'THING' },
        UpdateExpression: 'ADD seats :two SET marks = :marks',
        ExpressionAttributeValues: { ':two': 2, ':marks': new Set(['x']) },
        ReturnValues: 'ALL_NEW',
      } as const;
      expect(await dynamo.call('UpdateItem', change)).toEqual({
        Attributes: { ...change.Key, seats: 2, marks: new Set(['x']) },
      });
    }
  });

  test('a failed condition, a wrong expression and a missing table are faults of one name', async () => {
    const item = { TableName: 'things', Item: { pk: 'stands', sk: 'THING' } };
    await clients[0]?.call('PutItem', item);
    for (const [asked, name] of [
      [{ ...item, ConditionExpression: 'attribute_not_exists(pk)' }, 'ConditionalCheckFailedException'],
      [{ ...item, ConditionExpression: '((' }, 'ValidationException'],
      [{ ...item, TableName: 'nowhere' }, 'ResourceNotFoundException'],
    ] as const) {
      const ends = await Promise.all(
        clients.map((dynamo) => dynamo.call('PutItem', asked).catch((error: Error) => [error.name, error.message])),
      );
      expect(ends[0]).toEqual([name, expect.any(String)]);
      expect(ends[0]).toEqual(ends[1]);
    }
  });

  test('a query of several pages says where it stopped', async () => {
    const Item = (sk: string) => ({ pk: 'pages', sk, text: 'x'.repeat(300_000) });
    for (const sk of ['a', 'b', 'c', 'd', 'e'])
      await clients[0]?.call('PutItem', { TableName: 'things', Item: Item(sk) });
    const asked = {
      TableName: 'things',
      KeyConditionExpression: 'pk = :pk',
      ExpressionAttributeValues: { ':pk': 'pages' },
    };
    for (const dynamo of clients) {
      const first = await dynamo.call('Query', asked);
      expect(first.LastEvaluatedKey).toEqual({ pk: 'pages', sk: first.Items?.at(-1)?.sk });
      const second = await dynamo.call('Query', { ...asked, ExclusiveStartKey: first.LastEvaluatedKey as Item });
      expect([...(first.Items ?? []), ...(second.Items ?? [])].map(({ sk }) => sk)).toEqual(['a', 'b', 'c', 'd', 'e']);
    }
  });
});
