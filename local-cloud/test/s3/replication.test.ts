import { DeleteObjectCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { afterAll, afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { operatorCredentials } from '../../iam/caller.ts';
import { stopSharedServices } from '../../once-a-cloud.ts';
import { s3Kinds } from '../../s3/kinds.ts';
import { objectServerOf } from '../../s3/object-server.ts';
import { aCloud, make, type TestCloud } from '../cloudfront/a-cloud.ts';
import { removeTemporaryFolders } from '../temporary-folder.ts';

afterAll(removeTemporaryFolders);

let cloud: TestCloud;
beforeEach(() => {
  cloud = aCloud();
});
afterEach(() => stopSharedServices(cloud));

const versioned = { VersioningConfiguration: { Status: 'Enabled' } };
const aBucket = async (id: string, properties: object) =>
  String((await make(s3Kinds, cloud, 'AWS::S3::Bucket', id, properties as never)).ref);

const ruleTo = (copy: string, more: object = {}) => ({
  Status: 'Enabled',
  Priority: 1,
  Filter: { Prefix: 'lines/' },
  DeleteMarkerReplication: { Status: 'Enabled' },
  Destination: { Bucket: `arn:aws:s3:::${copy}` },
  ...more,
});
const copiedBy = (...Rules: readonly object[]) => ({
  ...versioned,
  ReplicationConfiguration: { Role: 'arn:aws:iam::000000000000:role/copies', Rules },
});

const client = () =>
  new S3Client({ region: 'eu-west-2', endpoint: cloud.endpoints.get('S3') ?? '', credentials: operatorCredentials });
const put = (Bucket: string, Key: string, Body: string, more: object = {}) =>
  client().send(new PutObjectCommand({ Bucket, Key, Body, ...more }));

describe('a bucket with a rule', () => {
  let source: string;
  let copy: string;
  beforeEach(async () => {
    copy = await aBucket('Copy', versioned);
    source = await aBucket('Source', copiedBy(ruleTo(copy)));
  });

  test('has what is written under its prefix copied, with all that was said of it, and no other', async () => {
    await put(source, 'lines/a/board.json', '{}', { ContentType: 'application/json', CacheControl: 'max-age=1' });
    await put(source, 'stock/a.json', '{}');
    const server = await objectServerOf(cloud);
    expect(server.keys(copy, '')).toEqual(['lines/a/board.json']);
    const found = server.read(copy, 'lines/a/board.json');
    expect(found).toMatchObject({ contentType: 'application/json', cacheControl: 'max-age=1' });
    expect(found?.etag).toBe(server.read(source, 'lines/a/board.json')?.etag);
  });

  test('has deletions copied, and its copies are no source', async () => {
    await put(source, 'lines/a/board.json', '{}');
    await put(copy, 'lines/b/board.json', '{}');
    await client().send(new DeleteObjectCommand({ Bucket: source, Key: 'lines/a/board.json' }));
    const server = await objectServerOf(cloud);
    expect([server.keys(source, ''), server.keys(copy, '')]).toEqual([[], ['lines/b/board.json']]);
  });
});

test('what is deleted stays in the copy where the rule says nothing of it', async () => {
  const copy = await aBucket('Copy', versioned);
  const source = await aBucket('Source', copiedBy(ruleTo(copy, { DeleteMarkerReplication: { Status: 'Disabled' } })));
  await put(source, 'lines/a/board.json', '{}');
  await client().send(new DeleteObjectCommand({ Bucket: source, Key: 'lines/a/board.json' }));
  expect((await objectServerOf(cloud)).keys(copy, '')).toEqual(['lines/a/board.json']);
});

test('a copy is not copied on', async () => {
  const last = await aBucket('Last', versioned);
  const middle = await aBucket('Middle', copiedBy(ruleTo(last)));
  const first = await aBucket('First', copiedBy(ruleTo(middle)));
  await put(first, 'lines/a/board.json', '{}');
  const server = await objectServerOf(cloud);
  expect([server.keys(middle, ''), server.keys(last, '')]).toEqual([['lines/a/board.json'], []]);
});

test.each([
  ['without versions', { VersioningConfiguration: { Status: 'Suspended' } }],
  ['by tags', {}],
])('is refused %s', async (_, more) => {
  const byTag = ruleTo('copy', { Filter: { TagFilter: { Key: 'a', Value: 'b' } } });
  await expect(aBucket('Source', { ...copiedBy(byTag), ...more })).rejects.toThrow(/versions|tags/);
});
