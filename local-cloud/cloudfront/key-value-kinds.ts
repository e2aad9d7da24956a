/** Key-value stores, and their data API. */
import { randomUUID } from 'node:crypto';
import type { Cloud, Kind } from '../kind.ts';
import { onceACloud } from '../once-a-cloud.ts';
import { stableId } from '../physical-name.ts';
import { propertiesOf } from '../properties.ts';
import { answerKeyValues, keyValueAsks, keyValuePrefix } from './key-value-api.ts';
import { findStore, KeyValueStore, keepStore } from './key-value-store.ts';
import { type KeyValuesFile, keyValuesFile } from './key-values.store.ts';

const keyValues = (cloud: Cloud): KeyValuesFile =>
  onceACloud(cloud, 'key-values', () => {
    const { apis } = cloud;
    apis.servePath(keyValuePrefix, { asks: keyValueAsks }, async (call) =>
      answerKeyValues((arn) => findStore(cloud, arn), call),
    );
    cloud.endpoints.set('CLOUDFRONT_KEYVALUESTORE', apis.url.replace('127.0.0.1', 'localhost'));
    return keyValuesFile(cloud.state);
  });

export const keyValueStoreKind: Kind = {
  type: 'AWS::CloudFront::KeyValueStore',
  make: (resource, cloud) => {
    const file = keyValues(cloud);
    // An import from a bucket would be refused by name: what is in a store comes by its API.
    const name = propertiesOf(resource).only(['Name', 'Comment', 'Tags']).text('Name');
    const hex = stableId(resource, 32);
    const id = [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
    const arn = `arn:aws:cloudfront::${cloud.account}:key-value-store/${id}`;
    const keep = ({ values }: { readonly values: Readonly<Record<string, string>> }): void =>
      file.put(arn, { values, etag: randomUUID(), changedAt: new Date().toISOString() });
    if (!file.get(arn)) keep({ values: {} });
    const kept = () => file.get(arn) ?? { values: {}, etag: '', changedAt: '' };
    keepStore(cloud, new KeyValueStore({ arn, id, name, createdAt: kept().changedAt, kept, keep }));
    return { ref: name, attributes: { Arn: arn, Id: id, Status: 'READY' }, open: async () => file.open() };
  },
};
