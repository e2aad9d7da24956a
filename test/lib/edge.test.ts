import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { App, Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { publishedPagePaths } from '../../contracts/answer-headers.ts';
import { apiPrefix, descriptionPath } from '../../contracts/api.ts';
import { cacheControl } from '../../contracts/paths.ts';
import { faultProblem, refusals } from '../../contracts/refusals.ts';
import { siteCacheControl } from '../../contracts/site-config.ts';
import { AddressGuard } from '../../lib/constructs/edge/address-guard.ts';
import { otherWayRound } from './stages.ts';
import { type Resource, type Synthesized, synthesize } from './synthesize.ts';

/* Long because one synthesized edge is looked at from all sides: behaviours, headers, names, firewall. */

let platform: Synthesized;
beforeAll(async () => {
  platform = await synthesize(otherWayRound);
});

const all = (type: string): readonly Resource[] => platform.resources.filter(({ Type }) => Type === type);
const byId = (id: string): Resource => {
  const found = platform.resources.find((resource) => resource.id === id);
  if (!found) throw new Error(`no resource ${id}`);
  return found;
};
const distribution = (alias: string) => {
  const found = all('AWS::CloudFront::Distribution').map(({ Properties }) => Properties.DistributionConfig);
  return found.find(({ Aliases = [] }) => Aliases.includes(alias));
};
/** It has no name. */
const copies = () =>
  all('AWS::CloudFront::Distribution').find(({ Properties }) => Properties.DistributionConfig.Aliases === undefined)
    ?.Properties.DistributionConfig;
const site = () => distribution('tickets.stampede.example.org');
const live = () => distribution('live.tickets.stampede.example.org');
const behaviour = (pattern: string) =>
  site().CacheBehaviors.find(({ PathPattern }: { PathPattern: string }) => PathPattern === pattern);
const originOf = (config: { Origins: { Id: string }[] }, { TargetOriginId }: { TargetOriginId: string }) => {
  const found = config.Origins.find(({ Id }) => Id === TargetOriginId);
  if (!found) throw new Error(`no origin ${TargetOriginId}`);
  return found as unknown as Resource['Properties'];
};
/** Of a group of two, who is asked first, who then, and after which answers. */
const groupOf = (config: Resource['Properties'], { TargetOriginId }: { TargetOriginId: string }) => {
  const group = config.OriginGroups.Items.find(({ Id }: { Id: string }) => Id === TargetOriginId);
  if (!group) throw new Error(`no group ${TargetOriginId}`);
  const [first, second] = group.Members.Items.map(({ OriginId }: { OriginId: string }) =>
    originOf(config as never, { TargetOriginId: OriginId }),
  );
  return { first, second, statuses: group.FailoverCriteria.StatusCodes.Items as number[] };
};
const firstOrigin = (at: { TargetOriginId: string }) => groupOf(site(), at).first;
/** The bucket that a name of an origin is of. */
const bucketOf = ({ DomainName }: Resource['Properties']) =>
  /example-(pages|published)-|(Pages|Published)/.exec(JSON.stringify(DomainName))?.slice(1).find(Boolean);
const policyOf = (reference: { Ref: string }) => byId(reference.Ref).Properties.CachePolicyConfig;
const headersOf = ({ ResponseHeadersPolicyId }: { ResponseHeadersPolicyId: { Ref: string } }) =>
  byId(ResponseHeadersPolicyId.Ref).Properties.ResponseHeadersPolicyConfig;

test('docs/caching.md has every behaviour, and every time that a file says', () => {
  const docs = readFileSync(join(import.meta.dirname, '..', '..', 'docs', 'caching.md'), 'utf8');
  const paths = site().CacheBehaviors.map(({ PathPattern }: { PathPattern: string }) => PathPattern);
  const times = [...Object.values(cacheControl), ...Object.values(siteCacheControl)];
  expect(paths.length).toBeGreaterThan(10);
  expect([...paths, ...times].filter((one) => !docs.includes(`\`${one}\``))).toEqual([]);
  const { DefaultTTL, MaxTTL, MinTTL } = policyOf({ Ref: site().DefaultCacheBehavior.CachePolicyId.Ref });
  expect(docs).toContain(`is kept for ${DefaultTTL} s`);
  expect([MinTTL, MaxTTL]).toEqual([0, 31_536_000]);
});

describe('the site’s distribution', () => {
  test('has its behaviours in order, the cacheable ones before the rest of the API', () => {
    expect(site().CacheBehaviors.map(({ PathPattern }: { PathPattern: string }) => PathPattern)).toEqual([
      descriptionPath,
      '/problems/*',
      `${apiPrefix}performances/*/availability`,
      `${apiPrefix}readings/*/*`,
      `${apiPrefix}*`,
      '/order',
      '/order-book',
      '/control-room',
      '/door',
      '/staff',
      '/plain',
      '/plain/*',
      '/catalogue/*',
      '/lines/*',
      ...Object.keys(publishedPagePaths),
    ]);
  });

  const shared = [`${apiPrefix}performances/*/availability`, `${apiPrefix}readings/*/*`];

  test('caches nothing of the API, but availability and readings, and those for 5 s at most, by the path alone', () => {
    const cachingDisabled = '4135ea2d-6df8-44a3-9df3-4b5a84be39ad';
    expect(behaviour(`${apiPrefix}*`).CachePolicyId).toBe(cachingDisabled);
    for (const path of shared) {
      const policy = policyOf(behaviour(path).CachePolicyId);
      expect(policy).toMatchObject({ MinTTL: 0, DefaultTTL: 0, MaxTTL: 5 });
      expect(policy.ParametersInCacheKeyAndForwardedToOrigin).toMatchObject({
        QueryStringsConfig: { QueryStringBehavior: 'none' },
        HeadersConfig: { HeaderBehavior: 'none' },
        CookiesConfig: { CookieBehavior: 'none' },
      });
      expect(behaviour(path).AllowedMethods).toEqual(['GET', 'HEAD']);
      // Nothing else of a request goes on: an answer for all can be made of nothing that one has.
      expect(behaviour(path).OriginRequestPolicyId).toBeUndefined();
      expect(behaviour(path).ResponseHeadersPolicyId).toEqual(behaviour(`${apiPrefix}*`).ResponseHeadersPolicyId);
    }
  });

  test('makes each page without JavaScript for one fan: nothing is cached, and cookie and language come along', () => {
    for (const at of [behaviour('/plain'), behaviour('/plain/*')]) {
      expect(at).toMatchObject({
        // CachingDisabled, and AllViewerExceptHostHeader.
        CachePolicyId: '4135ea2d-6df8-44a3-9df3-4b5a84be39ad',
        OriginRequestPolicyId: 'b689b0a8-53d0-40ab-baf2-68738e2966ac',
        ViewerProtocolPolicy: 'redirect-to-https',
        ResponseHeadersPolicyId: site().DefaultCacheBehavior.ResponseHeadersPolicyId,
        TargetOriginId: behaviour(`${apiPrefix}*`).TargetOriginId,
      });
    }
  });

  test('keeps a file as long as the file says, and by its path alone', () => {
    for (const { CachePolicyId } of [behaviour('/catalogue/*'), behaviour('/lines/*'), site().DefaultCacheBehavior]) {
      const policy = policyOf(CachePolicyId);
      // A least above 0 would win over `no-store` and keep a board longer than its second.
      expect(policy).toMatchObject({ MinTTL: 0, MaxTTL: 31_536_000 });
      expect(policy.ParametersInCacheKeyAndForwardedToOrigin).toMatchObject({
        QueryStringsConfig: { QueryStringBehavior: 'none' },
        HeadersConfig: { HeaderBehavior: 'none' },
        CookiesConfig: { CookieBehavior: 'none' },
      });
    }
  });

  test('shows the API a secret that no template knows', () => {
    const origin = originOf(site(), behaviour(`${apiPrefix}*`));
    const [header] = origin.OriginCustomHeaders;
    expect(header.HeaderName).toBe('stampede-origin');
    expect(JSON.stringify(header.HeaderValue)).toMatch(
      /\{\{resolve:secretsmanager:.*OriginSecret.*:SecretString:::\}\}/,
    );
    expect(origin.CustomOriginConfig).toMatchObject({
      OriginProtocolPolicy: 'https-only',
      OriginSSLProtocols: ['TLSv1.2'],
    });
  });

  test('reads its buckets by origin access control', () => {
    for (const at of [site().DefaultCacheBehavior, behaviour('/catalogue/*'), behaviour('/lines/*')]) {
      expect(firstOrigin(at).OriginAccessControlId).toBeDefined();
    }
    for (const { Properties } of all('AWS::CloudFront::OriginAccessControl')) {
      expect(Properties.OriginAccessControlConfig).toMatchObject({
        SigningBehavior: 'always',
        SigningProtocol: 'sigv4',
      });
    }
  });

  test('lets the functions look first: one before the API, another before the pages', () => {
    const firstLook = ({
      FunctionAssociations,
    }: {
      FunctionAssociations: { FunctionARN: { 'Fn::GetAtt': [string] } }[];
    }) => FunctionAssociations.map(({ FunctionARN }) => FunctionARN['Fn::GetAtt'][0]);
    expect(firstLook(behaviour(`${apiPrefix}*`))).toEqual([expect.stringContaining('BeforeApi')]);
    for (const path of shared) expect(firstLook(behaviour(path))).toEqual(firstLook(behaviour(`${apiPrefix}*`)));
    expect(firstLook(site().DefaultCacheBehavior)).toEqual([expect.stringContaining('BeforeSite')]);
  });

  describe('errors', () => {
    interface Kept {
      readonly ErrorCode: number;
      readonly ErrorCachingMinTTL: number;
      readonly ResponseCode?: number;
      readonly ResponsePagePath?: string;
    }
    const keptBy = ({ CustomErrorResponses }: { CustomErrorResponses: Kept[] }) => CustomErrorResponses;
    const pagesOf = (config: { CustomErrorResponses: Kept[] }) =>
      Object.fromEntries(
        keptBy(config).flatMap(({ ErrorCode, ResponseCode, ResponsePagePath }) =>
          ResponsePagePath === undefined ? [] : [[ErrorCode, [ResponseCode, ResponsePagePath]]],
        ),
      );
    const busy = [503, '/problems/busy.json'];

    test('no error that is one fan’s is kept for another', () => {
      for (const [config, most] of [
        [site(), 0],
        [live(), 1],
        [copies(), 1],
      ]) {
        expect(keptBy(config).map(({ ErrorCode }) => ErrorCode)).toEqual(
          expect.arrayContaining([404, 405, 414, 500, 501, 502, 503, 504]),
        );
        expect(Math.max(...keptBy(config).map(({ ErrorCachingMinTTL }) => ErrorCachingMinTTL))).toBe(most);
      }
    });

    test('on the site a document stands for what no handler says, and never for an answer of the API', () => {
      expect(pagesOf(site())).toEqual({ 502: busy, 503: busy, 504: busy });
      const said = new Set([...Object.values(refusals).map(({ status }) => status as number), faultProblem.status]);
      expect([502, 503, 504].filter((status) => said.has(status))).toEqual([]);
    });

    test('of files every error is a document, or a page where a page was asked for', () => {
      for (const config of [live(), copies()]) {
        expect(pagesOf(config)).toEqual({
          403: [404, '/not-there.html'],
          404: [404, '/problems/not-found.json'],
          ...Object.fromEntries([500, 501, 502, 503, 504].map((status) => [status, busy])),
        });
      }
      // The copies have theirs by what is asked for when nothing else is meant.
      for (const path of ['/problems/*', '/not-there.html']) {
        const at = live().CacheBehaviors.find(({ PathPattern }: { PathPattern: string }) => PathPattern === path);
        expect(bucketOf(groupOf(live(), at).first)).toBe('Pages');
      }
    });

    test('boards come from their copies in the standby region while the home region does not answer', () => {
      const { first, second, statuses } = groupOf(live(), live().DefaultCacheBehavior);
      expect([bucketOf(first), bucketOf(second)]).toEqual(['Published', 'published']);
      expect(JSON.stringify(second.DomainName)).toContain('.s3.eu-west-1.');
      expect(statuses).toEqual([500, 502, 503, 504]);
    });

    test('of the copies a file is a file, a script is no page, and a show is a page', () => {
      const at = (path: string) =>
        copies().CacheBehaviors.find(({ PathPattern }: { PathPattern: string }) => PathPattern === path);
      const ways = (behaviour: { TargetOriginId: string }) => {
        const { first, second, statuses } = groupOf(copies(), behaviour);
        return [bucketOf(first), bucketOf(second), ...statuses];
      };
      expect(ways(copies().DefaultCacheBehavior)).toEqual(['pages', 'published', 403]);
      expect(ways(at('/catalogue/pages/*'))).toEqual(['published', 'pages', 404]);
      for (const path of ['/catalogue/*', '/lines/*']) expect(bucketOf(originOf(copies(), at(path)))).toBe('published');
    });

    test('each object of the buckets has a copy in the standby region, as far as anybody may read it', () => {
      const copied = all('AWS::S3::Bucket').flatMap(({ stack, Properties }) =>
        (Properties.ReplicationConfiguration?.Rules ?? []).map((rule: Resource['Properties']) => [
          stack,
          rule.Filter.Prefix,
          rule.DeleteMarkerReplication.Status,
          rule.Status,
        ]),
      );
      expect(copied.sort()).toEqual([
        ['Catalogue', 'catalogue/', 'Enabled', 'Enabled'],
        ['Catalogue', 'lines/', 'Enabled', 'Enabled'],
        ['Site', '', 'Enabled', 'Enabled'],
      ]);
    });

    test('the site asks the copies for what a bucket does not have, or does not give', () => {
      for (const path of ['/lines/*', '/catalogue/*', '/', '/shows/*', descriptionPath, '/problems/*', undefined]) {
        const at = path === undefined ? site().DefaultCacheBehavior : behaviour(path);
        const { second, statuses } = groupOf(site(), at);
        expect(statuses).toEqual([403, 404, 500, 502, 503, 504]);
        expect(JSON.stringify(second.DomainName)).toMatch(/Copies/);
        expect(second.OriginPath ?? '').toBe('');
      }
    });

    test('the documents lie beside the pages, with their type, and say when to ask again', () => {
      const deployed = all('Custom::CDKBucketDeployment').find(
        ({ Properties }) => Properties.DestinationBucketKeyPrefix === 'problems',
      );
      expect(deployed?.Properties.SystemMetadata).toMatchObject({ 'content-type': 'application/problem+json' });
      expect(headersOf(behaviour('/problems/*')).CustomHeadersConfig.Items).toEqual([
        { Header: 'retry-after', Override: true, Value: '3' },
      ]);
    });

    test('of a page that is not there its bucket says 403, and of a file 404', () => {
      const mayList = all('AWS::S3::BucketPolicy')
        .filter(({ Properties }) => JSON.stringify(Properties).includes('s3:ListBucket'))
        .map(({ stack }) => stack);
      // One of the copies is of files.
      expect(mayList.sort()).toEqual(['Catalogue', 'Standby']);
    });
  });

  test('gives the pages a strict content security policy, and framing to nobody', () => {
    const { SecurityHeadersConfig: security } = headersOf(site().DefaultCacheBehavior);
    expect(security.ContentSecurityPolicy.ContentSecurityPolicy.split('; ')).toEqual([
      "default-src 'none'",
      "script-src 'self'",
      "style-src 'self'",
      "img-src 'self' data:",
      "font-src 'self'",
      "connect-src 'self' https://live.tickets.stampede.example.org",
      "form-action 'self'",
      "base-uri 'none'",
      "manifest-src 'self'",
      "frame-ancestors 'none'",
    ]);
    expect(security.FrameOptions.FrameOption).toBe('DENY');
    expect(security.StrictTransportSecurity.AccessControlMaxAgeSec).toBe(31_536_000);
  });

  test('gives the camera and a worker to the door’s page alone', () => {
    const permissions = (at: { ResponseHeadersPolicyId: { Ref: string } }) =>
      headersOf(at)
        .CustomHeadersConfig.Items.find(({ Header }: { Header: string }) => Header === 'permissions-policy')
        .Value.split(', ');
    const [pages, door] = [permissions(site().DefaultCacheBehavior), permissions(behaviour('/door'))];
    expect(pages).toContain('camera=()');
    expect(door).toEqual(pages.map((one: string) => (one === 'camera=()' ? 'camera=(self)' : one)));
    const policyFor = (at: { ResponseHeadersPolicyId: { Ref: string } }) =>
      headersOf(at).SecurityHeadersConfig.ContentSecurityPolicy.ContentSecurityPolicy;
    // Supervisors sign in there, as on the staff's page.
    const [ofDoor, ofStaff] = ['/door', '/staff'].map((path) => JSON.stringify(policyFor(behaviour(path))));
    expect(ofDoor).toContain("; worker-src 'self'");
    expect(ofDoor?.replace("; worker-src 'self'", '')).toBe(ofStaff);
    const { PathPattern: _path, ResponseHeadersPolicyId: _door, ...rest } = behaviour('/door');
    const { ResponseHeadersPolicyId: _pages, ...usual } = site().DefaultCacheBehavior;
    expect(rest).toEqual(usual);
  });

  test('lets any site read the published files, and no other', () => {
    for (const at of [behaviour('/lines/*'), behaviour('/catalogue/*'), live().DefaultCacheBehavior]) {
      expect(headersOf(at).CorsConfig).toMatchObject({
        AccessControlAllowOrigins: { Items: ['*'] },
        AccessControlAllowCredentials: false,
      });
    }
    expect(headersOf(behaviour(`${apiPrefix}*`)).CorsConfig).toBeUndefined();
    expect(headersOf(site().DefaultCacheBehavior).CorsConfig).toBeUndefined();
  });

  test('is looked at by the firewall; the polls’ is not', () => {
    expect(JSON.stringify(site().WebACLId)).toContain('AddressGuard');
    expect(live().WebACLId).toBeUndefined();
    expect(
      live().Origins.map(({ S3OriginConfig }: { S3OriginConfig?: object }) => S3OriginConfig !== undefined),
    ).toEqual([true, true, true, true]);
  });

  test('and the polls’ never list a bucket at their root', () => {
    expect([site().DefaultRootObject, live().DefaultRootObject]).toEqual(['index.html', 'none']);
  });
});

describe('the edge’s function before the API', () => {
  test('reads the keys of passes from a store, and carries none', () => {
    const { Properties } = all('AWS::CloudFront::Function').find(({ id }) => id.includes('BeforeApi')) ?? {};
    expect(Properties?.FunctionConfig.KeyValueStoreAssociations).toHaveLength(1);
    expect(JSON.stringify(Properties)).not.toContain('{{resolve:');
  });

  test('runs on runtime 2.0, which has HMAC', () => {
    for (const { Properties } of all('AWS::CloudFront::Function')) {
      expect(Properties).toMatchObject({ AutoPublish: true, FunctionConfig: { Runtime: 'cloudfront-js-2.0' } });
    }
  });
});

describe('names', () => {
  const records = () =>
    all('AWS::Route53::RecordSet')
      .filter(({ stack }) => stack === 'Edge')
      .map(({ Properties }) => Properties);

  test('of the house lead to the site whatever the switch says, and its certificate has them', () => {
    const staff = 'staff.tickets.stampede.example.org';
    expect(distribution(staff)).toBe(site());
    const steady = records().filter(({ Name }) => Name === `${staff}.`);
    expect(steady.map(({ Type }) => Type).sort()).toEqual(['A', 'AAAA']);
    for (const { AliasTarget, Failover, HealthCheckId } of steady) {
      expect(AliasTarget.DNSName['Fn::GetAtt'][1]).toBe('DomainName');
      expect([Failover, HealthCheckId]).toEqual([undefined, undefined]);
    }
    const [certificate] = all('AWS::CertificateManager::Certificate');
    expect(certificate?.Properties.SubjectAlternativeNames).toEqual(['live.tickets.stampede.example.org', staff]);
  });

  test('are a failover pair for the site, noticed within 30 s and followed within 60', () => {
    const of = (name: string) => records().filter(({ Type, Name }) => Type === 'CNAME' && Name === name);
    const pair = of('tickets.stampede.example.org.');
    expect(pair).toEqual([
      expect.objectContaining({ Failover: 'PRIMARY', TTL: '60', Name: 'tickets.stampede.example.org.' }),
      expect.objectContaining({ Failover: 'SECONDARY', TTL: '60', ResourceRecords: ['box-office.example.org'] }),
    ]);
    expect(pair[0].ResourceRecords[0]['Fn::GetAtt'][1]).toBe('DomainName');
    expect(byId(pair[0].HealthCheckId.Ref).Properties.HealthCheckConfig).toMatchObject({
      Type: 'HTTP',
      Inverted: true,
      ResourcePath: '/switch/fallback',
      RequestInterval: 30,
      FailureThreshold: 1,
    });
    expect(pair[1].HealthCheckId).toBeUndefined();
    // Drills turn a twin, and never the site.
    const twin = of('drill.tickets.stampede.example.org.');
    expect(twin.map(({ Failover, TTL }) => [Failover, TTL])).toEqual([
      ['PRIMARY', '60'],
      ['SECONDARY', '60'],
    ]);
    expect(byId(twin[0].HealthCheckId.Ref).Properties.HealthCheckConfig.ResourcePath).toBe('/switch/drill');
  });

  test('lead to the polls’ distribution by alias, on both kinds of address', () => {
    const aliases = records().filter(({ Name }) => Name === 'live.tickets.stampede.example.org.');
    expect(aliases.map(({ Type }) => Type).sort()).toEqual(['A', 'AAAA']);
  });

  test('depend on a switch in the standby region, of whose bucket two objects are public', () => {
    const policy = all('AWS::S3::BucketPolicy').find(({ stack }) => stack === 'Standby');
    const allowed = policy?.Properties.PolicyDocument.Statement.filter(
      ({ Effect }: { Effect: string }) => Effect === 'Allow',
    );
    expect(allowed).toEqual([expect.objectContaining({ Action: 's3:GetObject', Principal: { AWS: '*' } })]);
    const keysIn = (named: Resource['Properties'][]) => named.map((one) => one['Fn::Join'][1][1]).sort();
    const open = ['/switch/drill', '/switch/fallback'];
    expect(keysIn(allowed[0].Resource)).toEqual(open);
    // They alone are had without TLS, and nothing else may be done without it.
    const withoutTls = policy?.Properties.PolicyDocument.Statement.filter(
      ({ Condition }: Resource['Properties']) => Condition?.Bool?.['aws:SecureTransport'] === 'false',
    );
    expect(withoutTls).toEqual([
      expect.objectContaining({ Effect: 'Deny', NotAction: 's3:GetObject' }),
      expect.objectContaining({ Effect: 'Deny', Action: 's3:GetObject' }),
    ]);
    expect(keysIn(withoutTls[1].NotResource)).toEqual(open);
  });

  test('are turned by whoever has one policy, which allows nothing else; a stage makes no users', () => {
    const ofStandby = (type: string) => all(type).filter(({ stack }) => stack === 'Standby');
    const [may, ...others] = ofStandby('AWS::IAM::ManagedPolicy');
    expect(others).toEqual([]);
    // The boundary of a delivery refuses them: lib/delivery/delivery-rights.ts.
    expect(all('AWS::IAM::User').concat(all('AWS::IAM::Group'), all('AWS::IAM::AccessKey'))).toEqual([]);
    const actions = may?.Properties.PolicyDocument.Statement.flatMap(({ Action }: Resource['Properties']) => Action);
    expect([...new Set(actions)].sort()).toEqual(['s3:DeleteObject', 's3:GetObject', 's3:ListBucket', 's3:PutObject']);
    expect(JSON.stringify(may?.Properties.PolicyDocument)).not.toContain('"Resource":"*"');
  });
});

describe('the firewall', () => {
  const rules = () => all('AWS::WAFv2::WebACL')[0]?.Properties.Rules;

  test('limits joins and API calls by address, however the path is written', () => {
    const rated = rules().filter(({ Statement }: { Statement: object }) => 'RateBasedStatement' in Statement);
    expect(
      rated.map(({ Name, Statement }: Resource['Properties']) => [Name, Statement.RateBasedStatement.Limit]),
    ).toEqual([
      ['joins-by-address', 300],
      ['api-by-address', 3_000],
      ['invites-by-address', 100],
      ['payments-by-address', 80_000],
    ]);
    const calls: Readonly<Record<string, string>> = {
      'invites-by-address': `${apiPrefix}lines/summer/invite`,
      'payments-by-address': `${apiPrefix}payments/stripe`,
    };
    for (const { Name, Action, Statement } of rated) {
      const { AggregateKeyType, EvaluationWindowSec, ScopeDownStatement } = Statement.RateBasedStatement;
      expect([AggregateKeyType, EvaluationWindowSec]).toEqual(['IP', 300]);
      expect(Action.Block.CustomResponse).toMatchObject({
        ResponseCode: 429,
        ResponseHeaders: [{ Name: 'retry-after', Value: '60' }],
      });
      expect(matches(ScopeDownStatement, calls[Name as string] ?? `${apiPrefix}lines/summer/join`)).toBe(true);
      expect(matches(ScopeDownStatement, '/lines/summer/board.json')).toBe(false);
    }
    const { ScopeDownStatement: invites } = rated[2].Statement.RateBasedStatement;
    expect(matches(invites, `${apiPrefix}pairings/lear-3`)).toBe(true);
  });

  test('has joins judged by Amazon where the settings say so, and no other request', () => {
    const judged = (bots: 'watch' | 'block' | undefined) => {
      const stack = new Stack(new App(), 'Guard');
      const limits = { joinsPer5Min: 300, invitesPer5Min: 100, requestsPer5Min: 3_000 };
      new AddressGuard(stack, 'AddressGuard', { ...limits, bots });
      const [acl] = Object.values(Template.fromStack(stack).findResources('AWS::WAFv2::WebACL'));
      return acl?.Properties.Rules.find(({ Name }: { Name: string }) => Name === 'bots');
    };
    expect(judged(undefined)).toBeUndefined();
    const rule = judged('block');
    expect(rule.OverrideAction).toEqual({ None: {} });
    const { ScopeDownStatement, ManagedRuleGroupConfigs } = rule.Statement.ManagedRuleGroupStatement;
    expect(ManagedRuleGroupConfigs).toEqual([{ AWSManagedRulesBotControlRuleSet: { InspectionLevel: 'COMMON' } }]);
    expect(matches(ScopeDownStatement, `${apiPrefix}lines/summer/join`)).toBe(true);
    expect(matches(ScopeDownStatement, `${apiPrefix}orders`)).toBe(false);
    expect(judged('watch').OverrideAction).toEqual({ Count: {} });
  });

  test('lets a payment provider tell of all sales, and nobody by another spelling of its path', () => {
    const limit = (name: string) =>
      rules().find(({ Name }: { Name: string }) => Name === name).Statement.RateBasedStatement;
    const ofFans = limit('api-by-address').ScopeDownStatement;
    expect(matches(ofFans, `${apiPrefix}payments/stripe`)).toBe(false);
    for (const path of [
      `${apiPrefix}payments/stripe/`,
      `${apiPrefix}payments/stripe/orders`,
      `${apiPrefix}payments`,
      `${apiPrefix}orders`,
    ]) {
      expect([path, matches(ofFans, path)]).toEqual([path, true]);
    }
  });

  /** Whether a rule is about a path. */
  function matches(statement: Resource['Properties'], path: string): boolean {
    const { AndStatement, NotStatement, RegexMatchStatement } = statement;
    if (AndStatement) return AndStatement.Statements.every((one: Resource['Properties']) => matches(one, path));
    if (NotStatement) return !matches(NotStatement.Statement, path);
    const transformed = RegexMatchStatement.TextTransformations.map(({ Type }: { Type: string }) => Type);
    expect(transformed).toEqual(['URL_DECODE', 'NORMALIZE_PATH', 'LOWERCASE']);
    return new RegExp(RegexMatchStatement.RegexString).test(path);
  }

  test('has Amazon’s common rules, is meant for CloudFront, and keeps no samples', () => {
    const [acl] = all('AWS::WAFv2::WebACL');
    expect([acl?.stack, acl?.Properties.Scope]).toEqual(['EdgeGuard', 'CLOUDFRONT']);
    const common = rules().find(({ Name }: { Name: string }) => Name === 'common').Statement.ManagedRuleGroupStatement;
    expect(common).toEqual({
      VendorName: 'AWS',
      Name: 'AWSManagedRulesCommonRuleSet',
      RuleActionOverrides: [{ Name: 'SizeRestrictions_BODY', ActionToUse: { Count: {} } }],
      ScopeDownStatement: { NotStatement: { Statement: expect.anything() } },
    });
    expect(common.ScopeDownStatement.NotStatement.Statement.RegexMatchStatement.RegexString).toBe(
      `^${apiPrefix}payments/stripe$`,
    );
    for (const { VisibilityConfig } of rules()) expect(VisibilityConfig.SampledRequestsEnabled).toBe(false);
  });
});
