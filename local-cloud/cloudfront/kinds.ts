import { randomUUID } from 'node:crypto';
import { measuresOf } from '../cloudwatch/cloudwatch.ts';
import { faultsOf } from '../faults/faults.ts';
import { close, listen } from '../http/listener.ts';
import type { Cloud, Kind, Resource } from '../kind.ts';
import { onceACloud } from '../once-a-cloud.ts';
import { stableId } from '../physical-name.ts';
import { type Properties, propertiesOf } from '../properties.ts';
import { attempt } from '../refused.ts';
import { aliasesOf } from './aliases.ts';
import { originAsker } from './ask-origin.ts';
import { type Behaviour, noCounts } from './behaviour.ts';
import { type CachePolicy, cachePolicyOf, managedCachePolicies } from './cache-policy.ts';
import { countsFile } from './counts-file.ts';
import { Distribution } from './distribution.ts';
import { type BehaviourConfig, distributionConfigOf } from './distribution-config.ts';
import { distributionMeasures } from './distribution-measures.ts';
import { type EdgeFunction, edgeFunction } from './edge-function.ts';
import { answerInvalidation, distributionPrefix, invalidationAsks } from './invalidation-api.ts';
import { keyValueStoreKind } from './key-value-kinds.ts';
import { findStore, type KeyValueStore } from './key-value-store.ts';
import {
  managedOriginRequestPolicies,
  nothingMore,
  type OriginRequestPolicy,
  originRequestPolicyOf,
} from './origin-request-policy.ts';
import { patternMatcher } from './path-pattern.ts';
import {
  managedResponseHeadersPolicies,
  type ResponseHeadersPolicy,
  responseHeadersPolicyOf,
} from './response-headers-policy.ts';
import { viewerServer } from './viewer-listener.ts';

/** A policy is kept in the registry under its id, which is what distributions name. */
function policyKind<Policy>(
  type: string,
  config: string,
  read: (config: Readonly<Record<string, unknown>>) => Policy,
): Kind {
  return {
    type,
    make: (resource, cloud) => {
      const id = policyId(resource);
      const properties = propertiesOf(resource);
      const policy = attempt(
        (problem) => properties.fail(problem),
        undefined,
        () => read((properties.raw(config) ?? {}) as Record<string, unknown>),
      );
      cloud.registry.set(policyKey(type, id), policy);
      return { ref: id, attributes: { Id: id, LastModifiedTime: '2026-01-01T00:00:00Z' } };
    },
  };
}

const CACHE = 'AWS::CloudFront::CachePolicy';
const ORIGIN_REQUEST = 'AWS::CloudFront::OriginRequestPolicy';
const RESPONSE_HEADERS = 'AWS::CloudFront::ResponseHeadersPolicy';

const originAccessControl: Kind = {
  type: 'AWS::CloudFront::OriginAccessControl',
  make: (resource) => {
    const id = `E${stableId(resource, 13).toUpperCase()}`;
    return { ref: id, attributes: { Id: id } };
  },
};

const functionKind: Kind = {
  type: 'AWS::CloudFront::Function',
  make: (resource, cloud) => {
    const properties = propertiesOf(resource);
    const config = properties.inside('FunctionConfig')?.only(['Comment', 'KeyValueStoreAssociations', 'Runtime']);
    const runtime = config?.text('Runtime');
    const [store, second] = (config?.list('KeyValueStoreAssociations') ?? []).map((association) => {
      const arn = association.only(['KeyValueStoreARN']).text('KeyValueStoreARN');
      return findStore(cloud, arn) ?? association.fail(`there is no key-value store ${arn}`);
    });
    if (second) properties.refuse('CloudFront takes one key-value store a function');
    if (runtime !== 'cloudfront-js-2.0') properties.refuse(`only the runtime cloudfront-js-2.0 is run, not ${runtime}`);
    const name = properties.text('Name');
    const made = takenFunction(name, properties, (line) => cloud.log(`edge-${name}`, line), store);
    const arn = `arn:aws:cloudfront::${cloud.account}:function/${name}`;
    cloud.registry.set(arn, made);
    return {
      ref: arn,
      attributes: { FunctionARN: arn, 'FunctionMetadata.FunctionARN': arn, Stage: 'LIVE' },
    };
  },
};

/** An error that is thrown while the code is loaded may come from its own realm, where `Error` is another one. */
function takenFunction(
  name: string,
  properties: Properties,
  log: (line: string) => void,
  store: KeyValueStore | undefined,
): EdgeFunction {
  const code = properties.text('FunctionCode');
  try {
    return edgeFunction(name, code, log, store);
  } catch (error) {
    return properties.fail(String((error as { readonly message?: unknown } | undefined)?.message ?? error));
  }
}

const distribution: Kind = {
  type: 'AWS::CloudFront::Distribution',
  make: (resource, cloud) => {
    const properties = propertiesOf(resource);
    const config = distributionConfigOf(properties);
    const id = `E${stableId(resource, 13).toUpperCase()}`;
    const domain = `${id.toLowerCase()}.cloudfront.net`;
    const arn = `arn:aws:cloudfront::${cloud.account}:distribution/${id}`;
    const log = (line: string) => cloud.log(`cloudfront-${resource.logicalId}`, line);
    const faults = faultsOf(cloud);
    faults.register('edge', resource.logicalId);
    const origins = originAsker(cloud.hosts, log);
    const made = new Distribution({
      id,
      arn,
      domain,
      config,
      behaviours: config.behaviours.map((behaviour) => ready(behaviour, properties, cloud)),
      ask: origins.ask,
      now: Date.now,
      requestId: randomUUID,
      localNames: () => aliasesOf(cloud),
      isStuck: () => faults.of('edge-stale', resource.logicalId) !== undefined,
      measure: distributionMeasures(id, measuresOf(cloud).measure),
      log,
    });
    const server = viewerServer(made.host, log);

    invalidations(cloud);
    for (const name of [domain, ...config.aliases]) cloud.hosts.set(name, made.host);
    cloud.registry.set(`cloudfront:distribution:${id}`, made);
    const counts = countsFile(cloud.state, resource.logicalId, () => made.stats());
    return {
      ref: id,
      attributes: { Id: id, DomainName: domain },
      open: async () => {
        const port = await listen(server, await cloud.portFor(`cloudfront:${resource.logicalId}`));
        const url = `http://127.0.0.1:${port}`;
        for (const alias of config.aliases) aliasesOf(cloud).set(alias, url);
        cloud.addresses.push({ name: resource.logicalId, url });
      },
      start: async () => counts.start(),
      stop: async () => {
        await close(server);
        counts.stop();
        origins.stop();
      },
    };
  },
};

/**
 * Distributions, their policies and functions. A running distribution is in the registry under
 * `cloudfront:distribution:<id>`, with `stats()` and `invalidate(paths)`.
 */
export const cloudfrontKinds: Kind[] = [
  policyKind(CACHE, 'CachePolicyConfig', cachePolicyOf),
  policyKind(ORIGIN_REQUEST, 'OriginRequestPolicyConfig', originRequestPolicyOf),
  policyKind(RESPONSE_HEADERS, 'ResponseHeadersPolicyConfig', responseHeadersPolicyOf),
  originAccessControl,
  keyValueStoreKind,
  functionKind,
  distribution,
];

/** CloudFront's own API, for all distributions of a cloud. */
const invalidations = (cloud: Cloud): void =>
  onceACloud(cloud, 'invalidations', () => {
    const { apis, account } = cloud;
    const find = (id: string) => cloud.registry.get(`cloudfront:distribution:${id}`) as Distribution | undefined;
    apis.servePath(distributionPrefix, { asks: (call) => invalidationAsks(account, call) }, async (call) =>
      answerInvalidation(find, call),
    );
    cloud.endpoints.set('CLOUDFRONT', apis.url);
  });

function ready(config: BehaviourConfig, properties: Properties, cloud: Cloud): Behaviour {
  const policy = <Policy>(type: string, managed: Readonly<Record<string, Policy>>, id: string): Policy =>
    (cloud.registry.get(policyKey(type, id)) as Policy | undefined) ??
    managed[id] ??
    properties.fail(`the local cloud does not know the ${type} ${id}`);
  const edge = (arn: string | undefined): EdgeFunction | undefined =>
    arn === undefined
      ? undefined
      : ((cloud.registry.get(arn) as EdgeFunction | undefined) ?? properties.fail(`there is no function ${arn}`));
  const { cachePolicyId, originRequestPolicyId, responseHeadersPolicyId } = config;
  return {
    config,
    matches: patternMatcher(config.pattern),
    cachePolicy: policy<CachePolicy>(CACHE, managedCachePolicies, cachePolicyId),
    originRequestPolicy: originRequestPolicyId
      ? policy<OriginRequestPolicy>(ORIGIN_REQUEST, managedOriginRequestPolicies, originRequestPolicyId)
      : nothingMore,
    headersPolicy: responseHeadersPolicyId
      ? policy<ResponseHeadersPolicy>(RESPONSE_HEADERS, managedResponseHeadersPolicies, responseHeadersPolicyId)
      : undefined,
    viewerRequest: edge(config.viewerRequest),
    viewerResponse: edge(config.viewerResponse),
    counts: noCounts(),
  };
}

function policyKey(type: string, id: string): string {
  return `${type}:${id}`;
}

/** Shaped like the ids that CloudFront gives. */
function policyId(resource: Resource): string {
  const hex = stableId(resource, 32);
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}
