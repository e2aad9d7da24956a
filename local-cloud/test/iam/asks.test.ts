import { createServer } from 'node:http';
import { describe, expect, test } from '@jest/globals';
import { dynamoAsks } from '../../dynamodb/asks.ts';
import { gatedEngine } from '../../dynamodb/gated-engine.ts';
import { close, listen } from '../../http/listener.ts';
import { Gate } from '../../iam/gate.ts';
import { OpenBook } from '../../iam/policy-book.ts';
import { objectAsks, readIn } from '../../s3/asks.ts';

/* What a call must be allowed, by the pages of each service in AWS's Service Authorization Reference. */

const account = '111122223333';
const table = `arn:aws:dynamodb:eu-west-2:${account}:table/`;

describe('DynamoDB asks', () => {
  const asked = (action: string, input: unknown) =>
    dynamoAsks(action, input, 'eu-west-2', account).map(({ action: each, resource }) => `${each} ${resource}`);

  test.each<[string, unknown, readonly string[]]>([
    ['GetItem', { TableName: 'a' }, [`dynamodb:GetItem ${table}a`]],
    ['GetItem', { TableName: `${table}a` }, [`dynamodb:GetItem ${table}a`]],
    ['Query', { TableName: 'a', IndexName: 'by-b' }, [`dynamodb:Query ${table}a/index/by-b`]],
    [
      'BatchGetItem',
      { RequestItems: { a: {}, b: {} } },
      [`dynamodb:BatchGetItem ${table}a`, `dynamodb:BatchGetItem ${table}b`],
    ],
    [
      'TransactWriteItems',
      {
        TransactItems: [
          { Put: { TableName: 'a' } },
          { Update: { TableName: 'a' } },
          { Delete: { TableName: 'b' } },
          { ConditionCheck: { TableName: 'c' } },
        ],
      },
      [
        `dynamodb:PutItem ${table}a`,
        `dynamodb:UpdateItem ${table}a`,
        `dynamodb:DeleteItem ${table}b`,
        `dynamodb:ConditionCheckItem ${table}c`,
      ],
    ],
    ['TransactGetItems', { TransactItems: [{ Get: { TableName: 'a' } }] }, [`dynamodb:GetItem ${table}a`]],
    ['ListTables', {}, ['dynamodb:ListTables *']],
    ['TagResource', { ResourceArn: `${table}a` }, [`dynamodb:TagResource ${table}a`]],
    [
      'RestoreTableToPointInTime',
      { SourceTableName: 'a', TargetTableName: 'b' },
      [
        `dynamodb:RestoreTableToPointInTime ${table}a`,
        ...['BatchWriteItem', 'DeleteItem', 'GetItem', 'PutItem', 'Query', 'Scan', 'UpdateItem'].map(
          (each) => `dynamodb:${each} ${table}b`,
        ),
      ],
    ],
    ['PutItem', undefined, ['dynamodb:PutItem *']],
  ])('for %s %j', (action, input, wanted) => expect(asked(action, input)).toEqual(wanted));
});

describe('S3 asks', () => {
  const bucket = 'arn:aws:s3:::b';
  const asked = (method: string, url: string, headers = {}, body?: unknown) =>
    objectAsks({ method, url, headers, body }).map(({ action, resource }) => `${action} ${resource}`);

  test.each<[string, string, object, readonly string[]]>([
    ['GET', '/b/a/c.json?x-id=GetObject', {}, [`s3:GetObject ${bucket}/a/c.json`]],
    ['HEAD', '/b/a%20c', {}, [`s3:GetObject ${bucket}/a c`]],
    ['GET', '/b/a?versionId=1', {}, [`s3:GetObjectVersion ${bucket}/a`]],
    ['GET', '/b/a?tagging', {}, [`s3:GetObjectTagging ${bucket}/a`]],
    ['PUT', '/b/a', { 'if-none-match': '*' }, [`s3:PutObject ${bucket}/a`]],
    ['PUT', '/b/a', { 'if-match': '"1"' }, [`s3:PutObject ${bucket}/a`, `s3:GetObject ${bucket}/a`]],
    [
      'PUT',
      '/b/a',
      { 'x-amz-copy-source': '/c/d?versionId=1' },
      [`s3:PutObject ${bucket}/a`, 's3:GetObjectVersion arn:aws:s3:::c/d'],
    ],
    ['POST', '/b/a?uploads', {}, [`s3:PutObject ${bucket}/a`]],
    ['DELETE', '/b/a', {}, [`s3:DeleteObject ${bucket}/a`]],
    ['DELETE', '/b/a?uploadId=1', {}, [`s3:AbortMultipartUpload ${bucket}/a`]],
    ['GET', '/b?list-type=2', {}, [`s3:ListBucket ${bucket}`]],
    ['HEAD', '/b', {}, [`s3:ListBucket ${bucket}`]],
    ['GET', '/b?policy', {}, [`s3:GetBucketPolicy ${bucket}`]],
    ['PUT', '/b', {}, [`s3:CreateBucket ${bucket}`]],
    ['GET', '/', {}, ['s3:ListAllMyBuckets *']],
  ])('for %s %s %j', (method, url, headers, wanted) => expect(asked(method, url, headers)).toEqual(wanted));

  test('for each object that is deleted with others', () => {
    const body = Buffer.from('<Delete><Object><Key>a</Key></Object><Object><Key>b</Key></Object></Delete>');
    expect(asked('POST', '/b?delete', {}, body)).toEqual([
      `s3:DeleteObject ${bucket}/a`,
      `s3:DeleteObject ${bucket}/b`,
    ]);
  });

  test('and a read is one of a whole object', () => {
    expect(readIn({ method: 'GET', url: '/b/a?x-id=GetObject', headers: {} })).toEqual({ bucket: 'b', key: 'a' });
    expect(readIn({ method: 'GET', url: '/b/a?tagging', headers: {} })).toBeUndefined();
    expect(readIn({ method: 'PUT', url: '/b/a', headers: {} })).toBeUndefined();
  });
});

test('an engine that is a program of its own hears nothing of what is refused', async () => {
  const heard: string[] = [];
  const engine = createServer((request, response) => {
    heard.push(String(request.headers['x-amz-target']));
    request.resume().on('end', () => response.end('{"said":"by the engine"}'));
  });
  const url = `http://127.0.0.1:${await listen(engine, 0)}`;
  const book = new OpenBook(account);
  const key = book.addFunction({ name: 'f', label: 'F', role: `arn:aws:iam::${account}:role/f`, runs: true });
  const gated = await gatedEngine(
    { url, stop: () => close(engine) },
    new Gate('enforce', book, () => undefined),
    account,
    0,
    { onChange: () => undefined, hear: () => undefined },
  );
  const asked = async (id: string, token: string) => {
    const authorization = `AWS4-HMAC-SHA256 Credential=${id}/20260101/eu-west-2/dynamodb/aws4_request`;
    const headers = { authorization, 'x-amz-security-token': token, 'x-amz-target': 'DynamoDB_20120810.GetItem' };
    const answer = await fetch(gated.url, { method: 'POST', headers, body: '{"TableName":"a"}' });
    return [answer.status, await answer.text()];
  };
  expect(await asked('local', '')).toEqual([200, '{"said":"by the engine"}']);
  expect(await asked(key.id, key.token)).toEqual([
    400,
    expect.stringContaining(`dynamodb:GetItem on resource: ${table}a`),
  ]);
  expect(heard).toHaveLength(1);
  await gated.stop();
});
