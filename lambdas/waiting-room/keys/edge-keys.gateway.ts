// The key-value store's requests are signed for all regions at once, which the client does with this package alone.
import '@aws-sdk/signature-v4a';
import {
  CloudFrontKeyValueStoreClient,
  DescribeKeyValueStoreCommand,
  paginateListKeys,
  UpdateKeysCommand,
} from '@aws-sdk/client-cloudfront-keyvaluestore';
import { inTime } from '../../foundation/clients.gateway.ts';
import type { SharedKey } from '../../foundation/signing.ts';

/** Gives the store at the edge exactly these keys, in one change. Throws if somebody else changed it meanwhile. */
export function openEdgeKeys(arn: string): (keys: readonly SharedKey[]) => Promise<void> {
  const client = inTime((config) => new CloudFrontKeyValueStoreClient(config));
  return async (keys) => {
    const { ETag } = await client.send(new DescribeKeyValueStoreCommand({ KvsARN: arn }));
    const known = new Map<string, string>();
    for await (const { Items = [] } of paginateListKeys({ client }, { KvsARN: arn })) {
      for (const { Key = '', Value = '' } of Items) known.set(Key, Value);
    }
    const puts = keys.filter(({ id, secret }) => known.get(id) !== secret);
    const surplus = [...known.keys()].filter((id) => !keys.some((key) => key.id === id));
    if (puts.length === 0 && surplus.length === 0) return;
    await client.send(
      new UpdateKeysCommand({
        KvsARN: arn,
        IfMatch: ETag,
        Puts: puts.map(({ id, secret }) => ({ Key: id, Value: secret })),
        Deletes: surplus.map((id) => ({ Key: id })),
      }),
    );
  };
}
