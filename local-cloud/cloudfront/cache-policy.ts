/**
 * Decides whether two requests are the same to a cache, and how long an answer may be kept. The key is the path and
 * exactly the query parameters, headers and cookies that the policy names. Everything in the key also goes to the
 * origin.
 */
import type { HostRequest } from '../kind.ts';
import { cookieParts, joinQuery, queryParts } from './query.ts';
import { all, none, type Selection, selectionOf, selects } from './selection.ts';

export interface CachePolicy {
  readonly name: string;
  /** Seconds. */
  readonly minTtl: number;
  readonly defaultTtl: number;
  readonly maxTtl: number;
  readonly gzip: boolean;
  readonly brotli: boolean;
  readonly headers: Selection;
  readonly cookies: Selection;
  readonly query: Selection;
}

/** Reads `CachePolicyConfig` of a template. */
export function cachePolicyOf(config: Readonly<Record<string, unknown>>): CachePolicy {
  const parameters = (config.ParametersInCacheKeyAndForwardedToOrigin ?? {}) as Record<string, unknown>;
  const headers = (parameters.HeadersConfig ?? {}) as Record<string, unknown>;
  const cookies = (parameters.CookiesConfig ?? {}) as Record<string, unknown>;
  const query = (parameters.QueryStringsConfig ?? {}) as Record<string, unknown>;
  return {
    name: String(config.Name),
    minTtl: Number(config.MinTTL ?? 0),
    defaultTtl: Number(config.DefaultTTL ?? 86_400),
    maxTtl: Number(config.MaxTTL ?? 31_536_000),
    gzip: isTrue(parameters.EnableAcceptEncodingGzip),
    brotli: isTrue(parameters.EnableAcceptEncodingBrotli),
    headers: selectionOf(headers.HeaderBehavior, headers.Headers, 'lower'),
    cookies: selectionOf(cookies.CookieBehavior, cookies.Cookies),
    query: selectionOf(query.QueryStringBehavior, query.QueryStrings),
  };
}

/** A policy under which nothing but errors is ever kept. */
export function cachesNothing(policy: CachePolicy): boolean {
  return policy.maxTtl === 0;
}

/** `gzip` and `br` where both the viewer takes them and the policy has them in its key; the rest is noise. */
export function normalEncoding(policy: CachePolicy, acceptEncoding: string | undefined): string {
  if (!acceptEncoding || !(policy.gzip || policy.brotli)) return '';
  const accepted = acceptEncoding
    .toLowerCase()
    .split(',')
    .filter((part) => !/;\s*q=0(?:\.0*)?\s*$/.test(part))
    .map((part) => part.split(';')[0]?.trim());
  const takes = (name: string) => accepted.includes(name) || accepted.includes('*');
  return [policy.brotli && takes('br') ? 'br' : '', policy.gzip && takes('gzip') ? 'gzip' : '']
    .filter((name) => name !== '')
    .join(',');
}

/** One text for all requests that the policy holds to be the same. */
export function cacheKey(policy: CachePolicy, request: HostRequest): string {
  let key = request.path;
  if (policy.query.take !== 'none' && request.query !== '') {
    key += `?${joinQuery(queryParts(request.query).filter(([name]) => selects(policy.query, name)))}`;
  }
  if (policy.headers.take === 'these') {
    for (const name of policy.headers.names) key += `\n${name}:${request.headers[name] ?? ''}`;
  }
  if (policy.cookies.take !== 'none') {
    const cookies = cookieParts(request.headers.cookie).filter(([name]) => selects(policy.cookies, name));
    key += `\ncookie:${cookies.map(([name, value]) => `${name}=${value}`).join(';')}`;
  }
  if (policy.gzip || policy.brotli) key += `\n${normalEncoding(policy, request.headers['accept-encoding'])}`;
  return key;
}

function isTrue(value: unknown): boolean {
  return String(value).toLowerCase() === 'true';
}

const year = 31_536_000;
const plain = { headers: none, cookies: none, query: none };

/** The policies that every account has, by their published ids. */
export const managedCachePolicies: Readonly<Record<string, CachePolicy>> = {
  '658327ea-f89d-4fab-a63d-7e88639e58f6': {
    ...plain,
    name: 'Managed-CachingOptimized',
    minTtl: 1,
    defaultTtl: 86_400,
    maxTtl: year,
    gzip: true,
    brotli: true,
  },
  'b2884449-e4de-46a7-ac36-70bc7f1ddd6d': {
    ...plain,
    name: 'Managed-CachingOptimizedForUncompressedObjects',
    minTtl: 1,
    defaultTtl: 86_400,
    maxTtl: year,
    gzip: false,
    brotli: false,
  },
  '4135ea2d-6df8-44a3-9df3-4b5a84be39ad': {
    ...plain,
    name: 'Managed-CachingDisabled',
    minTtl: 0,
    defaultTtl: 0,
    maxTtl: 0,
    gzip: false,
    brotli: false,
  },
  '83da9c7e-98b4-4e11-a168-04f0df8e2c65': {
    name: 'Managed-UseOriginCacheControlHeaders',
    minTtl: 0,
    defaultTtl: 0,
    maxTtl: year,
    gzip: true,
    brotli: true,
    headers: {
      take: 'these',
      names: new Set(['host', 'origin', 'x-http-method', 'x-http-method-override', 'x-method-override']),
    },
    cookies: all,
    query: none,
  },
  '4cc15a8a-d715-48a4-82b8-cc0b614638fe': {
    name: 'Managed-UseOriginCacheControlHeaders-QueryStrings',
    minTtl: 0,
    defaultTtl: 0,
    maxTtl: year,
    gzip: true,
    brotli: true,
    headers: {
      take: 'these',
      names: new Set(['host', 'origin', 'x-http-method', 'x-http-method-override', 'x-method-override']),
    },
    cookies: all,
    query: all,
  },
};
