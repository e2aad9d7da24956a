import {
  DeleteTableCommand,
  DescribeContinuousBackupsCommand,
  DescribeTableCommand,
  DescribeTimeToLiveCommand,
  DynamoDBClient,
  ListTagsOfResourceCommand,
  TagResourceCommand,
  UpdateTableCommand,
  UpdateTimeToLiveCommand,
} from '@aws-sdk/client-dynamodb';
import { afterAll, beforeEach, describe, expect, test } from '@jest/globals';
import { operatorCredentials } from '../../iam/caller.ts';
import { startLocalCloud } from '../../local-cloud.ts';
import { removeTemporaryFolders, temporaryFolder } from '../temporary-folder.ts';
import { writtenAssembly } from '../written-assembly.ts';
import { TableName, type TableOfTest, tableOfEachTest } from './table-of-test.ts';

afterAll(() => removeTemporaryFolders());

const described = async (dynamo: DynamoDBClient, name = TableName) => {
  const { Table } = await dynamo.send(new DescribeTableCommand({ TableName: name }));
  const { ReadUnitsPerSecond, WriteUnitsPerSecond } = Table?.WarmThroughput ?? {};
  return { isProtected: Table?.DeletionProtectionEnabled, warmth: [ReadUnitsPerSecond, WriteUnitsPerSecond] };
};
const goesBy = async (dynamo: DynamoDBClient, name = TableName) =>
  (await dynamo.send(new DescribeTimeToLiveCommand({ TableName: name }))).TimeToLiveDescription;

describe('a table', () => {
  let table: TableOfTest;
  const own = tableOfEachTest();
  beforeEach(() => {
    table = own();
  });
  const update = (input: object) => table.dynamo.send(new UpdateTableCommand({ TableName, ...input }));

  test('that is protected is not deleted, until it is not', async () => {
    const remove = () => table.dynamo.send(new DeleteTableCommand({ TableName }));
    await update({ DeletionProtectionEnabled: true });
    expect(await described(table.dynamo)).toMatchObject({ isProtected: true });
    await expect(remove()).rejects.toMatchObject({
      name: 'ValidationException',
      message: expect.stringContaining('protected against deletion'),
    });
    await update({ DeletionProtectionEnabled: false });
    await remove();
    await expect(update({ DeletionProtectionEnabled: true })).rejects.toMatchObject({
      name: 'ResourceNotFoundException',
    });
  });

  test('becomes warmer and never less warm', async () => {
    await update({ WarmThroughput: { ReadUnitsPerSecond: 20_000, WriteUnitsPerSecond: 5000 } });
    expect((await described(table.dynamo)).warmth).toEqual([20_000, 5000]);
    await expect(update({ WarmThroughput: { WriteUnitsPerSecond: 4000 } })).rejects.toMatchObject({
      name: 'ValidationException',
    });
  });

  test('has one attribute by which items go', async () => {
    const turn = (Enabled: boolean, AttributeName = 'ttl') =>
      table.dynamo.send(
        new UpdateTimeToLiveCommand({ TableName, TimeToLiveSpecification: { Enabled, AttributeName } }),
      );
    await expect(turn(false)).rejects.toMatchObject({ message: 'TimeToLive is already disabled' });
    await turn(true);
    expect(await goesBy(table.dynamo)).toEqual({ TimeToLiveStatus: 'ENABLED', AttributeName: 'ttl' });
    await expect(turn(true, 'other')).rejects.toMatchObject({ message: 'TimeToLive is already enabled' });
    await turn(false);
    expect(await goesBy(table.dynamo)).toEqual({ TimeToLiveStatus: 'DISABLED' });
  });

  test('that is restored has no protection, no tags and the usual warmth', async () => {
    await update({ DeletionProtectionEnabled: true, WarmThroughput: { ReadUnitsPerSecond: 20_000 } });
    const { Table } = await table.dynamo.send(new DescribeTableCommand({ TableName }));
    const Tags = [{ Key: 'colour', Value: 'red' }];
    await table.dynamo.send(new TagResourceCommand({ ResourceArn: Table?.TableArn, Tags }));
    await table.restore(table.clock.now, 'restored');
    expect(await described(table.dynamo, 'restored')).toEqual({ isProtected: false, warmth: [12_000, 4000] });
    const ResourceArn = Table?.TableArn?.replace('things', 'restored');
    expect((await table.dynamo.send(new ListTagsOfResourceCommand({ ResourceArn }))).Tags).toEqual([]);
  });
});

test('a start gives tables what the templates say', async () => {
  const keys = {
    KeySchema: [{ AttributeName: 'pk', KeyType: 'HASH' }],
    AttributeDefinitions: [{ AttributeName: 'pk', AttributeType: 'S' }],
    BillingMode: 'PAY_PER_REQUEST',
  };
  const recovery = { PointInTimeRecoveryEnabled: true, RecoveryPeriodInDays: 7 };
  const own = { PointInTimeRecoverySpecification: recovery, DeletionProtectionEnabled: true };
  const more = {
    TimeToLiveSpecification: { Enabled: true, AttributeName: 'ttl' },
    WarmThroughput: { ReadUnitsPerSecond: 15_000, WriteUnitsPerSecond: 4000 },
  };
  const Resources = {
    Own: { Type: 'AWS::DynamoDB::Table', Properties: { TableName: 'own', ...keys, ...own, ...more } },
    Global: {
      Type: 'AWS::DynamoDB::GlobalTable',
      Properties: { TableName: 'global', ...keys, ...more, Replicas: [{ Region: 'eu-west-2', ...own }] },
    },
    Bare: { Type: 'AWS::DynamoDB::Table', Properties: { TableName: 'bare', ...keys } },
  };
  const assembly = writtenAssembly({ Data: { template: { Resources } } });
  const state = temporaryFolder();
  // The second start finds all as it is.
  await (await startLocalCloud({ assembly, state })).stop();
  const cloud = await startLocalCloud({ assembly, state });
  const endpoint = cloud.endpoints.DYNAMODB ?? '';
  const dynamo = new DynamoDBClient({ region: 'eu-west-2', endpoint, credentials: operatorCredentials });
  const recoveryOf = async (name: string) => {
    const backups = await dynamo.send(new DescribeContinuousBackupsCommand({ TableName: name }));
    return backups.ContinuousBackupsDescription?.PointInTimeRecoveryDescription;
  };
  for (const name of ['own', 'global']) {
    expect(await recoveryOf(name)).toMatchObject({ PointInTimeRecoveryStatus: 'ENABLED', RecoveryPeriodInDays: 7 });
    expect(await described(dynamo, name)).toEqual({ isProtected: true, warmth: [15_000, 4000] });
    expect(await goesBy(dynamo, name)).toEqual({ TimeToLiveStatus: 'ENABLED', AttributeName: 'ttl' });
  }
  expect(await recoveryOf('bare')).toEqual({ PointInTimeRecoveryStatus: 'DISABLED' });
  expect(await described(dynamo, 'bare')).toMatchObject({ isProtected: false });
  dynamo.destroy();
  await cloud.stop();
});
