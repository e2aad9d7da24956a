import {
  DynamoDBClient,
  RestoreTableToPointInTimeCommand,
  UpdateContinuousBackupsCommand,
  UpdateTableCommand,
} from '@aws-sdk/client-dynamodb';
import { LambdaClient, ListEventSourceMappingsCommand } from '@aws-sdk/client-lambda';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { RunningCloud } from '../../local-cloud.ts';
import { removeTemporaryFolders } from '../temporary-folder.ts';
import { allow, credentialsOf, everything, region, role, startCallers, withRole } from './cloud-of-callers.ts';

/* What an operator does to tables and mappings, a function may not, unless its role says so. */

let cloud: RunningCloud;
let dynamo: DynamoDBClient;
let lambda: LambdaClient;

beforeAll(async () => {
  const queue = { 'Fn::GetAtt': ['Queue', 'Arn'] };
  const Feeding = {
    Type: 'AWS::Lambda::EventSourceMapping',
    Properties: { EventSourceArn: queue, FunctionName: { Ref: 'Worker' } },
  };
  const full = [...everything, allow(['sqs:DeleteMessage', 'sqs:GetQueueAttributes'], queue)];
  cloud = await startCallers({ Full: role('full', full), Worker: withRole('worker', 'Full'), Feeding });
  const of = { region, credentials: await credentialsOf(cloud, 'worker'), maxAttempts: 1 };
  dynamo = new DynamoDBClient({ ...of, endpoint: cloud.endpoints.DYNAMODB ?? '' });
  lambda = new LambdaClient({ ...of, endpoint: cloud.endpoints.LAMBDA ?? '' });
});
afterAll(async () => {
  dynamo?.destroy();
  lambda?.destroy();
  await cloud?.stop();
  removeTemporaryFolders();
});

const PointInTimeRecoverySpecification = { PointInTimeRecoveryEnabled: false };

test.each<[string, () => Promise<unknown>]>([
  [
    'dynamodb:RestoreTableToPointInTime',
    () =>
      dynamo.send(
        new RestoreTableToPointInTimeCommand({
          SourceTableName: 'things',
          TargetTableName: 'others',
          UseLatestRestorableTime: true,
        }),
      ),
  ],
  [
    'dynamodb:UpdateContinuousBackups',
    () => dynamo.send(new UpdateContinuousBackupsCommand({ TableName: 'things', PointInTimeRecoverySpecification })),
  ],
  [
    'dynamodb:UpdateTable',
    () => dynamo.send(new UpdateTableCommand({ TableName: 'things', DeletionProtectionEnabled: false })),
  ],
  ['lambda:ListEventSourceMappings', () => lambda.send(new ListEventSourceMappingsCommand({}))],
])('%s', async (action, call) => {
  await expect(call()).rejects.toMatchObject({
    name: 'AccessDeniedException',
    message: expect.stringContaining(`is not authorized to perform: ${action}`),
  });
});
