/**
 * A bucket's REST endpoint as the CDN sees it: GET and HEAD of one object. The bucket's policy decides who may read. An
 * object that is not there is `AccessDenied` to callers who may not list the bucket, exactly as with S3. So a policy
 * that grants too little shows here too.
 */
import type { Gate } from '../iam/gate.ts';
import type { Caller } from '../iam/judge.ts';
import type { HostRequest, HostResponse } from '../kind.ts';
import { errorXml } from './denial.ts';
import type { StoredObject } from './object-server.ts';

export interface BucketEndpoint {
  /** ARN of the bucket. */
  readonly arn: string;
  readonly read: (key: string) => StoredObject | undefined;
  readonly gate: Gate;
}

export function answerForBucket(bucket: BucketEndpoint, request: HostRequest): HostResponse {
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    return refusal(405, 'MethodNotAllowed', 'The specified method is not allowed against this resource.');
  }
  const key = keyOf(request.path);
  if (key === undefined) return refusal(400, 'InvalidURI', "Couldn't parse the specified URI.");
  const caller = callerOf(request);
  const may = (action: 's3:GetObject' | 's3:ListBucket', resource: string) =>
    bucket.gate.may(caller, { action, resource, owner: bucket.arn });

  if (key === '' || !may('s3:GetObject', `${bucket.arn}/${key}`)) return refusal(403, 'AccessDenied', 'Access Denied');
  const object = bucket.read(key);
  if (!object) {
    return may('s3:ListBucket', bucket.arn)
      ? refusal(404, 'NoSuchKey', 'The specified key does not exist.')
      : refusal(403, 'AccessDenied', 'Access Denied');
  }
  const headers = headersOf(object);
  if (isUnchanged(object, request.headers)) return { status: 304, headers, body: nothing };
  return {
    status: 200,
    headers: { ...headers, 'content-length': String(object.body.length) },
    body: request.method === 'HEAD' ? nothing : object.body,
  };
}

/** The distribution signs what its origin access control says, else it comes as anybody. */
const callerOf = ({ signedBy }: HostRequest): Caller =>
  signedBy === undefined ? { is: 'anybody' } : { is: 'service', name: 'cloudfront.amazonaws.com', sourceArn: signedBy };

const nothing = Buffer.alloc(0);

function keyOf(path: string): string | undefined {
  try {
    return decodeURIComponent(path.slice(1));
  } catch (_malformed) {
    return undefined;
  }
}

function headersOf(object: StoredObject): Record<string, string> {
  const headers: Record<string, string> = {
    'content-type': object.contentType,
    etag: object.etag,
    'last-modified': object.lastModified.toUTCString(),
    'accept-ranges': 'bytes',
    server: 'AmazonS3',
  };
  if (object.cacheControl) headers['cache-control'] = object.cacheControl;
  if (object.contentEncoding) headers['content-encoding'] = object.contentEncoding;
  if (object.contentDisposition) headers['content-disposition'] = object.contentDisposition;
  if (object.contentLanguage) headers['content-language'] = object.contentLanguage;
  for (const [name, value] of Object.entries(object.metadata)) headers[`x-amz-meta-${name}`] = value;
  return headers;
}

/** `if-none-match` decides where there is one; `if-modified-since` otherwise, to the second. */
function isUnchanged(object: StoredObject, headers: Readonly<Record<string, string>>): boolean {
  const tags = headers['if-none-match'];
  if (tags !== undefined) {
    return tags.split(',').some((tag) => tag.trim() === '*' || tag.trim().replace(/^W\//, '') === object.etag);
  }
  const since = Date.parse(headers['if-modified-since'] ?? '');
  return !Number.isNaN(since) && Math.floor(object.lastModified.getTime() / 1000) * 1000 <= since;
}

function refusal(status: number, code: string, message: string): HostResponse {
  const body = Buffer.from(errorXml(code, message));
  return {
    status,
    headers: { 'content-type': 'application/xml', 'content-length': String(body.length), server: 'AmazonS3' },
    body,
  };
}
