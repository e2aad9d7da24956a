/** The refusals of S3. An object that is not there is "access denied" to those who may not list its bucket. */
import type { Denied, Gate } from '../iam/gate.ts';
import { type ObjectRequest, objectAsks, readIn } from './asks.ts';

export const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

export const errorXml = (code: string, message: string): string =>
  `<?xml version="1.0" encoding="UTF-8"?>\n<Error><Code>${code}</Code><Message>${escaped(message)}</Message></Error>`;

const worded = (denied: Denied): string => {
  if (denied.is === 'unsigned') return errorXml('AccessDenied', 'Access Denied');
  if (denied.is === 'unknown') {
    return errorXml('InvalidAccessKeyId', 'The AWS Access Key Id you provided does not exist in our records.');
  }
  return errorXml('AccessDenied', denied.sentence.replace(denied.resource, `"${denied.resource}"`));
};

/** @returns the answer, of status 403, if there is to be one. */
export const denialOf = (
  gate: Gate,
  request: ObjectRequest,
  isThere: (bucket: string, key: string) => boolean,
): string | undefined => {
  const denied = gate.refusalOf(request.headers, request.url, () => objectAsks(request));
  if (denied !== undefined) return worded(denied);
  const read = readIn(request);
  if (gate.mode !== 'enforce' || read === undefined || isThere(read.bucket, read.key)) return undefined;
  const found = gate.callerOf(request.headers, request.url);
  const mayList =
    found.ok && gate.may(found.caller, { action: 's3:ListBucket', resource: `arn:aws:s3:::${read.bucket}` });
  return mayList ? undefined : errorXml('AccessDenied', 'Access Denied');
};
