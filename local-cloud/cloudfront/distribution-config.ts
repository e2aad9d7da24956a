/**
 * A distribution as its template states it, read once. A part that the local cloud would not do is refused by name. A
 * behaviour that silently does less than the template says is worse than none.
 */
import type { Properties } from '../properties.ts';

export interface OriginConfig {
  readonly id: string;
  readonly domain: string;
  /** Goes before every path; empty or without a slash at the end. */
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  /** Of a custom origin, for the loopback address. */
  readonly httpPort: number;
  /** Requests are signed with the distribution's name (origin access control). */
  readonly accessControlId?: string;
  /** Seconds until an answer that has not come is a 504. */
  readonly readTimeout: number;
}

/** One origin, or two of which the second answers for the first. */
export interface OriginTarget {
  readonly primary: OriginConfig;
  readonly fallback?: { readonly origin: OriginConfig; readonly statuses: ReadonlySet<number> };
}

export interface BehaviourConfig {
  /** `*` for the default behaviour. */
  readonly pattern: string;
  readonly target: OriginTarget;
  readonly methods: ReadonlySet<string>;
  readonly cachedMethods: ReadonlySet<string>;
  readonly compress: boolean;
  readonly cachePolicyId: string;
  readonly originRequestPolicyId?: string;
  readonly responseHeadersPolicyId?: string;
  /** ARNs. */
  readonly viewerRequest?: string;
  readonly viewerResponse?: string;
}

export interface ErrorConfig {
  /** Seconds. */
  readonly ttl: number;
  readonly page?: { readonly path: string; readonly status: number };
}

export interface DistributionConfig {
  /** In order; the default one last. */
  readonly behaviours: readonly BehaviourConfig[];
  readonly rootObject: string;
  readonly errors: ReadonlyMap<number, ErrorConfig>;
  readonly aliases: readonly string[];
}

export function distributionConfigOf(properties: Properties): DistributionConfig {
  const config = properties.inside('DistributionConfig') ?? properties.fail('DistributionConfig is missing');
  config.only([
    'Aliases',
    'CacheBehaviors',
    'Comment',
    'CustomErrorResponses',
    'DefaultCacheBehavior',
    'DefaultRootObject',
    'Enabled',
    'HttpVersion',
    'IPV6Enabled',
    'Logging',
    'OriginGroups',
    'Origins',
    'PriceClass',
    'Restrictions',
    'ViewerCertificate',
    'WebACLId',
  ]);
  const targets = targetsOf(config);
  const byDefault = config.inside('DefaultCacheBehavior') ?? config.fail('DefaultCacheBehavior is missing');
  return {
    behaviours: [
      ...config
        .list('CacheBehaviors')
        .map((behaviour) => behaviourOf(behaviour, behaviour.text('PathPattern'), targets)),
      behaviourOf(byDefault, '*', targets),
    ],
    rootObject: config.optionalText('DefaultRootObject') ?? '',
    errors: new Map(config.list('CustomErrorResponses').map((error) => [error.number('ErrorCode', 0), errorOf(error)])),
    aliases: config.texts('Aliases'),
  };
}

function targetsOf(config: Properties): Map<string, OriginTarget> {
  const origins = new Map(config.list('Origins').map((origin) => [origin.text('Id'), originOf(origin)]));
  const named = (from: Properties, id: string) => origins.get(id) ?? from.fail(`there is no origin ${id}`);
  const targets = new Map<string, OriginTarget>();
  for (const [id, origin] of origins) targets.set(id, { primary: origin });
  for (const group of config.inside('OriginGroups')?.list('Items') ?? []) {
    const members = group.inside('Members')?.list('Items') ?? [];
    const [first, second] = members.map((member) => named(member, member.text('OriginId')));
    if (!first || !second) return group.fail('an origin group has two members');
    const statuses = group.inside('FailoverCriteria')?.inside('StatusCodes')?.raw('Items');
    const codes = new Set((Array.isArray(statuses) ? statuses : []).map(Number));
    targets.set(group.text('Id'), { primary: first, fallback: { origin: second, statuses: codes } });
  }
  return targets;
}

function originOf(origin: Properties): OriginConfig {
  origin.only([
    'ConnectionAttempts',
    'ConnectionTimeout',
    'CustomOriginConfig',
    'DomainName',
    'Id',
    'OriginAccessControlId',
    'OriginCustomHeaders',
    'OriginPath',
    'OriginShield',
    'ResponseCompletionTimeout',
    'S3OriginConfig',
  ]);
  const custom = origin.inside('CustomOriginConfig');
  const accessControlId = origin.optionalText('OriginAccessControlId');
  const legacy = origin.inside('S3OriginConfig')?.optionalText('OriginAccessIdentity');
  if (legacy) origin.refuse('origin access identities are not run; use origin access control');
  return {
    id: origin.text('Id'),
    domain: origin.text('DomainName').toLowerCase(),
    path: (origin.optionalText('OriginPath') ?? '').replace(/\/$/, ''),
    headers: Object.fromEntries(
      origin
        .list('OriginCustomHeaders')
        .map((header) => [header.text('HeaderName').toLowerCase(), header.text('HeaderValue')]),
    ),
    httpPort: custom?.number('HTTPPort', 80) ?? 80,
    readTimeout: custom?.number('OriginReadTimeout', 30) ?? 30,
    ...(accessControlId && { accessControlId }),
  };
}

function behaviourOf(
  behaviour: Properties,
  pattern: string,
  targets: ReadonlyMap<string, OriginTarget>,
): BehaviourConfig {
  behaviour.only([
    'AllowedMethods',
    'CachedMethods',
    'CachePolicyId',
    'Compress',
    'FunctionAssociations',
    'OriginRequestPolicyId',
    'PathPattern',
    'ResponseHeadersPolicyId',
    'SmoothStreaming',
    'TargetOriginId',
    'ViewerProtocolPolicy',
  ]);
  if (behaviour.flag('SmoothStreaming')) behaviour.refuse('SmoothStreaming is not run');
  const targetId = behaviour.text('TargetOriginId');
  const functions = new Map(
    behaviour.list('FunctionAssociations').map((one) => [one.text('EventType'), one.text('FunctionARN')]),
  );
  const originRequestPolicyId = behaviour.optionalText('OriginRequestPolicyId');
  const responseHeadersPolicyId = behaviour.optionalText('ResponseHeadersPolicyId');
  const viewerRequest = functions.get('viewer-request');
  const viewerResponse = functions.get('viewer-response');
  return {
    pattern,
    target: targets.get(targetId) ?? behaviour.fail(`there is no origin ${targetId}`),
    methods: new Set(behaviour.has('AllowedMethods') ? behaviour.texts('AllowedMethods') : ['GET', 'HEAD']),
    cachedMethods: new Set(behaviour.has('CachedMethods') ? behaviour.texts('CachedMethods') : ['GET', 'HEAD']),
    compress: behaviour.flag('Compress'),
    cachePolicyId: behaviour.text('CachePolicyId'),
    ...(originRequestPolicyId && { originRequestPolicyId }),
    ...(responseHeadersPolicyId && { responseHeadersPolicyId }),
    ...(viewerRequest && { viewerRequest }),
    ...(viewerResponse && { viewerResponse }),
  };
}

function errorOf(error: Properties): ErrorConfig {
  const path = error.optionalText('ResponsePagePath');
  const code = error.number('ErrorCode', 0);
  return {
    ttl: error.number('ErrorCachingMinTTL', 10),
    ...(path && { page: { path, status: error.number('ResponseCode', code) } }),
  };
}
