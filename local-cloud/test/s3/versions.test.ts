import {
  CopyObjectCommand,
  DeleteObjectCommand,
  GetObjectCommand,
  HeadObjectCommand,
  ListObjectVersionsCommand,
  PutObjectCommand,
  S3Client,
} from '@aws-sdk/client-s3';
import { afterAll, afterEach, beforeEach, expect, test } from '@jest/globals';
import { operatorCredentials } from '../../iam/caller.ts';
import { stopSharedServices } from '../../once-a-cloud.ts';
import { s3Kinds } from '../../s3/kinds.ts';
import { objectServerOf } from '../../s3/object-server.ts';
import { aCloud, make, type TestCloud } from '../cloudfront/a-cloud.ts';
import { removeTemporaryFolders } from '../temporary-folder.ts';

afterAll(removeTemporaryFolders);

let cloud: TestCloud;
let Bucket: string;
beforeEach(async () => {
  cloud = aCloud();
  Bucket = await aBucket();
});
afterEach(() => stopSharedServices(cloud));

async function aBucket(properties: object = { VersioningConfiguration: { Status: 'Enabled' } }, id = 'Kept') {
  return String((await make(s3Kinds, cloud, 'AWS::S3::Bucket', id, properties as never)).ref);
}

const client = () =>
  new S3Client({
    region: 'eu-west-2',
    endpoint: cloud.endpoints.get('S3') ?? '',
    credentials: operatorCredentials,
  });

const put = (Key: string, Body: string, more: object = {}) =>
  client().send(new PutObjectCommand({ Bucket, Key, Body, ...more }));
const remove = (Key: string) => client().send(new DeleteObjectCommand({ Bucket, Key }));
const list = async (more: object = {}) => {
  const found = await client().send(new ListObjectVersionsCommand({ Bucket, ...more }));
  return { ...found, versions: found.Versions ?? [], markers: found.DeleteMarkers ?? [] };
};

test('every write and every deletion is a version, the newest first', async () => {
  await put('a & b.txt', 'one');
  await put('a & b.txt', 'second');
  await remove('a & b.txt');
  await put('z.txt', 'z');
  const { versions, markers } = await list();
  expect(versions.map(({ Key, Size, IsLatest }) => [Key, Size, IsLatest])).toEqual([
    ['a & b.txt', 6, false],
    ['a & b.txt', 3, false],
    ['z.txt', 1, true],
  ]);
  expect(markers.map(({ Key, IsLatest }) => [Key, IsLatest])).toEqual([['a & b.txt', true]]);
  expect(versions.every(({ LastModified }) => LastModified?.getMilliseconds() === 0)).toBe(true);
});

test('a version is read, and copied with its headers, though the object is gone', async () => {
  await put('page.html', 'as it was', {
    ContentType: 'text/html',
    CacheControl: 'no-cache',
    Metadata: { by: 'us' },
  });
  await put('page.html', 'defaced', { ContentType: 'text/plain' });
  await remove('page.html');
  const [, { VersionId } = {}] = (await list()).versions;
  const read = await client().send(new GetObjectCommand({ Bucket, Key: 'page.html', VersionId }));
  expect(await read.Body?.transformToString()).toBe('as it was');
  await client().send(
    new CopyObjectCommand({ Bucket, Key: 'page.html', CopySource: `${Bucket}/page.html?versionId=${VersionId}` }),
  );
  const now = await client().send(new GetObjectCommand({ Bucket, Key: 'page.html' }));
  expect(await now.Body?.transformToString()).toBe('as it was');
  expect(now).toMatchObject({ ContentType: 'text/html', CacheControl: 'no-cache', Metadata: { by: 'us' } });
  expect((await list()).versions).toHaveLength(3);
});

test('a deletion is no object to read or copy, and no version is destroyed', async () => {
  await put('page.html', 'there');
  await remove('page.html');
  const { VersionId } = (await list()).markers[0] ?? {};
  const read = client().send(new GetObjectCommand({ Bucket, Key: 'page.html', VersionId }));
  await expect(read).rejects.toMatchObject({ name: 'MethodNotAllowed' });
  const copy = new CopyObjectCommand({
    Bucket,
    Key: 'page.html',
    CopySource: `${Bucket}/page.html?versionId=${VersionId}`,
  });
  await expect(client().send(copy)).rejects.toMatchObject({ name: 'InvalidRequest' });
  const unknown = new GetObjectCommand({ Bucket, Key: 'page.html', VersionId: 'of-nothing' });
  await expect(client().send(unknown)).rejects.toMatchObject({ name: 'NoSuchVersion' });
  const destroy = client().send(new DeleteObjectCommand({ Bucket, Key: 'page.html', VersionId }));
  await expect(destroy).rejects.toMatchObject({ name: 'NotImplemented' });
});

test('a list goes on where a page of it ended, within a key as well', async () => {
  for (const n of [1, 2, 3]) await put('a', `a${n}`);
  await put('b', 'b');
  await put('other', 'other');
  const seen: string[] = [];
  let KeyMarker: string | undefined;
  let VersionIdMarker: string | undefined;
  let pages = 0;
  do {
    const page = await list({ MaxKeys: 2, KeyMarker, VersionIdMarker });
    seen.push(...page.versions.map(({ Key }) => `${Key}`));
    ({ NextKeyMarker: KeyMarker, NextVersionIdMarker: VersionIdMarker } = page);
    pages += 1;
  } while (KeyMarker !== undefined);
  expect([seen, pages]).toEqual([['a', 'a', 'a', 'b', 'other'], 3]);
  expect((await list({ Prefix: 'o' })).versions.map(({ Key }) => Key)).toEqual(['other']);
});

test('what was there before its bucket kept versions has the version null', async () => {
  Bucket = await aBucket({}, 'Plain');
  await put('old.txt', 'old');
  await expect(list()).rejects.toMatchObject({ name: 'NotImplemented' });
  (await objectServerOf(cloud)).keepVersions(Bucket);
  await put('old.txt', 'new');
  const found = (await list()).versions;
  expect(found.map(({ Size, IsLatest }) => [Size, IsLatest])).toEqual([
    [3, true],
    [3, false],
  ]);
  expect(found[1]?.VersionId).toBe('null');
});

test('of an object that is written all the time the newest are kept', async () => {
  const server = await objectServerOf(cloud);
  const headers = { contentType: 'text/plain' };
  // Two files that are written in turns.
  for (let n = 0; n < 1_200; n += 1)
    for (const key of ['board.json', 'stock.json']) server.write(Bucket, key, Buffer.from(`${n}`), headers);
  for (const Prefix of ['board', 'stock']) {
    const { versions, NextKeyMarker, NextVersionIdMarker } = await list({ Prefix });
    const more = await list({ Prefix, KeyMarker: NextKeyMarker, VersionIdMarker: NextVersionIdMarker });
    expect([versions.length, versions[0]?.IsLatest]).toEqual([1000, true]);
    expect(more.versions.length).toBeLessThan(64);
  }
  const head = await client().send(new HeadObjectCommand({ Bucket, Key: 'board.json' }));
  expect(head.ContentLength).toBe(4);
});
