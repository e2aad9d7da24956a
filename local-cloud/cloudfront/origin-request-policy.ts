/**
 * The parts of a viewer's request that the origin gets to see beside those in the cache key. `cloudFront` names the
 * headers that CloudFront itself adds (`cloudfront-viewer-address` and its like).
 */
import { all, none, type Selection, selectionOf } from './selection.ts';

export interface OriginRequestPolicy {
  readonly headers: Selection;
  readonly cloudFront: ReadonlySet<string>;
  readonly cookies: Selection;
  readonly query: Selection;
}

/** Reads `OriginRequestPolicyConfig` of a template. */
export function originRequestPolicyOf(config: Readonly<Record<string, unknown>>): OriginRequestPolicy {
  const headers = (config.HeadersConfig ?? {}) as Record<string, unknown>;
  const cookies = (config.CookiesConfig ?? {}) as Record<string, unknown>;
  const query = (config.QueryStringsConfig ?? {}) as Record<string, unknown>;
  const named = ((headers.Headers ?? []) as readonly string[]).map((name) => name.toLowerCase());
  return {
    headers:
      headers.HeaderBehavior === 'allViewerAndWhitelistCloudFront'
        ? all
        : selectionOf(headers.HeaderBehavior, headers.Headers, 'lower'),
    cloudFront: new Set(named.filter((name) => name.startsWith('cloudfront-'))),
    cookies: selectionOf(cookies.CookieBehavior, cookies.Cookies),
    query: selectionOf(query.QueryStringBehavior, query.QueryStrings),
  };
}

/** The policy of a behaviour that names none. */
export const nothingMore: OriginRequestPolicy = { headers: none, cloudFront: new Set(), cookies: none, query: none };

const these = (...names: string[]): Selection => ({ take: 'these', names: new Set(names) });
const everything = { cookies: all, query: all, cloudFront: new Set<string>() };
const nothing = { cookies: none, query: none, cloudFront: new Set<string>() };

/** The policies that every account has, by their published ids. */
export const managedOriginRequestPolicies: Readonly<Record<string, OriginRequestPolicy>> = {
  /** AllViewer */
  '216adef6-5c7f-47e4-b989-5492eafa07d3': { ...everything, headers: all },
  /** AllViewerExceptHostHeader */
  'b689b0a8-53d0-40ab-baf2-68738e2966ac': { ...everything, headers: { take: 'all-but', names: new Set(['host']) } },
  /** AllViewerAndCloudFrontHeaders-2022-06 */
  '33f36d7e-f396-46d9-90e0-52428a34d9dc': {
    ...everything,
    headers: all,
    cloudFront: new Set(['cloudfront-forwarded-proto', 'cloudfront-viewer-address', 'cloudfront-viewer-http-version']),
  },
  /** CORS-S3Origin */
  '88a5eaf4-2fd4-4709-b370-b4c650ea3fcf': {
    ...nothing,
    headers: these('origin', 'access-control-request-headers', 'access-control-request-method'),
  },
  /** CORS-CustomOrigin */
  '59781a5b-3903-41f3-afcb-af62929ccde1': { ...nothing, headers: these('origin') },
  /** UserAgentRefererHeaders */
  'acba4595-bd28-49b8-b9fe-13317c0390fa': { ...nothing, headers: these('user-agent', 'referer') },
  /** HostHeaderOnly */
  'bf0718e1-ba1e-49d1-88b1-f726733018ae': { ...nothing, headers: these('host') },
};
