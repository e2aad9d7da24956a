/**
 * What S3 answers about versions: the list of a bucket (`?versions`), an object as it was (`?versionId=`), and its copy
 * (`x-amz-copy-source` with a version). Versions are never destroyed here.
 */
import type { S3Object } from '../../node_modules/fauxqs/dist/s3/s3Types.d.ts';
import { type ObjectRequest, split } from './asks.ts';
import { errorXml, escaped } from './denial.ts';
import type { ObjectVersion, ObjectVersions } from './object-versions.ts';

export interface VersionReply {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer | string;
}

/** Writes an object as it was under a key. Answers it as it is now. */
export type PutBack = (bucket: string, key: string, object: S3Object) => S3Object;

/** The longest list that S3 answers. */
const longestList = 1000;

const xml = (status: number, body: string): VersionReply => ({
  status,
  headers: { 'content-type': 'application/xml' },
  body,
});
const refuse = (status: number, code: string, message: string) => xml(status, errorXml(code, message));
const noSuchVersion = () => refuse(404, 'NoSuchVersion', 'The specified version does not exist.');

/** @returns undefined if the request is not about versions. */
export const versionReply = (
  versions: ObjectVersions,
  putBack: PutBack,
  request: ObjectRequest,
): VersionReply | undefined => {
  const { bucket, key, query } = split(request.url);
  const { method } = request;
  if (key === '' && method === 'GET' && query.has('versions')) return listed(versions, bucket, query);
  if (key === '') return undefined;
  const id = query.get('versionId');
  if (id !== null && method === 'DELETE')
    return refuse(501, 'NotImplemented', 'The local cloud destroys no version of an object.');
  if (id !== null && (method === 'GET' || method === 'HEAD')) return shown(versions, bucket, key, id);
  const source = method === 'PUT' ? sourceOf(request) : undefined;
  if (!source) return undefined;
  const found = versions.read(source.bucket, source.key, source.id);
  if (found === undefined) return noSuchVersion();
  if (found === 'deleted')
    return refuse(400, 'InvalidRequest', 'The source of a copy request may not specifically refer to a delete marker.');
  const { etag, lastModified } = putBack(bucket, key, found);
  const says = `<ETag>${escaped(etag)}</ETag><LastModified>${lastModified.toISOString()}</LastModified>`;
  return xml(200, `<?xml version="1.0" encoding="UTF-8"?>\n<CopyObjectResult>${says}</CopyObjectResult>`);
};

/** The version that is copied; undefined if the object as it is now is, or nothing. */
function sourceOf({ headers }: ObjectRequest) {
  const source = headers['x-amz-copy-source'];
  if (source === undefined) return undefined;
  const { bucket, key, query } = split(String(source).replace(/^\/?/, '/'));
  const id = query.get('versionId');
  return id === null ? undefined : { bucket, key, id };
}

function shown(versions: ObjectVersions, bucket: string, key: string, id: string): VersionReply {
  const found = versions.read(bucket, key, id);
  if (found === undefined) return noSuchVersion();
  if (found === 'deleted')
    return {
      ...refuse(405, 'MethodNotAllowed', 'The specified method is not allowed against this resource.'),
      headers: { 'content-type': 'application/xml', 'x-amz-delete-marker': 'true' },
    };
  const { contentType, etag, lastModified, contentLength, cacheControl, contentEncoding, metadata } = found;
  return {
    status: 200,
    headers: {
      'content-type': contentType,
      'content-length': String(contentLength),
      'last-modified': lastModified.toUTCString(),
      'x-amz-version-id': id,
      etag,
      ...(cacheControl !== undefined && { 'cache-control': cacheControl }),
      ...(contentEncoding !== undefined && { 'content-encoding': contentEncoding }),
      ...Object.fromEntries(Object.entries(metadata).map(([name, value]) => [`x-amz-meta-${name}`, value])),
    },
    body: found.body,
  };
}

function listed(versions: ObjectVersions, bucket: string, query: URLSearchParams): VersionReply {
  if (!versions.keeps(bucket)) return refuse(501, 'NotImplemented', `The bucket ${bucket} keeps no versions.`);
  const prefix = query.get('prefix') ?? '';
  const most = Math.min(longestList, Number(query.get('max-keys') ?? longestList));
  const marker = query.get('key-marker');
  const version = query.get('version-id-marker');
  const after = marker === null ? undefined : { key: marker, ...(version !== null && { version }) };
  const found = versions.list(bucket, prefix, most + 1, after);
  const page = found.slice(0, most);
  const isUrl = query.get('encoding-type') === 'url';
  const readable = (key: string) => escaped(isUrl ? encodeURIComponent(key).replaceAll('%2F', '/') : key);
  const last = found.length > most ? page.at(-1) : undefined;
  return xml(
    200,
    [
      '<?xml version="1.0" encoding="UTF-8"?>\n<ListVersionsResult xmlns="http://s3.amazonaws.com/doc/2006-03-01/">',
      `<Name>${bucket}</Name><Prefix>${readable(prefix)}</Prefix><MaxKeys>${most}</MaxKeys>`,
      isUrl ? '<EncodingType>url</EncodingType>' : '',
      `<IsTruncated>${last !== undefined}</IsTruncated>`,
      last
        ? `<NextKeyMarker>${readable(last.key)}</NextKeyMarker><NextVersionIdMarker>${last.id}</NextVersionIdMarker>`
        : '',
      ...page.map((one) => entryOf(one, readable)),
      '</ListVersionsResult>',
    ].join(''),
  );
}

function entryOf({ key, id, at, isLatest, object }: ObjectVersion, readable: (key: string) => string): string {
  const facts = `<Key>${readable(key)}</Key><VersionId>${id}</VersionId><IsLatest>${isLatest}</IsLatest><LastModified>${at.toISOString()}</LastModified>`;
  if (!object) return `<DeleteMarker>${facts}</DeleteMarker>`;
  return `<Version>${facts}<ETag>${escaped(object.etag)}</ETag><Size>${object.size}</Size><StorageClass>STANDARD</StorageClass></Version>`;
}
