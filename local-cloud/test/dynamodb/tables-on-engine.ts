import {
  DescribeTableCommand,
  DynamoDBClient,
  GetItemCommand,
  PutItemCommand,
  QueryCommand,
  UpdateItemCommand,
} from '@aws-sdk/client-dynamodb';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { DatabaseName } from '../../dynamodb/kinds.ts';
import { operatorCredentials } from '../../iam/caller.ts';
import { type RunningCloud, startLocalCloud } from '../../local-cloud.ts';
import { temporaryFolder } from '../temporary-folder.ts';
import { writtenAssembly } from '../written-assembly.ts';

const keys = [
  { AttributeName: 'pk', KeyType: 'HASH' },
  { AttributeName: 'sk', KeyType: 'RANGE' },
];
const strings = (...names: readonly string[]) => names.map((AttributeName) => ({ AttributeName, AttributeType: 'S' }));
const template = (indexName: string): object => ({
  Resources: {
    Old: {
      Type: 'AWS::DynamoDB::Table',
      Properties: { KeySchema: keys.slice(0, 1), AttributeDefinitions: strings('pk'), BillingMode: 'PAY_PER_REQUEST' },
    },
    Things: {
      Type: 'AWS::DynamoDB::GlobalTable',
      Properties: {
        KeySchema: keys,
        AttributeDefinitions: strings('pk', 'sk', 'book', 'placedAt'),
        BillingMode: 'PAY_PER_REQUEST',
        GlobalSecondaryIndexes: [
          {
            IndexName: indexName,
            KeySchema: [
              { AttributeName: 'book', KeyType: 'HASH' },
              { AttributeName: 'placedAt', KeyType: 'RANGE' },
            ],
            Projection: { ProjectionType: 'ALL' },
          },
        ],
        WarmThroughput: { ReadUnitsPerSecond: 12000, WriteUnitsPerSecond: 4000 },
        Replicas: [{ Region: 'eu-west-2', PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true } }],
      },
    },
  },
  Outputs: { Old: { Value: { Ref: 'Old' } }, Things: { Value: { Ref: 'Things' } } },
});

/** The promises of the local cloud about tables, whichever engine keeps them. */
export function tablesOn(database: DatabaseName, dynamoDbLocalFolder?: string): void {
  describe(`tables on ${database}`, () => {
    let cloud: RunningCloud;
    let dynamo: DynamoDBClient;
    let TableName: string;
    const state = temporaryFolder();
    const start = async (indexName = 'by-time'): Promise<void> => {
      const assembly = writtenAssembly({ Data: { template: template(indexName) } });
      cloud = await startLocalCloud({ assembly, state, database, dynamoDbLocalFolder });
      TableName = cloud.outputs.Data?.Things ?? '';
      dynamo = new DynamoDBClient({
        region: 'eu-west-2',
        endpoint: cloud.endpoints.DYNAMODB ?? '',
        credentials: operatorCredentials,
      });
    };
    const stop = async (): Promise<void> => {
      dynamo.destroy();
      await cloud.stop();
    };
    const item = (pk: string, rest: Record<string, { S: string } | { N: string }> = {}) => ({
      pk: { S: pk },
      sk: { S: 'a' },
      ...rest,
    });
    const read = async (pk: string) =>
      (await dynamo.send(new GetItemCommand({ TableName, Key: item(pk), ConsistentRead: true }))).Item;

    beforeAll(() => start());
    afterAll(() => stop());

    test('are on demand and active, with their index', async () => {
      const { Table } = await dynamo.send(new DescribeTableCommand({ TableName }));
      expect(Table?.TableStatus).toBe('ACTIVE');
      expect(Table?.BillingModeSummary?.BillingMode).toBe('PAY_PER_REQUEST');
      expect(Table?.GlobalSecondaryIndexes?.map(({ IndexName }) => IndexName)).toEqual(['by-time']);
    });

    test('honour conditions: of many that put one item, one does', async () => {
      const put = (who: number) =>
        dynamo.send(
          new PutItemCommand({
            TableName,
            Item: item('contested', { who: { N: `${who}` } }),
            ConditionExpression: 'attribute_not_exists(pk)',
          }),
        );
      const answers = await Promise.allSettled(Array.from({ length: 16 }, (_, who) => put(who)));
      const refused = answers.filter((answer) => answer.status === 'rejected');
      expect(refused).toHaveLength(15);
      expect(refused[0]).toMatchObject({ reason: { name: 'ConditionalCheckFailedException' } });
    });

    test('count exactly, and say what it cost', async () => {
      const add = () =>
        dynamo.send(
          new UpdateItemCommand({
            TableName,
            Key: item('tally'),
            UpdateExpression: 'ADD #count :one',
            ExpressionAttributeNames: { '#count': 'count' },
            ExpressionAttributeValues: { ':one': { N: '1' } },
            ReturnValues: 'ALL_NEW',
            ReturnConsumedCapacity: 'TOTAL',
          }),
        );
      const answers = await Promise.all(Array.from({ length: 40 }, add));
      const counts = answers.map(({ Attributes }) => Number(Attributes?.count?.N)).sort((a, b) => a - b);
      expect(counts).toEqual(Array.from({ length: 40 }, (_, index) => index + 1));
      expect(answers[0]?.ConsumedCapacity?.CapacityUnits).toBe(1);
    });

    test('are read by their index, in order', async () => {
      for (const placedAt of ['2', '3', '1']) {
        const Item = item(`order-${placedAt}`, { book: { S: 'all' }, placedAt: { S: placedAt } });
        await dynamo.send(new PutItemCommand({ TableName, Item }));
      }
      const { Items = [] } = await dynamo.send(
        new QueryCommand({
          TableName,
          IndexName: 'by-time',
          KeyConditionExpression: 'book = :book',
          ExpressionAttributeValues: { ':book': { S: 'all' } },
          ScanIndexForward: false,
        }),
      );
      expect(Items.map(({ placedAt }) => placedAt?.S)).toEqual(['3', '2', '1']);
    });

    test('are there after a restart; with other keys in the template they are refused', async () => {
      await dynamo.send(new PutItemCommand({ TableName, Item: item('kept') }));
      await stop();
      await start();
      expect(await read('kept')).toEqual(item('kept'));
      await stop();
      await expect(start('by-name')).rejects.toThrow(/other keys or indexes.*--fresh/);
      await start();
      expect(await read('kept')).toEqual(item('kept'));
    });
  });
}
