import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CloudFrontKeyValueStoreClient, DescribeKeyValueStoreCommand } from '@aws-sdk/client-cloudfront-keyvaluestore';
import '@aws-sdk/signature-v4a';
import { DynamoDBClient, GetItemCommand, PutItemCommand, QueryCommand } from '@aws-sdk/client-dynamodb';
import { InvokeCommand, LambdaClient } from '@aws-sdk/client-lambda';
import { GetObjectCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { GetSecretValueCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { SESv2Client, SendEmailCommand } from '@aws-sdk/client-sesv2';
import { SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { operatorCredentials } from '../../iam/caller.ts';
import type { UsageReport } from '../../iam/usage.ts';
import { knowLocalhost } from '../../lambda/local-lookup.ts';
import type { RunningCloud } from '../../local-cloud.ts';
import { removeTemporaryFolders, temporaryFolder } from '../temporary-folder.ts';
import {
  account,
  credentialsOf,
  everything,
  region,
  role,
  type Signer,
  startCallers,
  withRole,
} from './cloud-of-callers.ts';

let cloud: RunningCloud;
let allowed: Signer;
let bare: Signer;
const report = join(temporaryFolder(), 'report.txt');

beforeAll(async () => {
  knowLocalhost();
  cloud = await startCallers(
    {
      Full: role('full', everything),
      Empty: role('empty', []),
      Allowed: withRole('allowed', 'Full'),
      Bare: withRole('bare', 'Empty'),
      Other: withRole('other', 'Empty'),
    },
    { iamReport: report },
  );
  allowed = await credentialsOf(cloud, 'allowed');
  bare = await credentialsOf(cloud, 'bare');
});

afterAll(async () => {
  await cloud?.stop();
  removeTemporaryFolders();
});

const to = (service: string, credentials: Signer) => ({
  region,
  endpoint: cloud.endpoints[service] ?? '',
  credentials,
  maxAttempts: 1,
});
const output = (name: string) => cloud.outputs.Work?.[name] ?? '';
const pk = { S: 'a' };
const Destination = { ToAddresses: ['fan@example.com'] };
const Content = { Simple: { Subject: { Data: 'Hello' }, Body: { Text: { Data: 'you' } } } };

const s3 = (credentials: Signer) => new S3Client(to('S3', credentials));
const dynamo = (credentials: Signer) => new DynamoDBClient(to('DYNAMODB', credentials));

/** A call for each service, and its way to say no. */
const calls: readonly [
  action: string,
  resource: () => string,
  refusal: readonly [name: string, status: number],
  call: (credentials: Signer) => Promise<unknown>,
][] = [
  [
    'dynamodb:PutItem',
    () => `arn:aws:dynamodb:${region}:${account}:table/things`,
    ['AccessDeniedException', 400],
    (of) => dynamo(of).send(new PutItemCommand({ TableName: 'things', Item: { pk, sk: pk } })),
  ],
  [
    'dynamodb:Query',
    () => `arn:aws:dynamodb:${region}:${account}:table/things/index/by-sk`,
    ['AccessDeniedException', 400],
    (of) =>
      dynamo(of).send(
        new QueryCommand({
          TableName: 'things',
          IndexName: 'by-sk',
          KeyConditionExpression: 'sk = :sk',
          ExpressionAttributeValues: { ':sk': pk },
        }),
      ),
  ],
  [
    'sqs:sendmessage',
    () => `arn:aws:sqs:${region}:${account}:asks`,
    ['AccessDenied', 403],
    (of) =>
      new SQSClient(to('SQS', of)).send(new SendMessageCommand({ QueueUrl: output('QueueUrl'), MessageBody: 'a' })),
  ],
  [
    's3:PutObject',
    () => '"arn:aws:s3:::files-of-callers/files/a.json"',
    ['AccessDenied', 403],
    (of) => s3(of).send(new PutObjectCommand({ Bucket: 'files-of-callers', Key: 'files/a.json', Body: '{}' })),
  ],
  [
    'secretsmanager:GetSecretValue',
    () => output('SecretArn'),
    ['AccessDeniedException', 400],
    (of) =>
      new SecretsManagerClient(to('SECRETS_MANAGER', of)).send(
        new GetSecretValueCommand({ SecretId: output('SecretArn') }),
      ),
  ],
  [
    'cloudfront-keyvaluestore:DescribeKeyValueStore',
    () => output('ValuesArn'),
    ['AccessDeniedException', 403],
    (of) =>
      new CloudFrontKeyValueStoreClient(to('CLOUDFRONT_KEYVALUESTORE', of)).send(
        new DescribeKeyValueStoreCommand({ KvsARN: output('ValuesArn') }),
      ),
  ],
  [
    'lambda:InvokeFunction',
    () => `arn:aws:lambda:${region}:${account}:function:other`,
    ['AccessDeniedException', 403],
    (of) => new LambdaClient(to('LAMBDA', of)).send(new InvokeCommand({ FunctionName: 'other' })),
  ],
];

const failureOf = async (asked: Promise<unknown>) => {
  try {
    await asked;
  } catch (error) {
    const { name, message, $metadata } = error as Error & { $metadata?: { httpStatusCode?: number } };
    return { name, message, status: $metadata?.httpStatusCode };
  }
  throw new Error('It was not refused.');
};

describe('a function', () => {
  test.each(calls)(
    'is let do %s by its role, and without it refused in the words of the service',
    async (action, resource, [name, status], call) => {
      await call(allowed);
      expect(await failureOf(call(bare))).toEqual({
        name,
        status,
        message:
          `User: arn:aws:sts::${account}:assumed-role/empty/bare is not authorized to perform: ${action} ` +
          `on resource: ${resource()} because no identity-based policy allows the ${action} action`,
      });
    },
  );

  test('may send mail by its role, and SES has words of its own', async () => {
    const send = (of: Signer) =>
      new SESv2Client(to('SESV2', of)).send(
        new SendEmailCommand({ FromEmailAddress: 'box@example.org', Destination, Content }),
      );
    await send(allowed);
    expect(await failureOf(send(bare))).toEqual({
      name: 'AccessDeniedException',
      status: 403,
      message:
        `User \`arn:aws:sts::${account}:assumed-role/empty/bare' is not authorized to perform ` +
        `\`ses:SendEmail' on resource \`arn:aws:ses:${region}:${account}:identity/example.org'`,
    });
  });

  test('hears that an object is not there only if it may list the bucket', async () => {
    const read = (of: Signer) =>
      s3(of).send(new GetObjectCommand({ Bucket: 'files-of-callers', Key: 'files/no.json' }));
    expect(await failureOf(read(allowed))).toMatchObject({
      name: 'AccessDenied',
      status: 403,
      message: 'Access Denied',
    });
    expect(await failureOf(read(operatorCredentials))).toMatchObject({ name: 'NoSuchKey', status: 404 });
  });

  test('may do only what is named: another table, another key, another action', async () => {
    const get = (table: string) => dynamo(allowed).send(new GetItemCommand({ TableName: table, Key: { pk, sk: pk } }));
    await get('things');
    expect((await failureOf(get('thing'))).message).toContain('dynamodb:GetItem on resource');
    const put = s3(allowed).send(new PutObjectCommand({ Bucket: 'files-of-callers', Key: 'other/a.json', Body: '{}' }));
    expect(await failureOf(put)).toMatchObject({ name: 'AccessDenied' });
  });
});

describe('a caller', () => {
  const read = (credentials: Signer) =>
    dynamo(credentials).send(new GetItemCommand({ TableName: 'things', Key: { pk, sk: pk } }));

  test('whom nobody knows is refused, and so is a key without its token', async () => {
    const foreign = { accessKeyId: 'AKIAFOREIGN', secretAccessKey: 'x' };
    const { accessKeyId, secretAccessKey } = allowed;
    for (const credentials of [foreign, { accessKeyId, secretAccessKey }]) {
      expect(await failureOf(read(credentials))).toEqual({
        name: 'UnrecognizedClientException',
        status: 400,
        message: 'The security token included in the request is invalid.',
      });
    }
    const put = s3(foreign).send(new PutObjectCommand({ Bucket: 'files-of-callers', Key: 'files/a', Body: 'a' }));
    expect(await failureOf(put)).toMatchObject({ name: 'InvalidAccessKeyId', status: 403 });
    const send = new SQSClient(to('SQS', foreign)).send(
      new SendMessageCommand({ QueueUrl: output('QueueUrl'), MessageBody: 'a' }),
    );
    expect(await failureOf(send)).toMatchObject({ name: 'InvalidClientTokenId', status: 403 });
  });

  test('who does not sign is refused', async () => {
    const asked = async (service: string, target: string) => {
      const headers = { 'x-amz-target': target, 'content-type': 'application/x-amz-json-1.0' };
      const response = await fetch(cloud.endpoints[service] ?? '', { method: 'POST', headers, body: '{}' });
      return await response.text();
    };
    expect(await asked('DYNAMODB', 'DynamoDB_20120810.ListTables')).toContain('MissingAuthenticationToken');
    expect(await asked('SQS', 'AmazonSQS.ListQueues')).toContain('MissingAuthenticationToken');
    const object = await fetch(`${cloud.endpoints.S3}/files-of-callers/files/a.json`);
    expect([object.status, await object.text()]).toEqual([403, expect.stringContaining('<Code>AccessDenied</Code>')]);
  });
});

test('the report says what was needed, what nothing needed, and what was refused', async () => {
  const page = new URL('/iam.json', cloud.endpoints.LAMBDA);
  const { functions, refused } = (await (await fetch(page)).json()) as UsageReport;
  const full = functions.find(({ name }) => name === 'Allowed');
  expect(full?.used).toContainEqual({ action: 'sqs:SendMessage', resource: `arn:aws:sqs:${region}:${account}:asks` });
  expect(full?.unused.map(({ action }) => action)).toEqual(['sqs:ReceiveMessage', 'ssm:GetParameter']);
  expect(refused).toContainEqual(expect.objectContaining({ caller: 'Bare', action: 'dynamodb:PutItem', times: 1 }));
  await cloud.stop();
  const text = readFileSync(report, 'utf8');
  expect(text).toContain(`Allowed\n  sqs:ReceiveMessage on arn:aws:sqs:${region}:${account}:asks\n`);
  expect(text).toContain('  Bare (1): User: arn:aws:sts');
});
