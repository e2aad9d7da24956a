import {
  BatchWriteItemCommand,
  DescribeContinuousBackupsCommand,
  DescribeTableCommand,
  DescribeTimeToLiveCommand,
  QueryCommand,
  type RestoreTableToPointInTimeInput,
  UpdateItemCommand,
} from '@aws-sdk/client-dynamodb';
import { afterAll, beforeEach, describe, expect, test } from '@jest/globals';
import { removeTemporaryFolders } from '../temporary-folder.ts';
import { keyOf, TableName, type TableOfTest, tableOfEachTest } from './table-of-test.ts';

let table: TableOfTest;
const own = tableOfEachTest();
beforeEach(() => {
  table = own();
});
afterAll(() => removeTemporaryFolders());

describe('a restored table', () => {
  test('equals the past at each second, whatever was done', async () => {
    const past: { readonly at: number; readonly content: Awaited<ReturnType<TableOfTest['contentOf']>> }[] = [];
    const acts: readonly (() => Promise<unknown>)[] = [
      () => table.put('a', 'red'),
      () => table.put('a', 'blue'),
      () =>
        table.dynamo.send(
          new UpdateItemCommand({
            TableName,
            Key: keyOf('a'),
            UpdateExpression: 'SET colour = :green',
            ExpressionAttributeValues: { ':green': { S: 'green' } },
          }),
        ),
      () =>
        table.dynamo.send(
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
      () => table.remove('b'),
      () => table.put('a', 'red again'),
      () => table.put('b', 'white').then(() => table.put('b', 'black')),
    ];
    for (const act of acts) {
      await act();
      past.push({ at: table.clock.now, content: await table.contentOf(TableName) });
      table.clock.now += 1000;
    }
    for (const [index, { at, content }] of past.entries()) {
      await table.restore(at, `restored-${index}`);
      expect([index, await table.contentOf(`restored-${index}`)]).toEqual([index, content]);
    }
  });

  test('has nothing of a write whose condition failed', async () => {
    await table.put('a', 'red');
    const at = table.clock.now;
    table.clock.now += 1000;
    const failed = table.put('a', 'blue', { ConditionExpression: 'attribute_not_exists(pk)' });
    await expect(failed).rejects.toMatchObject({ name: 'ConditionalCheckFailedException' });
    const now = await table.contentOf(TableName);
    await table.restore(at, 'before');
    await table.restore(table.clock.now, 'after');
    expect([await table.contentOf('before'), await table.contentOf('after')]).toEqual([now, now]);
  });

  test('is read by its index', async () => {
    await table.put('a', 'red');
    const at = table.clock.now;
    table.clock.now += 1000;
    await table.put('a', 'blue');
    await table.restore(at, 'restored');
    const byColour = async (colour: string) =>
      (
        await table.dynamo.send(
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
    for (let index = 0; index < 400; index += 1) await table.put(`${index}`, 'red');
    const at = table.clock.now;
    const then = await table.contentOf(TableName);
    table.clock.now += 1000;
    const writes = Array.from({ length: 200 }, (_, index) =>
      index % 2 ? table.put(`${index}`, 'blue') : table.remove(`${index}`),
    );
    const asked = table.ask({ RestoreDateTime: new Date(at) });
    const more = Array.from({ length: 200 }, (_, index) => table.put(`more ${index}`, 'blue'));
    await Promise.all([asked, ...writes, ...more]);
    await table.active('restored');
    expect(await table.contentOf('restored')).toEqual(then);
  });

  test('is without recovery and deletion by time, and says where it is from', async () => {
    await table.ask({ UseLatestRestorableTime: true });
    await table.active('restored');
    const { Table } = await table.dynamo.send(new DescribeTableCommand({ TableName: 'restored' }));
    expect(Table).toMatchObject({
      TableArn: expect.stringMatching(/:table\/restored$/),
      DeletionProtectionEnabled: false,
      BillingModeSummary: { BillingMode: 'PAY_PER_REQUEST' },
      RestoreSummary: { RestoreInProgress: false, SourceTableArn: expect.stringMatching(/:table\/things$/) },
      GlobalSecondaryIndexes: [{ IndexStatus: 'ACTIVE', IndexArn: expect.stringContaining('table/restored/index/') }],
    });
    const backups = await table.dynamo.send(new DescribeContinuousBackupsCommand({ TableName: 'restored' }));
    expect(backups.ContinuousBackupsDescription?.PointInTimeRecoveryDescription).toEqual({
      PointInTimeRecoveryStatus: 'DISABLED',
    });
    const gone = await table.dynamo.send(new DescribeTimeToLiveCommand({ TableName: 'restored' }));
    expect(gone.TimeToLiveDescription?.TimeToLiveStatus).toBe('DISABLED');
  });

  test('can be of a moment before the engine was started again, also when the clock went back', async () => {
    await table.put('a', 'red');
    const at = table.clock.now;
    const then = await table.contentOf(TableName);
    table.clock.now += 1000;
    await table.put('a', 'blue');
    await table.stop();
    table.clock.now = at - 500;
    await table.start();
    await table.remove('a');
    await table.restore(at, 'restored');
    expect(await table.contentOf('restored')).toEqual(then);
  });
});

describe('what can be restored', () => {
  const bounds = async () => {
    const { ContinuousBackupsDescription } = await table.dynamo.send(
      new DescribeContinuousBackupsCommand({ TableName }),
    );
    const { EarliestRestorableDateTime, LatestRestorableDateTime } =
      ContinuousBackupsDescription?.PointInTimeRecoveryDescription ?? {};
    return [EarliestRestorableDateTime?.getTime() ?? 0, LatestRestorableDateTime?.getTime() ?? 0] as const;
  };

  test('begins when recovery is switched on, and ends now', async () => {
    const [earliest, latest] = await bounds();
    expect(latest).toBe(table.clock.now);
    await expect(table.ask({ RestoreDateTime: new Date(earliest - 1) })).rejects.toMatchObject({
      name: 'InvalidRestoreTimeException',
    });
    await expect(table.ask({ RestoreDateTime: new Date(latest + 1) })).rejects.toMatchObject({
      name: 'InvalidRestoreTimeException',
    });
    await table.restore(earliest, 'restored');
  });

  test('is at most 35 days old', async () => {
    table.clock.now += 40 * 24 * 3_600_000;
    const [earliest] = await bounds();
    expect(table.clock.now - earliest).toBe(35 * 24 * 3_600_000);
  });

  test('begins anew when recovery was off for a while', async () => {
    await table.recover(false);
    await expect(table.ask({ UseLatestRestorableTime: true })).rejects.toMatchObject({
      name: 'PointInTimeRecoveryUnavailableException',
    });
    await table.put('a', 'red');
    const at = table.clock.now;
    table.clock.now += 1000;
    await table.recover(true);
    await expect(table.ask({ RestoreDateTime: new Date(at) })).rejects.toMatchObject({
      name: 'InvalidRestoreTimeException',
    });
  });

  test('becomes shorter when the old images are larger than their bound', async () => {
    await table.stop();
    await table.start(10_000);
    const [before] = await bounds();
    const wide = 'red '.repeat(100);
    for (let index = 0; index < 40; index += 1) {
      table.clock.now += 1000;
      await table.put('a', `${wide}${index}`);
    }
    while ((await bounds())[0] <= before) await table.put('a', wide);
    const [earliest] = await bounds();
    await expect(table.ask({ RestoreDateTime: new Date(earliest - 1) })).rejects.toMatchObject({
      name: 'InvalidRestoreTimeException',
    });
    await table.restore(earliest + 1000, 'restored');
    expect((await table.contentOf('restored')).items[0]).toMatch(/red \d+"/);
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
    await expect(table.ask({ UseLatestRestorableTime: true, ...input })).rejects.toMatchObject({ name });
  });

  test('while another fills the same table', async () => {
    for (let index = 0; index < 300; index += 1) await table.put(`${index}`, 'red');
    const answers = await Promise.allSettled([1, 2].map(() => table.ask({ UseLatestRestorableTime: true })));
    const [refused] = answers.filter((answer) => answer.status === 'rejected');
    expect(refused?.reason.name).toMatch(/^(TableInUseException|TableAlreadyExistsException)$/);
  });
});
