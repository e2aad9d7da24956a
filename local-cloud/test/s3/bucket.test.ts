import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { deflateRawSync } from 'node:zlib';
import {
  GetObjectCommand,
  ListObjectsV2Command,
  PutObjectCommand,
  type PutObjectCommandInput,
  S3Client,
} from '@aws-sdk/client-s3';
import { afterAll, afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { operatorCredentials } from '../../iam/caller.ts';
import type { HostRequest } from '../../kind.ts';
import { stopSharedServices } from '../../once-a-cloud.ts';
import { s3Kinds } from '../../s3/kinds.ts';
import { objectServerOf } from '../../s3/object-server.ts';
import { zipEntries } from '../../s3/zip-entries.ts';
import { aCloud, aRequest, make, type TestCloud } from '../cloudfront/a-cloud.ts';
import { removeTemporaryFolders } from '../temporary-folder.ts';

/* Long because a bucket is written by deployments, by programs and on conditions, and read in as many ways. */

afterAll(removeTemporaryFolders);

const DISTRIBUTION = 'arn:aws:cloudfront::111122223333:distribution/E1';
let cloud: TestCloud;
const assets: Record<string, string> = {};
beforeEach(() => {
  cloud = aCloud(assets);
});
afterEach(async () => {
  await stopSharedServices(cloud);
});

const client = () =>
  new S3Client({
    region: 'eu-west-2',
    endpoint: cloud.endpoints.get('S3') ?? '',
    credentials: operatorCredentials,
  });

/** @param statementsOf of its policy, by its arn; what the distribution may read unless said otherwise. */
async function aBucket(statementsOf?: (arn: string) => readonly object[], logicalId = 'Published') {
  const bucket = await make(s3Kinds, cloud, 'AWS::S3::Bucket', logicalId, {});
  const forDistribution = {
    Effect: 'Allow',
    Principal: { Service: 'cloudfront.amazonaws.com' },
    Action: 's3:GetObject',
    Resource: `${bucket.attributes.Arn}/*`,
    Condition: { StringEquals: { 'AWS:SourceArn': DISTRIBUTION } },
  };
  await make(s3Kinds, cloud, 'AWS::S3::BucketPolicy', 'Policy', {
    Bucket: bucket.ref,
    PolicyDocument: { Statement: statementsOf?.(String(bucket.attributes.Arn)) ?? [forDistribution] },
  });
  const host = cloud.hosts.get(String(bucket.attributes.RegionalDomainName));
  if (!host) throw new Error('a bucket is a host');
  const ask = (path: string, more: Partial<HostRequest> = {}) =>
    host(aRequest(path, { signedBy: DISTRIBUTION, ...more }));
  return { bucket, host, ask, forDistribution };
}

describe('a write on condition', () => {
  const put = (Bucket: string, Body: string, more: Partial<PutObjectCommandInput> = {}) =>
    client().send(new PutObjectCommand({ Bucket, Key: 'lines/friends/ledger/0.json', Body, ...more }));

  test('is taken if the object is the one that was seen, or if there is none, and else refused', async () => {
    const { bucket } = await aBucket();
    const first = await put(bucket.ref, 'one', { IfNoneMatch: '*' });
    await expect(put(bucket.ref, 'two', { IfNoneMatch: '*' })).rejects.toMatchObject({
      $metadata: { httpStatusCode: 412 },
    });
    const second = await put(bucket.ref, 'two', { IfMatch: first.ETag });
    expect(second.ETag).not.toBe(first.ETag);
    await expect(put(bucket.ref, 'three', { IfMatch: first.ETag })).rejects.toMatchObject({
      name: 'PreconditionFailed',
    });
    const read = await client().send(new GetObjectCommand({ Bucket: bucket.ref, Key: 'lines/friends/ledger/0.json' }));
    expect([await read.Body?.transformToString(), read.ETag]).toEqual(['two', second.ETag]);
  });

  test('of twenty at once that saw the same one is taken', async () => {
    const { bucket } = await aBucket();
    const { ETag } = await put(bucket.ref, 'seen');
    const all = await Promise.allSettled(
      Array.from({ length: 20 }, (_, n) => put(bucket.ref, `by ${n}`, { IfMatch: ETag })),
    );
    expect(all.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });
});

describe('a bucket', () => {
  test('takes what the SDK puts and gives it to the distribution', async () => {
    const { bucket, ask } = await aBucket();
    await client().send(
      new PutObjectCommand({
        Bucket: bucket.ref,
        Key: 'lines/friends 1/board.json',
        Body: '{"a":1}',
        ContentType: 'application/json',
        CacheControl: 'max-age=1',
      }),
    );
    const response = await ask('/lines/friends%201/board.json');
    expect(response).toMatchObject({
      status: 200,
      headers: {
        'content-type': 'application/json',
        'cache-control': 'max-age=1',
        'content-length': '7',
        etag: expect.stringMatching(/^"[0-9a-f]{32}"$/),
        'last-modified': expect.stringMatching(/GMT$/),
      },
    });
    expect(response.body.toString()).toBe('{"a":1}');
    const tag = response.headers.etag ?? '';
    expect(await ask('/lines/friends%201/board.json', { headers: { 'if-none-match': `W/${tag}` } })).toMatchObject({
      status: 304,
      headers: { etag: tag, 'cache-control': 'max-age=1' },
    });
    expect(await ask('/lines/friends%201/board.json', { method: 'HEAD' })).toMatchObject({
      status: 200,
      headers: { 'content-length': '7' },
      body: Buffer.alloc(0),
    });
  });

  test('is shut to everyone whom its policy does not name', async () => {
    const { bucket, host, ask } = await aBucket();
    (await objectServerOf(cloud)).write(bucket.ref, 'a', Buffer.from('a'), { contentType: 'text/plain' });
    const other = 'arn:aws:cloudfront::111122223333:distribution/E2';
    expect((await ask('/a')).status).toBe(200);
    expect((await host(aRequest('/a'))).status).toBe(403);
    expect((await ask('/a', { signedBy: other })).status).toBe(403);
    expect((await ask('/a', { method: 'PUT' })).status).toBe(405);
  });

  test('says AccessDenied for what is not there, and NoSuchKey to those who may list', async () => {
    const { ask, forDistribution } = await aBucket();
    const missing = await ask('/missing');
    expect(missing.status).toBe(403);
    expect(missing.body.toString()).toContain('<Code>AccessDenied</Code>');
    const mayList = (arn: string) => [
      { ...forDistribution, Action: ['s3:GetObject', 's3:ListBucket'], Resource: [arn, `${arn}/*`] },
    ];
    const listed = await aBucket(mayList, 'Listed');
    expect((await listed.ask('/missing')).body.toString()).toContain('<Code>NoSuchKey</Code>');
    expect((await ask('/%ff')).status).toBe(400);
  });

  test('one public object is read by anyone, and a Deny wins', async () => {
    const anyone = (arn: string) => ({
      Effect: 'Allow',
      Principal: '*',
      Action: 's3:GetObject',
      Resource: `${arn}/switch/fallback`,
    });
    const onlyTls = {
      Effect: 'Deny',
      Principal: { AWS: '*' },
      Action: 's3:*',
      Resource: '*',
      Condition: { Bool: { 'aws:SecureTransport': 'false' } },
    };
    const open = await aBucket((arn) => [anyone(arn), onlyTls], 'Open');
    const shut = await aBucket((arn) => [anyone(arn), { ...anyone(arn), Effect: 'Deny' }], 'Shut');
    const server = await objectServerOf(cloud);
    for (const [bucket, key] of [
      [open.bucket.ref, 'switch/fallback'],
      [open.bucket.ref, 'switch/other'],
      [shut.bucket.ref, 'switch/fallback'],
    ] as const)
      server.write(bucket, key, Buffer.from('x'), { contentType: 'text/plain' });
    expect((await open.host(aRequest('/switch/fallback'))).status).toBe(200);
    expect((await open.host(aRequest('/switch/other'))).status).toBe(403);
    expect((await shut.host(aRequest('/switch/fallback'))).status).toBe(403);
    const mood = (arn: string) => [{ ...anyone(arn), Condition: { StringEquals: { 'aws:Mood': 'good' } } }];
    await expect(aBucket(mood, 'Odd')).rejects.toThrow('the local cloud does not know the condition key aws:Mood');
  });

  test('keeps its name and its objects over a restart', async () => {
    const { bucket } = await aBucket();
    const put = new PutObjectCommand({ Bucket: bucket.ref, Key: 'a', Body: 'kept' });
    await client().send(put);
    await stopSharedServices(cloud);
    const again = await make(s3Kinds, cloud, 'AWS::S3::Bucket', 'Published', {});
    expect(again.ref).toBe(bucket.ref);
    expect(bucket.ref).toMatch(/^[a-z0-9][a-z0-9-]{1,61}[a-z0-9]$/);
    const got = await client().send(new GetObjectCommand({ Bucket: again.ref, Key: 'a' }));
    expect(await got.Body?.transformToString()).toBe('kept');
  });

  test('honours conditions on a write', async () => {
    const { bucket } = await aBucket();
    const put = (more: object) =>
      client().send(new PutObjectCommand({ Bucket: bucket.ref, Key: 'a', Body: 'x', ...more }));
    const { ETag } = await put({ IfNoneMatch: '*' });
    await expect(put({ IfNoneMatch: '*' })).rejects.toMatchObject({ name: 'PreconditionFailed' });
    await expect(put({ IfMatch: '"00000000000000000000000000000000"' })).rejects.toMatchObject({
      name: 'PreconditionFailed',
    });
    await put({ IfMatch: ETag });
  });
});

describe('a bucket deployment', () => {
  const deployment = (bucket: string, more: object = {}) =>
    make(s3Kinds, cloud, 'Custom::CDKBucketDeployment', 'Deployment', {
      ServiceToken: 'arn:aws:lambda:eu-west-2:111122223333:function:deploy',
      SourceBucketNames: ['cdk-assets'],
      SourceObjectKeys: ['sitehash.zip'],
      DestinationBucketName: bucket,
      ...more,
    });

  function folder(name: string, files: Readonly<Record<string, string>>) {
    const path = join(cloud.state, name);
    for (const [file, content] of Object.entries(files)) {
      mkdirSync(join(path, file, '..'), { recursive: true });
      writeFileSync(join(path, file), content);
    }
    return path;
  }

  test('brings files with markers filled in, types and headers; keeps what is unchanged; prunes; invalidates', async () => {
    const { bucket } = await aBucket();
    assets.sitehash = folder('site', { 'index.html': '<p>', 'assets/a.js': 'a()' });
    assets.confighash = folder('config', { 'config.json': '{"live":"https://<<marker:0xbaba:0>>"}' });
    const server = await objectServerOf(cloud);
    server.write(bucket.ref, 'old.html', Buffer.from('old'), { contentType: 'text/html' });
    const invalidated: (readonly string[])[] = [];
    cloud.registry.set('cloudfront:distribution:E1', {
      invalidate: (paths: readonly string[]) => invalidated.push(paths),
    });
    const properties = {
      SourceBucketNames: ['cdk-assets', 'cdk-assets'],
      SourceObjectKeys: ['sitehash.zip', 'confighash.zip'],
      SourceMarkers: [{}, { '<<marker:0xbaba:0>>': 'live.example.org' }],
      SystemMetadata: { 'cache-control': 'public, max-age=60' },
      DistributionId: 'E1',
      Prune: true,
    };
    const made = await deployment(bucket.ref, properties);
    expect(made.ref).toMatch(/^aws\.cdk\.s3deployment\./);
    expect(server.keys(bucket.ref, '')).toEqual(['assets/a.js', 'config.json', 'index.html']);
    expect(server.read(bucket.ref, 'config.json')).toMatchObject({
      body: Buffer.from('{"live":"https://live.example.org"}'),
      contentType: 'application/json',
      cacheControl: 'public, max-age=60',
    });
    expect(invalidated).toEqual([['/*']]);

    const before = server.read(bucket.ref, 'index.html')?.lastModified;
    await deployment(bucket.ref, properties);
    expect(server.read(bucket.ref, 'index.html')?.lastModified).toEqual(before);
    expect(cloud.logged.at(-1)).toContain('0 of 3 objects written');
  });

  test('prunes only below its prefix, only what it would have taken, and not when told not to', async () => {
    const { bucket } = await aBucket();
    assets.sitehash = folder('site', { 'a.js': '1', 'b.css': '2' });
    const server = await objectServerOf(cloud);
    for (const key of ['elsewhere.js', 'app/old.js', 'app/old.css']) {
      server.write(bucket.ref, key, Buffer.from('x'), { contentType: 'text/plain' });
    }
    await deployment(bucket.ref, { DestinationBucketKeyPrefix: 'app', Exclude: ['*.css'], Prune: 'false' });
    expect(server.keys(bucket.ref, '')).toEqual(['app/a.js', 'app/old.css', 'app/old.js', 'elsewhere.js']);
    await deployment(bucket.ref, { DestinationBucketKeyPrefix: '/app/', Exclude: ['*.css'], Prune: 'true' });
    expect(server.keys(bucket.ref, '')).toEqual(['app/a.js', 'app/old.css', 'elsewhere.js']);
  });

  test('unpacks an asset that is a zip file', async () => {
    const { bucket } = await aBucket();
    const path = join(cloud.state, 'asset.zip');
    writeFileSync(path, aZip({ 'a.txt': 'stored', 'deep/b.txt': 'deflated '.repeat(50) }));
    assets.sitehash = path;
    await deployment(bucket.ref);
    const server = await objectServerOf(cloud);
    expect(server.read(bucket.ref, 'deep/b.txt')?.body.toString()).toBe('deflated '.repeat(50));
    const listed = await client().send(new ListObjectsV2Command({ Bucket: bucket.ref }));
    expect(listed.Contents?.map(({ Key }) => Key)).toEqual(['a.txt', 'deep/b.txt']);
  });

  test('a file that is no zip says so', () => {
    expect(() => zipEntries(Buffer.from('not a zip'))).toThrow('no zip archive');
  });
});

/** A zip archive; short files are stored, long ones deflated. */
function aZip(files: Readonly<Record<string, string>>): Buffer {
  const locals: Buffer[] = [];
  const directory: Buffer[] = [];
  let at = 0;
  for (const [name, content] of Object.entries(files)) {
    const method = content.length > 100 ? 8 : 0;
    const data = method === 8 ? deflateRawSync(content) : Buffer.from(content);
    const local = Buffer.alloc(30);
    local.writeUInt32LE(0x04034b50, 0);
    local.writeUInt16LE(name.length, 26);
    const central = Buffer.alloc(46);
    central.writeUInt32LE(0x02014b50, 0);
    central.writeUInt16LE(method, 10);
    central.writeUInt32LE(data.length, 20);
    central.writeUInt16LE(name.length, 28);
    central.writeUInt32LE(at, 42);
    locals.push(local, Buffer.from(name), data);
    directory.push(central, Buffer.from(name));
    at += 30 + name.length + data.length;
  }
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(Object.keys(files).length, 10);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...locals, ...directory, end]);
}
