/**
 * The data API of key-value stores, `/key-value-stores/{ARN}`: describe, list, read, and change. Every change names the
 * ETag of the state that it is for. The SDK puts the account before the host of the endpoint, so the endpoint's host is
 * `localhost`, whose names all lead to this machine (`lambda/local-lookup.ts`).
 */
import type { PathCall, PathReply } from '../http/aws-apis.ts';
import type { Ask } from '../iam/judge.ts';
import type { Change, KeyValueStore } from './key-value-store.ts';

export const keyValuePrefix = '/key-value-stores/';

const json = (status: number, body: object, headers: Readonly<Record<string, string>> = {}): PathReply => ({
  status,
  headers: { 'content-type': 'application/json', ...headers },
  body: JSON.stringify(body),
});

const statuses: Readonly<Record<string, number>> = {
  ConflictException: 409,
  ResourceNotFoundException: 404,
  ServiceQuotaExceededException: 402,
};

const refuse = (type: string, message: string): PathReply =>
  json(statuses[type] ?? 400, { Message: message }, { 'x-amzn-errortype': type });

/** As many keys as one answer lists. */
const longestList = 50;

const partsOf = (url: string) => {
  const { pathname, searchParams } = new URL(url, 'http://localhost');
  const [named = '', keys, key, ...more] = pathname.slice(keyValuePrefix.length).split('/').map(decodeURIComponent);
  return { pathname, searchParams, named, keys, key, more };
};

const ofStore: Readonly<Record<string, string>> = { GET: 'ListKeys', POST: 'UpdateKeys' };
const ofKey: Readonly<Record<string, string>> = { GET: 'GetKey', PUT: 'PutKey', DELETE: 'DeleteKey' };

/** A call must be allowed this. */
export const keyValueAsks = ({ method, url }: PathCall): readonly Ask[] => {
  const { named, keys, key } = partsOf(url);
  const action = keys === undefined ? 'DescribeKeyValueStore' : (key === undefined ? ofStore : ofKey)[method];
  return [{ action: `cloudfront-keyvaluestore:${action ?? method}`, resource: named }];
};

export const answerKeyValues = (
  find: (arn: string) => KeyValueStore | undefined,
  { method, url, headers, body }: PathCall,
): PathReply => {
  const { pathname, searchParams, named, keys, key, more } = partsOf(url);
  const unknown = refuse('ValidationException', `The local cloud does not run ${method} ${pathname}.`);
  if (more.length > 0 || (keys !== undefined && keys !== 'keys')) return unknown;
  const store = find(named);
  if (!store) return refuse('ResourceNotFoundException', `There is no key value store ${named}.`);
  const changing = (change: Change | undefined): PathReply => {
    if (!change) return refuse('ValidationException', 'The body is not of the right form.');
    const changed = store.change(change, String(headers['if-match'] ?? ''));
    return changed.ok ? json(200, sizeOf(store), { etag: store.etag }) : refuse(changed.type, changed.message);
  };
  const value = key === undefined ? undefined : store.get(key);

  if (keys === undefined && method === 'GET') return json(200, described(store), { etag: store.etag });
  if (key === undefined && method === 'GET') {
    const from = Number(searchParams.get('NextToken') ?? 0);
    const most = Math.min(longestList, Number(searchParams.get('MaxResults') ?? longestList));
    const items = store.entries.slice(from, from + most).map(([Key, Value]) => ({ Key, Value }));
    const next = from + most < store.entries.length ? { NextToken: String(from + most) } : {};
    return json(200, { Items: items, ...next });
  }
  if (keys !== undefined && key === undefined && method === 'POST') return changing(changeIn(body));
  if (key === undefined) return unknown;
  if (method === 'PUT') return changing(putIn(body, key));
  if (value === undefined) return refuse('ResourceNotFoundException', `There is no key ${key}.`);
  if (method === 'GET') return json(200, { Key: key, Value: value, ...sizeOf(store) });
  return method === 'DELETE' ? changing({ puts: [], deletes: [key] }) : unknown;
};

const sizeOf = ({ entries, bytes }: KeyValueStore) => ({ ItemCount: entries.length, TotalSizeInBytes: bytes });

const described = (store: KeyValueStore) => ({
  ...sizeOf(store),
  KvsARN: store.arn,
  Created: Date.parse(store.createdAt) / 1000,
  LastModified: Date.parse(store.changedAt) / 1000,
  Status: 'READY',
});

interface SentChange {
  readonly Puts?: readonly { readonly Key?: unknown; readonly Value?: unknown }[];
  readonly Deletes?: readonly { readonly Key?: unknown }[];
}

function changeIn(body: Buffer): Change | undefined {
  const { Puts = [], Deletes = [] } = (parsed(body) ?? {}) as SentChange;
  if (!Array.isArray(Puts) || !Array.isArray(Deletes)) return undefined;
  const isText = (value: unknown): value is string => typeof value === 'string';
  const puts = Puts.flatMap(({ Key, Value }) => (isText(Key) && isText(Value) ? [{ key: Key, value: Value }] : []));
  const deletes = Deletes.flatMap(({ Key }) => (isText(Key) ? [Key] : []));
  return puts.length === Puts.length && deletes.length === Deletes.length ? { puts, deletes } : undefined;
}

function putIn(body: Buffer, key: string): Change | undefined {
  const { Value } = (parsed(body) ?? {}) as { readonly Value?: unknown };
  return typeof Value === 'string' ? { puts: [{ key, value: Value }], deletes: [] } : undefined;
}

function parsed(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString('utf8'));
  } catch {
    return undefined;
  }
}
