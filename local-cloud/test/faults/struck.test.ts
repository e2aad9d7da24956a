import { CloudWatchClient, GetMetricDataCommand } from '@aws-sdk/client-cloudwatch';
import { DynamoDBClient, GetItemCommand } from '@aws-sdk/client-dynamodb';
import { InvokeCommand, LambdaClient } from '@aws-sdk/client-lambda';
import { GetObjectCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { GetSecretValueCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { DeleteMessageCommand, ReceiveMessageCommand, SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import { operatorCredentials } from '../../iam/caller.ts';
import type { RunningCloud } from '../../local-cloud.ts';
import { region, role, startCallers } from '../iam/cloud-of-callers.ts';
import { removeTemporaryFolders } from '../temporary-folder.ts';
import { functionOf } from '../written-assembly.ts';

/* Each fault of `PUT /faults.json`, as whoever calls the service meets it. */

const inline = `const { writeFileSync } = require('node:fs');
const made = Date.now;
exports.handler = async ({ file, wait = 0 }) => {
  await new Promise((resolve) => setTimeout(resolve, wait));
  if (file) writeFileSync(file, '');
  return { now: made(), date: new Date().getTime(), isDate: new Date(0) instanceof Date, ofOne: new Date(5).getTime() };
};`;

let cloud: RunningCloud;
const clients: { destroy(): void }[] = [];
const kept = <Client extends { destroy(): void }>(client: Client): Client => {
  clients.push(client);
  return client;
};
const at = (service: string) => ({
  region,
  endpoint: cloud.endpoints[service] ?? '',
  credentials: operatorCredentials,
  maxAttempts: 1,
});
const put = async (...faults: readonly object[]): Promise<void> => {
  const body = JSON.stringify(faults.map((fault) => ({ ms: 60_000, name: '', ...fault })));
  const answer = await fetch(new URL('/faults.json', cloud.endpoints.LAMBDA), { method: 'PUT', body });
  expect([answer.status, await answer.text()]).toEqual([200, expect.any(String)]);
};

beforeAll(async () => {
  cloud = await startCallers({
    May: role('may', []),
    Work: functionOf('', {
      FunctionName: 'work',
      Code: { ZipFile: inline },
      Role: { 'Fn::GetAtt': ['May', 'Arn'] },
    }),
  });
});
afterEach(() => put());
afterAll(async () => {
  for (const client of clients) client.destroy();
  await cloud.stop();
  removeTemporaryFolders();
});

const invoke = async (payload: object = {}) => {
  const client = kept(new LambdaClient(at('LAMBDA')));
  const { Payload, FunctionError } = await client.send(
    new InvokeCommand({ FunctionName: 'work', Payload: JSON.stringify(payload) }),
  );
  return { failed: FunctionError !== undefined, ...JSON.parse(Payload?.transformToString() ?? '{}') };
};

test('a function is killed', async () => {
  await put({ is: 'function-killed', byMs: 0 });
  const killed = { failed: true, errorMessage: expect.stringContaining('signal: killed') };
  expect(await invoke({ wait: 20_000 })).toMatchObject(killed);
  await put();
  expect(await invoke()).toMatchObject({ failed: false });
});

test('a function has a clock that is wrong, loaded or not, and the right one again', async () => {
  const offBy = ({ now, date }: { now: number; date: number }) =>
    [now, date].map((one) => 10 * Math.round((one - Date.now()) / 10_000) + 0);
  await invoke();
  await put({ is: 'function-clock-off', byMs: -90_000 });
  const off = await invoke();
  expect([offBy(off), off.isDate, off.ofOne]).toEqual([[-90, -90], true, 5]);
  await put({ is: 'function-replaced' }, { is: 'function-clock-off', byMs: 40_000 });
  expect(offBy(await invoke())).toEqual([40, 40]);
  await put();
  expect(offBy(await invoke())).toEqual([0, 0]);
});

test('a function has no room for a file', async () => {
  await put({ is: 'function-disk-full' });
  const asked = { file: '/tmp/of-a-function-that-may-not' };
  expect(await invoke(asked)).toMatchObject({ failed: true, errorMessage: expect.stringContaining('ENOSPC') });
});

test('a table turns calls away, and CloudWatch is told', async () => {
  const read = () =>
    kept(new DynamoDBClient(at('DYNAMODB'))).send(
      new GetItemCommand({ TableName: 'things', Key: { pk: { S: 'a' }, sk: { S: 'a' } } }),
    );
  await read();
  await put({ is: 'table-throttled', name: 'things' });
  await expect(read()).rejects.toThrow('Throughput exceeds');
  await put();
  await read();
  const Dimensions = [{ Name: 'TableName', Value: 'things' }];
  const { MetricDataResults = [] } = await kept(new CloudWatchClient(at('CLOUDWATCH'))).send(
    new GetMetricDataCommand({
      StartTime: new Date(Date.now() - 600_000),
      EndTime: new Date(Date.now() + 60_000),
      MetricDataQueries: [
        {
          Id: 'one',
          MetricStat: {
            Metric: { Namespace: 'AWS/DynamoDB', MetricName: 'ReadThrottleEvents', Dimensions },
            Period: 60,
            Stat: 'Sum',
          },
        },
      ],
    }),
  );
  expect(MetricDataResults[0]?.Values).toEqual([1]);
});

test('a bucket refuses, and lags', async () => {
  const s3 = kept(new S3Client({ ...at('S3'), forcePathStyle: true }));
  const file = { Bucket: 'files-of-callers', Key: 'files/a' };
  await s3.send(new PutObjectCommand({ ...file, Body: 'a' }));
  await put({ is: 'bucket-refuses', name: 'files', oneOf: 1 });
  await expect(s3.send(new GetObjectCommand(file))).rejects.toThrow('reduce your request rate');
  await put({ is: 'bucket-lags', name: 'files', byMs: 300 });
  const began = performance.now();
  await s3.send(new GetObjectCommand(file));
  expect(performance.now() - began).toBeGreaterThan(290);
});

test('a queue delays, and delivers twice', async () => {
  const sqs = kept(new SQSClient(at('SQS')));
  const QueueUrl = cloud.outputs.Work?.QueueUrl ?? '';
  const receive = async (WaitTimeSeconds: number) =>
    (await sqs.send(new ReceiveMessageCommand({ QueueUrl, WaitTimeSeconds, VisibilityTimeout: 1 }))).Messages?.[0];
  await put({ is: 'queue-delays', byMs: 1000 }, { is: 'queue-doubles' });
  await sqs.send(new SendMessageCommand({ QueueUrl, MessageBody: 'once' }));
  expect(await receive(0)).toBeUndefined();
  for (const time of ['first', 'second']) {
    const message = await receive(10);
    expect([time, message?.Body]).toEqual([time, 'once']);
    await sqs.send(new DeleteMessageCommand({ QueueUrl, ReceiptHandle: message?.ReceiptHandle }));
  }
  expect(await receive(2)).toBeUndefined();
});

test('a secret cannot be read', async () => {
  const read = () =>
    kept(new SecretsManagerClient(at('SECRETS_MANAGER'))).send(new GetSecretValueCommand({ SecretId: 'word' }));
  await put({ is: 'secret-unreadable' });
  await expect(read()).rejects.toThrow('on the server side');
  await put();
  expect((await read()).SecretString).toBe('sesame');
});
