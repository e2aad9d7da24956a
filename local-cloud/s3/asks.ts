/** The permissions that a request to S3 needs. Of an upload in parts all but its end counts as the upload. */
import type { IncomingHttpHeaders } from 'node:http';
import type { Ask } from '../iam/judge.ts';

export interface ObjectRequest {
  readonly method: string;
  /** Path and query, path style. */
  readonly url: string;
  readonly headers: IncomingHttpHeaders;
  /** Of a deletion of many. */
  readonly body?: unknown;
}

const readable = (part: string): string => {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
};

/** The parts of a URL, path style. */
export const split = (url: string) => {
  const [path = '', query = ''] = url.split('?');
  const [, bucket = '', ...rest] = path.split('/');
  return { bucket: readable(bucket), key: readable(rest.join('/')), query: new URLSearchParams(query) };
};

/** Parts of an object or a bucket that are asked for by the query. */
const subresources: Readonly<Record<string, string>> = { acl: 'Acl', tagging: 'Tagging', policy: 'Policy' };

const onObject = ({ method, headers }: ObjectRequest, query: URLSearchParams, object: string): readonly Ask[] => {
  const of = Object.entries(subresources).find(([name]) => query.has(name))?.[1] ?? '';
  const version = query.has('versionId') ? 'Version' : '';
  const ask = (action: string, resource = object): Ask => ({ action: `s3:${action}`, resource });
  if (method === 'GET' || method === 'HEAD') return [ask(`GetObject${version}${of}`)];
  if (method === 'DELETE') return [ask(query.has('uploadId') ? 'AbortMultipartUpload' : `DeleteObject${version}${of}`)];
  if (of !== '') return [ask(`PutObject${version}${of}`)];
  return [
    ask('PutObject'),
    // Only those who may read an object may compare it.
    ...(headers['if-match'] === undefined ? [] : [ask('GetObject')]),
    ...(headers['x-amz-tagging'] === undefined ? [] : [ask('PutObjectTagging')]),
    ...copiedBy(headers).map((copied) => ask(copied.action, copied.arn)),
  ];
};

const copiedBy = (headers: IncomingHttpHeaders): readonly { readonly action: string; readonly arn: string }[] => {
  const source = headers['x-amz-copy-source'];
  if (source === undefined) return [];
  const { bucket, key, query } = split(String(source).replace(/^\/?/, '/'));
  return [{ action: query.has('versionId') ? 'GetObjectVersion' : 'GetObject', arn: `arn:aws:s3:::${bucket}/${key}` }];
};

const onBucket = (request: ObjectRequest, query: URLSearchParams, bucket: string): readonly Ask[] => {
  const of = Object.entries(subresources).find(([name]) => query.has(name))?.[1] ?? '';
  const ask = (action: string, resource = bucket): Ask => ({ action: `s3:${action}`, resource });
  const { method, body } = request;
  if (of !== '') return [ask(`${method === 'GET' ? 'Get' : method === 'DELETE' ? 'Delete' : 'Put'}Bucket${of}`)];
  if (method === 'POST' && query.has('delete')) {
    const keys = [...String(body ?? '').matchAll(/<Key>([^<]*)<\/Key>/g)].map(([, key]) => key ?? '');
    return keys.map((key) => ask('DeleteObject', `${bucket}/${key}`));
  }
  if (method === 'PUT') return [ask('CreateBucket')];
  if (method === 'DELETE') return [ask('DeleteBucket')];
  if (query.has('uploads')) return [ask('ListBucketMultipartUploads')];
  return [ask(query.has('versions') ? 'ListBucketVersions' : 'ListBucket')];
};

export const objectAsks = (request: ObjectRequest): readonly Ask[] => {
  const { bucket, key, query } = split(request.url);
  if (bucket === '') return [{ action: 's3:ListAllMyBuckets', resource: '*' }];
  const arn = `arn:aws:s3:::${bucket}`;
  const asks = key === '' ? onBucket(request, query, arn) : onObject(request, query, `${arn}/${key}`);
  return asks.map((ask) => ({ ...ask, owner: ask.resource.split('/')[0] ?? arn }));
};

/** The object that is read, if it is one: only those who may list the bucket hear that it is not there. */
export const readIn = ({
  method,
  url,
}: ObjectRequest): { readonly bucket: string; readonly key: string } | undefined => {
  const { bucket, key, query } = split(url);
  const isWhole = !query.has('versionId') && !Object.keys(subresources).some((name) => query.has(name));
  return (method === 'GET' || method === 'HEAD') && key !== '' && isWhole ? { bucket, key } : undefined;
};
