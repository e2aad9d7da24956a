import type { Server } from 'node:http';
import {
  BatchWriteItemCommand,
  CreateTableCommand,
  DeleteItemCommand,
  DescribeContinuousBackupsCommand,
  DescribeTableCommand,
  DescribeTimeToLiveCommand,
  DynamoDBClient,
  PutItemCommand,
  QueryCommand,
  RestoreTableToPointInTimeCommand,
  type RestoreTableToPointInTimeInput,
  ScanCommand,
  UpdateContinuousBackupsCommand,
  UpdateItemCommand,
} from '@aws-sdk/client-dynamodb';
import { afterAll, afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { dynaliteServer } from '../../dynamodb/dynalite-server.ts';
import { close, listen } from '../../http/listener.ts';
import { operatorCredentials } from '../../iam/caller.ts';
import { removeTemporaryFolders, temporaryFolder } from '../temporary-folder.ts';

/* A clock that the test moves says when each write was. */

const TableName = 'things';
let clock = { now: 0 };
let path: string;
let server: Server;
let dynamo: DynamoDBClient;

const start = async (mostBytes?: number): Promise<void> => {
  server = await dynaliteServer({ path, now: () => clock.now, ...(mostBytes !== undefined && { mostBytes }) });
  const endpoint = `http://127.0.0.1:${await listen(server, 0)}`;
  dynamo = new DynamoDBClient({ region: 'eu-west-2', endpoint, credentials: operatorCredentials });
};
const stop = async (): Promise<void> => {
  dynamo.destroy();
  await close(server);
};

const text = (AttributeName: string) => ({ AttributeName, AttributeType: 'S' as const });
const makeTable = () =>
  dynamo.send(
    new CreateTableCommand({
      TableName,
      BillingMode: 'PAY_PER_REQUEST',
      AttributeDefinitions: [text('pk'), text('sk'), text('colour')],
      KeySchema: [
        { AttributeName: 'pk', KeyType: 'HASH' },
        { AttributeName: 'sk', KeyType: 'RANGE' },
      ],
      GlobalSecondaryIndexes: [
        {
          IndexName: 'by-colour',
          KeySchema: [{ AttributeName: 'colour', KeyType: 'HASH' }],
          Projection: { ProjectionType: 'ALL' },
        },
      ],
    }),
  );
const recover = (on = true) =>
  dynamo.send(
    new UpdateContinuousBackupsCommand({
      TableName,
      PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: on },
    }),
  );

beforeEach(async () => {
  clock = { now: Date.parse('2027-03-01T09:00:00Z') };
  path = temporaryFolder();
  await start();
  await makeTable();
  await active(TableName);
  await recover();
  clock.now += 1000;
});
afterEach(stop);
afterAll(() => removeTemporaryFolders());

const keyOf = (pk: string) => ({ pk: { S: pk }, sk: { S: 'of ~ all' } });
const put = (pk: string, colour: string, more: Partial<ConstructorParameters<typeof PutItemCommand>[0]> = {}) =>
  dynamo.send(new PutItemCommand({ TableName, Item: { ...keyOf(pk), colour: { S: colour } }, ...more }));
const remove = (pk: string) => dynamo.send(new DeleteItemCommand({ TableName, Key: keyOf(pk) }));

/** All items of a table, and all of its index, in one order. */
const contentOf = async (name: string) => {
  const { Items = [] } = await dynamo.send(new ScanCommand({ TableName: name }));
  const indexed = await dynamo.send(new ScanCommand({ TableName: name, IndexName: 'by-colour' }));
  return { items: Items.map((item) => JSON.stringify(item)).sort(), indexed: indexed.Items?.length };
};

const ask = (input: Partial<RestoreTableToPointInTimeInput>) =>
  dynamo.send(
    new RestoreTableToPointInTimeCommand({ SourceTableName: TableName, TargetTableName: 'restored', ...input }),
  );
const active = async (name: string): Promise<void> => {
  for (;;) {
    const { Table } = await dynamo.send(new DescribeTableCommand({ TableName: name }));
    if (Table?.TableStatus === 'ACTIVE') return;
  }
};
const restore = async (at: number, TargetTableName: string): Promise<void> => {
  await ask({ TargetTableName, RestoreDateTime: new Date(at) });
  await active(TargetTableName);
};

describe('a restored table', () => {
  test('equals the past at each second, whatever was done', async () => {
    const past: { readonly at: number; readonly content: Awaited<ReturnType<typeof contentOf>> }[] = [];
    const acts: readonly (() => Promise<unknown>)[] = [
      () => put('a', 'red'),
      () => put('a', 'blue'),
      () =>
        dynamo.send(
          new UpdateItemCommand({
            TableName,
            Key: keyOf('a'),
            UpdateExpression: 'SET colour = :green',
            ExpressionAttributeValues: { ':green': { S: 'green' } },
          }),
        ),
      () =>
        dynamo.send(
          new BatchWriteItemCommand({
            RequestItems: {
              [TableName]: [
                { DeleteRequest: { Key: keyOf('a') } },
                { PutRequest: { Item: { ...keyOf('b'), colour: { S: 'red' } } } },
                { PutRequest: { Item: keyOf('without colour') } },
              ],
            },
          }),
        ),
      () => remove('b'),
      () => put('a', 'red again'),
      () => put('b', 'white').then(() => put('b', 'black')),
    ];
    for (const act of acts) {
      await act();
      past.push({ at: clock.now, content: await contentOf(TableName) });
      clock.now += 1000;
    }
    for (const [index, { at, content }] of past.entries()) {
      await restore(at, `restored-${index}`);
      expect([index, await contentOf(`restored-${index}`)]).toEqual([index, content]);
    }
  });

  test('has nothing of a write whose condition failed', async () => {
    await put('a', 'red');
    const at = clock.now;
    clock.now += 1000;
    const failed = put('a', 'blue', { ConditionExpression: 'attribute_not_exists(pk)' });
    await expect(failed).rejects.toMatchObject({ name: 'ConditionalCheckFailedException' });
    const now = await contentOf(TableName);
    await restore(at, 'before');
    await restore(clock.now, 'after');
    expect([await contentOf('before'), await contentOf('after')]).toEqual([now, now]);
  });

  test('is read by its index', async () => {
    await put('a', 'red');
    const at = clock.now;
    clock.now += 1000;
    await put('a', 'blue');
    await restore(at, 'restored');
    const byColour = async (colour: string) =>
      (
        await dynamo.send(
          new QueryCommand({
            TableName: 'restored',
            IndexName: 'by-colour',
            KeyConditionExpression: 'colour = :colour',
            ExpressionAttributeValues: { ':colour': { S: colour } },
          }),
        )
      ).Items;
    expect(await byColour('red')).toEqual([{ ...keyOf('a'), colour: { S: 'red' } }]);
    expect(await byColour('blue')).toEqual([]);
  });

  test('has its moment while others write', async () => {
    for (let index = 0; index < 400; index += 1) await put(`${index}`, 'red');
    const at = clock.now;
    const then = await contentOf(TableName);
    clock.now += 1000;
    const writes = Array.from({ length: 200 }, (_, index) =>
      index % 2 ? put(`${index}`, 'blue') : remove(`${index}`),
    );
    const asked = ask({ RestoreDateTime: new Date(at) });
    const more = Array.from({ length: 200 }, (_, index) => put(`more ${index}`, 'blue'));
    await Promise.all([asked, ...writes, ...more]);
    await active('restored');
    expect(await contentOf('restored')).toEqual(then);
  });

  test('is without recovery and deletion by time, and says where it is from', async () => {
    await ask({ UseLatestRestorableTime: true });
    await active('restored');
    const { Table } = await dynamo.send(new DescribeTableCommand({ TableName: 'restored' }));
    expect(Table).toMatchObject({
      TableArn: expect.stringMatching(/:table\/restored$/),
      DeletionProtectionEnabled: false,
      BillingModeSummary: { BillingMode: 'PAY_PER_REQUEST' },
      RestoreSummary: { RestoreInProgress: false, SourceTableArn: expect.stringMatching(/:table\/things$/) },
      GlobalSecondaryIndexes: [{ IndexStatus: 'ACTIVE', IndexArn: expect.stringContaining('table/restored/index/') }],
    });
    const backups = await dynamo.send(new DescribeContinuousBackupsCommand({ TableName: 'restored' }));
    expect(backups.ContinuousBackupsDescription?.PointInTimeRecoveryDescription).toEqual({
      PointInTimeRecoveryStatus: 'DISABLED',
    });
    const gone = await dynamo.send(new DescribeTimeToLiveCommand({ TableName: 'restored' }));
    expect(gone.TimeToLiveDescription?.TimeToLiveStatus).toBe('DISABLED');
  });

  test('can be of a moment before the engine was started again, also when the clock went back', async () => {
    await put('a', 'red');
    const at = clock.now;
    const then = await contentOf(TableName);
    clock.now += 1000;
    await put('a', 'blue');
    await stop();
    clock.now = at - 500;
    await start();
    await remove('a');
    await restore(at, 'restored');
    expect(await contentOf('restored')).toEqual(then);
  });
});

describe('what can be restored', () => {
  const bounds = async () => {
    const { ContinuousBackupsDescription } = await dynamo.send(new DescribeContinuousBackupsCommand({ TableName }));
    const { EarliestRestorableDateTime, LatestRestorableDateTime } =
      ContinuousBackupsDescription?.PointInTimeRecoveryDescription ?? {};
    return [EarliestRestorableDateTime?.getTime() ?? 0, LatestRestorableDateTime?.getTime() ?? 0] as const;
  };

  test('begins when recovery is switched on, and ends now', async () => {
    const [earliest, latest] = await bounds();
    expect(latest).toBe(clock.now);
    await expect(ask({ RestoreDateTime: new Date(earliest - 1) })).rejects.toMatchObject({
      name: 'InvalidRestoreTimeException',
    });
    await expect(ask({ RestoreDateTime: new Date(latest + 1) })).rejects.toMatchObject({
      name: 'InvalidRestoreTimeException',
    });
    await restore(earliest, 'restored');
  });

  test('is at most 35 days old', async () => {
    clock.now += 40 * 24 * 3_600_000;
    const [earliest] = await bounds();
    expect(clock.now - earliest).toBe(35 * 24 * 3_600_000);
  });

  test('begins anew when recovery was off for a while', async () => {
    await recover(false);
    await expect(ask({ UseLatestRestorableTime: true })).rejects.toMatchObject({
      name: 'PointInTimeRecoveryUnavailableException',
    });
    await put('a', 'red');
    const at = clock.now;
    clock.now += 1000;
    await recover();
    await expect(ask({ RestoreDateTime: new Date(at) })).rejects.toMatchObject({ name: 'InvalidRestoreTimeException' });
  });

  test('becomes shorter when the old images are larger than their bound', async () => {
    await stop();
    await start(10_000);
    const [before] = await bounds();
    const wide = 'red '.repeat(100);
    for (let index = 0; index < 40; index += 1) {
      clock.now += 1000;
      await put('a', `${wide}${index}`);
    }
    while ((await bounds())[0] <= before) await put('a', wide);
    const [earliest] = await bounds();
    await expect(ask({ RestoreDateTime: new Date(earliest - 1) })).rejects.toMatchObject({
      name: 'InvalidRestoreTimeException',
    });
    await restore(earliest + 1000, 'restored');
    expect((await contentOf('restored')).items[0]).toMatch(/red \d+"/);
  });
});

describe('a restore is refused', () => {
  test.each<[string, Partial<RestoreTableToPointInTimeInput>, string]>([
    ['of a table that is not there', { SourceTableName: 'none' }, 'TableNotFoundException'],
    ['onto a table that is there', { TargetTableName: TableName }, 'TableAlreadyExistsException'],
    ['without a moment', { UseLatestRestorableTime: false }, 'ValidationException'],
    ['with two moments', { RestoreDateTime: new Date() }, 'ValidationException'],
    ['under a name that no table has', { TargetTableName: 'a b' }, 'ValidationException'],
    ['with what is not run here', { BillingModeOverride: 'PROVISIONED' }, 'ValidationException'],
  ])('%s', async (_, input, name) => {
    await expect(ask({ UseLatestRestorableTime: true, ...input })).rejects.toMatchObject({ name });
  });

  test('while another fills the same table', async () => {
    for (let index = 0; index < 300; index += 1) await put(`${index}`, 'red');
    const answers = await Promise.allSettled([1, 2].map(() => ask({ UseLatestRestorableTime: true })));
    const [refused] = answers.filter((answer) => answer.status === 'rejected');
    expect(refused?.reason.name).toMatch(/^(TableInUseException|TableAlreadyExistsException)$/);
  });
});
