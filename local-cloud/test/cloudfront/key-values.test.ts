// Changes are signed for all regions at once, which the client does with this package alone.
import '@aws-sdk/signature-v4a';
import {
  CloudFrontKeyValueStoreClient,
  DeleteKeyCommand,
  DescribeKeyValueStoreCommand,
  GetKeyCommand,
  ListKeysCommand,
  PutKeyCommand,
  UpdateKeysCommand,
} from '@aws-sdk/client-cloudfront-keyvaluestore';
import { afterAll, afterEach, describe, expect, test } from '@jest/globals';
import type { EdgeFunction } from '../../cloudfront/edge-function.ts';
import { viewerRequestEvent } from '../../cloudfront/function-event.ts';
import { cloudfrontKinds } from '../../cloudfront/kinds.ts';
import type { AwsApisListener } from '../../http/aws-apis.ts';
import { operatorCredentials } from '../../iam/caller.ts';
import { knowLocalhost } from '../../lambda/local-lookup.ts';
import { removeTemporaryFolders } from '../temporary-folder.ts';
import { aCloud, aRequest, make, type TestCloud } from './a-cloud.ts';

knowLocalhost();
const listeners: AwsApisListener[] = [];
afterEach(async () => {
  for (const listener of listeners.splice(0)) await listener.close();
});
afterAll(removeTemporaryFolders);

const storeIn = (cloud: TestCloud, more: object = {}) =>
  make(cloudfrontKinds, cloud, 'AWS::CloudFront::KeyValueStore', 'Store', { Name: 'store', ...more });

/** A store, and the SDK's client for it. */
async function openStore(cloud = aCloud()) {
  const apis = cloud.apis as AwsApisListener;
  await apis.listen(0);
  listeners.push(apis);
  const { attributes } = await storeIn(cloud);
  const KvsARN = String(attributes.Arn);
  const client = new CloudFrontKeyValueStoreClient({
    region: 'eu-west-2',
    endpoint: String(cloud.endpoints.get('CLOUDFRONT_KEYVALUESTORE')),
    credentials: operatorCredentials,
  });
  const etag = async () => (await client.send(new DescribeKeyValueStoreCommand({ KvsARN }))).ETag;
  const update = async (puts: Readonly<Record<string, string>>, deletes: readonly string[] = [], IfMatch?: string) =>
    client.send(
      new UpdateKeysCommand({
        KvsARN,
        IfMatch: IfMatch ?? (await etag()),
        Puts: Object.entries(puts).map(([Key, Value]) => ({ Key, Value })),
        Deletes: deletes.map((Key) => ({ Key })),
      }),
    );
  const list = async () => {
    const { Items = [] } = await client.send(new ListKeysCommand({ KvsARN }));
    return Object.fromEntries(Items.map(({ Key, Value }) => [Key, Value]));
  };
  return { cloud, KvsARN, client, etag, update, list };
}

describe('the data API, as the SDK calls it', () => {
  test('describes, changes, lists and reads', async () => {
    const { client, KvsARN, update, list } = await openStore();
    expect(await update({ a: '1', b: '2' })).toMatchObject({ ItemCount: 2, TotalSizeInBytes: 4 });
    await update({ a: 'ä' }, ['b']);
    expect(await list()).toEqual({ a: 'ä' });
    expect(await client.send(new GetKeyCommand({ KvsARN, Key: 'a' }))).toMatchObject({ Value: 'ä', ItemCount: 1 });
    expect(await client.send(new DescribeKeyValueStoreCommand({ KvsARN }))).toMatchObject({
      ItemCount: 1,
      KvsARN,
      Created: expect.any(Date),
      Status: 'READY',
    });
  });

  test('puts and deletes one key', async () => {
    const { client, KvsARN, etag, list } = await openStore();
    await client.send(new PutKeyCommand({ KvsARN, Key: 'a/b', Value: '1', IfMatch: await etag() }));
    expect(await list()).toEqual({ 'a/b': '1' });
    await client.send(new DeleteKeyCommand({ KvsARN, Key: 'a/b', IfMatch: await etag() }));
    expect(await list()).toEqual({});
  });

  test('a change that is for an earlier state is refused, so that one writer never undoes another', async () => {
    const { update, list, etag } = await openStore();
    const seen = await etag();
    await update({ a: '1' });
    await expect(update({ a: '2' }, [], seen)).rejects.toMatchObject({ name: 'ConflictException' });
    expect(await list()).toEqual({ a: '1' });
  });

  test.each([
    ['a key of 513 bytes', { ['k'.repeat(513)]: '1' }],
    ['a value of 1,025 bytes', { a: 'v'.repeat(1025) }],
    ['51 keys', Object.fromEntries(Array.from({ length: 51 }, (_, n) => [`k${n}`, '1']))],
    ['nothing', {}],
  ])('%s is refused', async (_name, puts) => {
    const { update, list } = await openStore();
    await expect(update(puts)).rejects.toMatchObject({ name: 'ValidationException' });
    expect(await list()).toEqual({});
  });

  test('a key or store that is not there is said to be none', async () => {
    const { client, KvsARN } = await openStore();
    const absent = { name: 'ResourceNotFoundException' };
    await expect(client.send(new GetKeyCommand({ KvsARN, Key: 'a' }))).rejects.toMatchObject(absent);
    await expect(client.send(new ListKeysCommand({ KvsARN: `${KvsARN}0` }))).rejects.toMatchObject(absent);
  });
});

test('what is in a store outlives a restart', async () => {
  const first = await openStore();
  await first.update({ a: '1' });
  const again = await openStore({ ...aCloud(), state: first.cloud.state });
  expect(await again.list()).toEqual({ a: '1' });
});

test('an import from a bucket is refused by name', async () => {
  await expect(storeIn(aCloud(), { ImportSource: { SourceType: 'S3', SourceArn: 'arn' } })).rejects.toThrow(
    'ImportSource',
  );
});

describe('a function with a store', () => {
  const code = `import cf from MODULE; import crypto from 'crypto';
    async function handler(event) {
      const store = cf.kvs();
      const missing = await store.exists('c');
      let error = '';
      try { await store.get('c'); } catch (thrown) { error = thrown instanceof Error ? 'an error' : 'odd'; }
      return { text: await store.get('a'), json: (await store.get('b', { format: 'json' })).x, missing: missing,
        bytes: (await store.get('a', { format: 'bytes' })).toString('hex'), error: error,
        count: (await store.meta()).keyCount }; }`;
  const functionOf = async (cloud: TestCloud, config: object, source = code) => {
    const made = await make(cloudfrontKinds, cloud, 'AWS::CloudFront::Function', 'Front', {
      Name: 'front',
      FunctionConfig: { Comment: '', Runtime: 'cloudfront-js-2.0', ...config },
      // Written here, since an import in a text counts as one of this file.
      FunctionCode: source.replace('MODULE', JSON.stringify('cloudfront')),
    });
    return cloud.registry.get(made.ref) as EdgeFunction;
  };
  const context = { distributionDomainName: 'd.cloudfront.net', distributionId: 'E1', requestId: 'r1' };
  const run = (edge: EdgeFunction) => edge.run(viewerRequestEvent(aRequest('/'), context));

  test('reads it, and sees each change', async () => {
    const { cloud, KvsARN, update } = await openStore();
    const edge = await functionOf(cloud, { KeyValueStoreAssociations: [{ KeyValueStoreARN: KvsARN }] });
    await update({ a: 'hi', b: '{"x":7}' });
    expect(await run(edge)).toEqual({
      text: 'hi',
      json: 7,
      missing: false,
      bytes: '6869',
      error: 'an error',
      count: 2,
    });
    await update({ a: 'ho' });
    expect(await run(edge)).toMatchObject({ text: 'ho' });
  });

  test('without one has no such module, and a store that is none is refused', async () => {
    await expect(functionOf(aCloud(), {})).rejects.toThrow('the module cloudfront');
    const associations = { KeyValueStoreAssociations: [{ KeyValueStoreARN: 'arn:none' }] };
    await expect(functionOf(aCloud(), associations)).rejects.toThrow('no key-value store arn:none');
  });

  test('knows a store by its id, and no other', async () => {
    const { cloud, KvsARN } = await openStore();
    const asking = (id: string) =>
      `import cf from MODULE; async function handler() { return (await cf.kvs('${id}').meta()).keyCount; }`;
    const associations = { KeyValueStoreAssociations: [{ KeyValueStoreARN: KvsARN }] };
    expect(await run(await functionOf(cloud, associations, asking(KvsARN.split('/')[1] ?? '')))).toBe(0);
    await expect(run(await functionOf(cloud, associations, asking('another')))).rejects.toThrow('another');
  });
});
