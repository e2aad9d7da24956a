/**
 * `CreateInvalidation` and `GetInvalidation` of CloudFront's API: a distribution forgets what it has cached under some
 * paths. Here that is done at once.
 */
import { randomUUID } from 'node:crypto';
import type { PathCall, PathReply } from '../http/aws-apis.ts';
import type { Ask } from '../iam/judge.ts';

export const distributionPrefix = '/2020-05-31/distribution/';

/** A running distribution. */
export interface Forgetful {
  readonly invalidate: (paths: readonly string[]) => void;
}

const partsOf = (url: string) => {
  const { pathname } = new URL(url, 'http://localhost');
  const [distribution = '', kind, id, ...more] = pathname
    .slice(distributionPrefix.length)
    .split('/')
    .map(decodeURIComponent);
  return { pathname, distribution, isInvalidation: kind === 'invalidation' && more.length === 0, id };
};

/** A call must be allowed this. */
export const invalidationAsks = (account: string, { method, url }: PathCall): readonly Ask[] => {
  const { distribution } = partsOf(url);
  const action = `cloudfront:${method === 'POST' ? 'CreateInvalidation' : 'GetInvalidation'}`;
  return [{ action, resource: `arn:aws:cloudfront::${account}:distribution/${distribution}` }];
};

const refuse = (status: number, code: string, message: string): PathReply => ({
  status,
  headers: { 'content-type': 'text/xml' },
  body: `<?xml version="1.0"?>\n<ErrorResponse xmlns="http://cloudfront.amazonaws.com/doc/2020-05-31/"><Error><Type>Sender</Type><Code>${code}</Code><Message>${message}</Message></Error></ErrorResponse>`,
});

export const answerInvalidation = (
  find: (distribution: string) => Forgetful | undefined,
  { method, url, body }: PathCall,
): PathReply => {
  const { pathname, distribution, isInvalidation, id } = partsOf(url);
  const isAsked = method === 'POST' && id === undefined;
  if (!isInvalidation || !(isAsked || (method === 'GET' && id !== undefined)))
    return refuse(400, 'InvalidArgument', `The local cloud does not run ${method} ${pathname}.`);
  const found = find(distribution);
  if (!found) return refuse(404, 'NoSuchDistribution', 'The specified distribution does not exist.');
  const batch = isAsked ? body.toString('utf8') : '';
  const paths = [...batch.matchAll(/<Path>([^<]*)<\/Path>/g)].map(([, path]) => readable(path ?? ''));
  if (isAsked && (paths.length === 0 || paths.some((path) => !path.startsWith('/'))))
    return refuse(400, 'InvalidArgument', 'Your request contains no path, or one that does not begin with a slash.');
  found.invalidate(paths);
  const named = id ?? `I${randomUUID().replaceAll('-', '').slice(0, 24).toUpperCase()}`;
  return {
    status: isAsked ? 201 : 200,
    headers: { 'content-type': 'text/xml', location: `https://cloudfront.amazonaws.com${pathname}/${named}` },
    body: `<?xml version="1.0"?>\n<Invalidation xmlns="http://cloudfront.amazonaws.com/doc/2020-05-31/"><Id>${named}</Id><Status>Completed</Status></Invalidation>`,
  };
};

const readable = (path: string): string =>
  path.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&amp;', '&');
