/**
 * CloudFront turns a viewer's request into a request to the origin. It has the parts of the cache key, the parts that
 * the origin request policy adds, and CloudFront's own headers. Everything else stays behind.
 */
import type { HostRequest } from '../kind.ts';
import type { CachePolicy } from './cache-policy.ts';
import { normalEncoding } from './cache-policy.ts';
import type { OriginConfig } from './distribution-config.ts';
import type { OriginRequestPolicy } from './origin-request-policy.ts';
import { cookieParts, joinQuery, queryParts } from './query.ts';
import { selects } from './selection.ts';

export interface Forwarding {
  readonly cache: CachePolicy;
  readonly origin: OriginRequestPolicy;
  /** The answer may be kept for others: the viewer's own conditions and ranges stay behind. */
  readonly shared: boolean;
}

export function originRequest(
  request: HostRequest,
  forwarding: Forwarding,
  origin: OriginConfig,
  identity: { readonly requestId: string; readonly distributionArn: string },
  validators: Readonly<Record<string, string>>,
): HostRequest {
  return {
    method: request.method,
    path: origin.path + request.path,
    query: queryFor(request, forwarding),
    headers: headersFor(request, forwarding, origin, identity.requestId, validators),
    body: request.body,
    clientIp: request.clientIp,
    ...(origin.accessControlId !== undefined && { signedBy: identity.distributionArn }),
  };
}

/** These concern one connection only, or are set below. */
const neverForwarded =
  /^(?:accept-encoding|connection|content-length|cookie|expect|host|keep-alive|proxy-.*|te|trailer|transfer-encoding|upgrade|via|x-amz-cf-id|x-forwarded-for|x-real-ip|cloudfront-.*)$/;
const conditional = /^(?:if-.*|range)$/;

function headersFor(
  request: HostRequest,
  { cache, origin: policy, shared }: Forwarding,
  origin: OriginConfig,
  requestId: string,
  validators: Readonly<Record<string, string>>,
): Record<string, string> {
  const headers: Record<string, string> = {};
  for (const name in request.headers) {
    if (neverForwarded.test(name) || (shared && conditional.test(name))) continue;
    if (selects(cache.headers, name) || selects(policy.headers, name)) headers[name] = request.headers[name] as string;
  }
  if (request.body.length > 0 && request.headers['content-type'] !== undefined) {
    headers['content-type'] = request.headers['content-type'];
  }
  headers['user-agent'] ??= 'Amazon CloudFront';
  const ownHost = selects(cache.headers, 'host') || selects(policy.headers, 'host');
  headers.host = ownHost ? (request.headers.host ?? origin.domain) : origin.domain;
  headers.via = '1.1 local.cloudfront.net (CloudFront)';
  headers['x-amz-cf-id'] = requestId;
  const before = request.headers['x-forwarded-for'];
  headers['x-forwarded-for'] = before === undefined ? request.clientIp : `${before}, ${request.clientIp}`;

  const encoding = normalEncoding(cache, request.headers['accept-encoding']);
  if (encoding !== '') headers['accept-encoding'] = encoding;
  const cookies = cookieParts(request.headers.cookie).filter(
    ([name]) => selects(cache.cookies, name) || selects(policy.cookies, name),
  );
  if (cookies.length > 0) headers.cookie = cookies.map(([name, value]) => `${name}=${value}`).join('; ');
  for (const name of policy.cloudFront) {
    const value = cloudFrontHeader(name, request);
    if (value !== undefined) headers[name] = value;
  }
  // These come last: a header that the distribution adds for the origin wins over one of that name from a viewer.
  return Object.assign(headers, validators, origin.headers);
}

function cloudFrontHeader(name: string, request: HostRequest): string | undefined {
  switch (name) {
    case 'cloudfront-viewer-address':
      return `${request.clientIp}:0`;
    case 'cloudfront-forwarded-proto':
      return 'https';
    case 'cloudfront-viewer-http-version':
      return '1.1';
    default:
      // Guesses about country and device: a laptop's viewer has none.
      return undefined;
  }
}

function queryFor(request: HostRequest, { cache, origin }: Forwarding): string {
  if (request.query === '' || cache.query.take === 'all' || origin.query.take === 'all') return request.query;
  return joinQuery(
    queryParts(request.query).filter(([name]) => selects(cache.query, name) || selects(origin.query, name)),
  );
}
