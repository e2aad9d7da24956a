import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterAll, afterEach, describe, expect, test } from '@jest/globals';
import type { Distribution } from '../../cloudfront/distribution.ts';
import { cloudfrontKinds } from '../../cloudfront/kinds.ts';
import type { HostRequest, HostResponse, Made } from '../../kind.ts';
import { removeTemporaryFolders } from '../temporary-folder.ts';
import { aCloud, aRequest, aResponse, make, type TestCloud } from './a-cloud.ts';

/* Long because one distribution has all that the CDN does to a request and to its answer. */

afterAll(removeTemporaryFolders);

const OPTIMIZED = '658327ea-f89d-4fab-a63d-7e88639e58f6';
const DISABLED = '4135ea2d-6df8-44a3-9df3-4b5a84be39ad';
const ALL_VIEWER_EXCEPT_HOST = 'b689b0a8-53d0-40ab-baf2-68738e2966ac';
const SECURITY_HEADERS = '67f7725c-6f97-4210-82d7-5512b31e9d03';
const EVERY_METHOD = ['GET', 'HEAD', 'OPTIONS', 'PUT', 'PATCH', 'POST', 'DELETE'];

const running: Made[] = [];
afterEach(async () => {
  for (const made of running.splice(0)) await made.stop?.();
});

interface Origin {
  readonly seen: HostRequest[];
  answer: (request: HostRequest) => HostResponse | Promise<HostResponse>;
}

function anOrigin(cloud: TestCloud, domain: string, answer: Origin['answer']): Origin {
  const origin: Origin = { seen: [], answer };
  cloud.hosts.set(domain, async (request) => {
    origin.seen.push(request);
    return origin.answer(request);
  });
  return origin;
}

async function aDistribution(cloud: TestCloud, config: Readonly<Record<string, unknown>>, id = 'Site') {
  const made = await make(cloudfrontKinds, cloud, 'AWS::CloudFront::Distribution', id, {
    DistributionConfig: {
      Enabled: true,
      Origins: [
        {
          Id: 'site',
          DomainName: 'site.test',
          S3OriginConfig: { OriginAccessIdentity: '' },
          OriginAccessControlId: 'oac',
        },
        {
          Id: 'api',
          DomainName: 'api.test',
          OriginPath: '/v1',
          CustomOriginConfig: { OriginProtocolPolicy: 'https-only' },
          OriginCustomHeaders: [{ HeaderName: 'Secret-Origin', HeaderValue: 's3cret' }],
        },
      ],
      DefaultCacheBehavior: behaviour('site', OPTIMIZED),
      ...config,
    },
  });
  running.push(made);
  const host = cloud.hosts.get(String(made.attributes.DomainName));
  if (!host) throw new Error('a distribution is a host');
  const distribution = cloud.registry.get(`cloudfront:distribution:${made.ref}`) as Distribution;
  return { made, distribution, ask: (path: string, more?: Partial<HostRequest>) => host(aRequest(path, more)) };
}

function behaviour(origin: string, cachePolicy: string, more: Readonly<Record<string, unknown>> = {}) {
  return { TargetOriginId: origin, CachePolicyId: cachePolicy, ViewerProtocolPolicy: 'redirect-to-https', ...more };
}

function aFunction(cloud: TestCloud, name: string, code: string) {
  return make(cloudfrontKinds, cloud, 'AWS::CloudFront::Function', name, {
    Name: name,
    FunctionCode: code,
    FunctionConfig: { Runtime: 'cloudfront-js-2.0', Comment: '' },
  });
}

describe('behaviours', () => {
  test('the first path pattern that matches answers; letter case counts', async () => {
    const cloud = aCloud();
    anOrigin(cloud, 'site.test', () => aResponse(200, {}, 'site'));
    anOrigin(cloud, 'api.test', ({ path }) => aResponse(200, {}, `api ${path}`));
    const { ask } = await aDistribution(cloud, {
      CacheBehaviors: [
        { PathPattern: '/calls/*', ...behaviour('api', DISABLED) },
        { PathPattern: 'img/?.png', ...behaviour('api', DISABLED) },
      ],
    });
    const body = async (path: string) => (await ask(path)).body.toString();
    expect(await body('/calls/x')).toBe('api /v1/calls/x');
    expect(await body('/CALLS/x')).toBe('site');
    expect(await body('/img/a.png')).toBe('api /v1/img/a.png');
    expect(await body('/img/ab.png')).toBe('site');
  });

  test('a method that is not allowed, and a GET with a body, are 403', async () => {
    const cloud = aCloud();
    const site = anOrigin(cloud, 'site.test', () => aResponse(200));
    const { ask } = await aDistribution(cloud, {});
    expect((await ask('/', { method: 'POST' })).status).toBe(403);
    expect((await ask('/', { body: Buffer.from('x') })).status).toBe(403);
    expect(site.seen).toHaveLength(0);
  });

  test('the root has its object', async () => {
    const cloud = aCloud();
    const site = anOrigin(cloud, 'site.test', () => aResponse(200));
    const { ask } = await aDistribution(cloud, { DefaultRootObject: 'index.html' });
    await ask('/');
    expect(site.seen[0]?.path).toBe('/index.html');
  });

  test('what the local cloud would not do stops it by name', async () => {
    const cloud = aCloud();
    await expect(aDistribution(cloud, { Staging: true })).rejects.toThrow('does not run the property Staging');
    const legacy = { ...behaviour('site', OPTIMIZED), ForwardedValues: {} };
    await expect(aDistribution(cloud, { DefaultCacheBehavior: legacy })).rejects.toThrow('ForwardedValues');
    const unknown = { DefaultCacheBehavior: behaviour('site', 'no-such-policy') };
    await expect(aDistribution(cloud, unknown)).rejects.toThrow('no-such-policy');
  });
});

describe('what the origin sees', () => {
  test('an API behind AllViewerExceptHostHeader: everything but the host, and the secret wins', async () => {
    const cloud = aCloud();
    const api = anOrigin(cloud, 'api.test', () => aResponse(201, { 'content-type': 'application/json' }, '{}'));
    const { ask, distribution } = await aDistribution(cloud, {
      DefaultCacheBehavior: behaviour('api', DISABLED, {
        AllowedMethods: EVERY_METHOD,
        OriginRequestPolicyId: ALL_VIEWER_EXCEPT_HOST,
      }),
    });
    const response = await ask('/orders?a=1&b=2', {
      method: 'POST',
      body: Buffer.from('{"n":1}'),
      headers: {
        host: 'tickets.example.org',
        'content-type': 'application/json',
        'secret-origin': 'guessed',
        'x-forwarded-for': '203.0.113.9',
        connection: 'keep-alive',
        cookie: 'a=1',
      },
    });
    expect(response.status).toBe(201);
    expect(response.headers['x-cache']).toBe('Miss from cloudfront');
    expect(api.seen[0]).toMatchObject({
      method: 'POST',
      path: '/v1/orders',
      query: 'a=1&b=2',
      headers: {
        host: 'api.test',
        'content-type': 'application/json',
        'secret-origin': 's3cret',
        'x-forwarded-for': '203.0.113.9, 192.0.2.7',
        cookie: 'a=1',
      },
    });
    expect(api.seen[0]?.headers).not.toHaveProperty('connection');
    expect(api.seen[0]).not.toHaveProperty('signedBy');
    expect(distribution.stats()).toEqual([
      { pattern: '*', requests: 1, hits: 0, originReads: 1, answeredAtEdge: 0, errors: 0 },
    ]);
  });

  test('and the cookies it sets reach the viewer, each in a header of its own', async () => {
    const cloud = aCloud();
    anOrigin(cloud, 'api.test', () => ({
      ...aResponse(200, { 'content-type': 'text/html' }, 'x'.repeat(2000)),
      cookies: ['a=1; Path=/', 'b=2; Path=/; HttpOnly'],
    }));
    const { ask } = await aDistribution(cloud, { DefaultCacheBehavior: behaviour('api', DISABLED) });
    const response = await ask('/', { headers: { 'accept-encoding': 'gzip' } });
    expect(response.cookies).toEqual(['a=1; Path=/', 'b=2; Path=/; HttpOnly']);
  });

  test('what was counted is in a file when it stops, for other processes', async () => {
    const cloud = aCloud();
    anOrigin(cloud, 'site.test', () => aResponse(200, { 'cache-control': 'max-age=60' }));
    const { ask, made, distribution } = await aDistribution(cloud, {}, 'Counted');
    await made.start?.();
    for (let time = 0; time < 3; time += 1) await ask('/a.js');
    await made.stop?.();
    const kept = JSON.parse(readFileSync(join(cloud.state, 'cdn', 'Counted.json'), 'utf8'));
    expect(kept).toEqual(distribution.stats());
    expect(kept).toMatchObject([{ requests: 3, hits: 2, originReads: 1 }]);
  });

  test('a bucket behind CachingOptimized: nothing but the path, and the signature', async () => {
    const cloud = aCloud();
    const site = anOrigin(cloud, 'site.test', () => aResponse(200));
    const { ask, made } = await aDistribution(cloud, {});
    await ask('/a.js?v=1', { headers: { host: 'h', authorization: 'x', 'if-none-match': '"1"', range: 'bytes=0-1' } });
    const sent = site.seen[0];
    expect(sent?.query).toBe('');
    expect(sent?.signedBy).toBe(`arn:aws:cloudfront::111122223333:distribution/${made.ref}`);
    for (const name of ['authorization', 'if-none-match', 'range']) expect(sent?.headers).not.toHaveProperty(name);
    expect(sent?.headers['user-agent']).toBe('Amazon CloudFront');
  });

  test('a name that is nowhere in this cloud is 502; a loopback server is asked for real', async () => {
    const cloud = aCloud();
    const server = createServer((request, response) => response.end(`real ${request.url}`));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    const { ask } = await aDistribution(cloud, {
      Origins: [
        { Id: 'site', DomainName: 'elsewhere.example.org', CustomOriginConfig: {} },
        { Id: 'old', DomainName: '127.0.0.1', CustomOriginConfig: { HTTPPort: port } },
      ],
      CacheBehaviors: [{ PathPattern: '/old/*', ...behaviour('old', DISABLED) }],
    });
    expect((await ask('/')).status).toBe(502);
    expect((await ask('/old/x?y=1')).body.toString()).toBe('real /old/x');
    await new Promise((resolve) => server.close(resolve));
  });
});

describe('the cache', () => {
  test('its key is the path and what the policy names', async () => {
    const cloud = aCloud();
    const policy = await make(cloudfrontKinds, cloud, 'AWS::CloudFront::CachePolicy', 'Policy', {
      CachePolicyConfig: {
        Name: 'p',
        MinTTL: 0,
        DefaultTTL: 60,
        MaxTTL: 60,
        ParametersInCacheKeyAndForwardedToOrigin: {
          QueryStringsConfig: { QueryStringBehavior: 'whitelist', QueryStrings: ['v'] },
          HeadersConfig: { HeaderBehavior: 'whitelist', Headers: ['Accept-Language'] },
          CookiesConfig: { CookieBehavior: 'none' },
        },
      },
    });
    const site = anOrigin(cloud, 'site.test', () => aResponse(200));
    const { ask } = await aDistribution(cloud, { DefaultCacheBehavior: behaviour('site', policy.ref) });
    const english = { 'accept-language': 'en' };
    await ask('/a?v=1&tracking=1', { headers: { ...english, cookie: 'me=1' } });
    await ask('/a?v=1&tracking=2', { headers: { ...english, cookie: 'me=2', 'user-agent': 'x' } });
    expect(site.seen).toHaveLength(1);
    expect(site.seen[0]).toMatchObject({ query: 'v=1', headers: english });
    await ask('/a?v=2', { headers: english });
    await ask('/a?v=1', { headers: { 'accept-language': 'de' } });
    expect(site.seen).toHaveLength(3);
  });

  test('says whether it hit, and how old the answer is; HEAD and If-None-Match need no origin', async () => {
    const cloud = aCloud();
    const site = anOrigin(cloud, 'site.test', () => aResponse(200, { etag: '"1"', 'content-length': '4' }, 'page'));
    const { ask, distribution } = await aDistribution(cloud, {});
    const first = await ask('/a');
    expect(first.headers).toMatchObject({ 'x-cache': 'Miss from cloudfront' });
    expect(first.headers).not.toHaveProperty('age');
    const second = await ask('/a');
    expect(second.headers).toMatchObject({ 'x-cache': 'Hit from cloudfront', age: expect.stringMatching(/^\d+$/) });
    const head = await ask('/a', { method: 'HEAD' });
    expect(head).toMatchObject({ status: 200, headers: { 'content-length': '4' }, body: Buffer.alloc(0) });
    expect(await ask('/a', { headers: { 'if-none-match': 'W/"1"' } })).toMatchObject({
      status: 304,
      body: Buffer.alloc(0),
    });
    expect(site.seen).toHaveLength(1);
    distribution.invalidate(['/*']);
    await ask('/a');
    expect(site.seen).toHaveLength(2);
    expect(distribution.stats()[0]).toMatchObject({ requests: 5, hits: 3, originReads: 2 });
  });

  test('an error is kept for its least time, 10 s unless the distribution says otherwise, even under CachingDisabled', async () => {
    const cloud = aCloud();
    const api = anOrigin(cloud, 'api.test', ({ path }) => aResponse(path.endsWith('gone') ? 404 : 503));
    const { ask } = await aDistribution(cloud, {
      DefaultCacheBehavior: behaviour('api', DISABLED, { AllowedMethods: EVERY_METHOD }),
      CustomErrorResponses: [{ ErrorCode: 503, ErrorCachingMinTTL: 0 }],
    });
    await ask('/gone');
    expect((await ask('/gone')).headers['x-cache']).toBe('Error from cloudfront');
    expect(api.seen).toHaveLength(1);
    await ask('/gone', { method: 'POST' });
    expect(api.seen).toHaveLength(2);
    await ask('/broken');
    await ask('/broken');
    expect(api.seen).toHaveLength(4);
  });

  test('an error may have a page, and another status', async () => {
    const cloud = aCloud();
    anOrigin(cloud, 'site.test', ({ path }) =>
      path === '/404.html' ? aResponse(200, { 'content-type': 'text/html' }, 'nothing here') : aResponse(403),
    );
    const { ask } = await aDistribution(cloud, {
      CustomErrorResponses: [
        { ErrorCode: 403, ResponseCode: 404, ResponsePagePath: '/404.html', ErrorCachingMinTTL: 0 },
      ],
    });
    const response = await ask('/missing');
    expect(response).toMatchObject({ status: 404, headers: { 'content-type': 'text/html' } });
    expect(response.body.toString()).toBe('nothing here');
  });

  test('an origin that does not answer has the page of its status, with the headers of the page’s path', async () => {
    const cloud = aCloud();
    anOrigin(cloud, 'site.test', () => aResponse(200, { 'content-type': 'application/problem+json' }, '{}'));
    anOrigin(cloud, 'api.test', () => Promise.reject(new Error('gone')));
    const retry = await make(cloudfrontKinds, cloud, 'AWS::CloudFront::ResponseHeadersPolicy', 'Retry', {
      ResponseHeadersPolicyConfig: {
        Name: 'retry',
        CustomHeadersConfig: { Items: [{ Header: 'retry-after', Value: '3', Override: true }] },
      },
    });
    const { ask } = await aDistribution(cloud, {
      CacheBehaviors: [
        { PathPattern: '/calls/*', ...behaviour('api', DISABLED) },
        { PathPattern: '/problems/*', ...behaviour('site', OPTIMIZED), ResponseHeadersPolicyId: retry.ref },
      ],
      CustomErrorResponses: [
        { ErrorCode: 502, ResponseCode: 503, ResponsePagePath: '/problems/busy.json', ErrorCachingMinTTL: 0 },
      ],
    });
    expect(await ask('/calls/basket')).toMatchObject({
      status: 503,
      headers: { 'content-type': 'application/problem+json', 'retry-after': '3' },
    });
    expect((await ask('/other')).headers).not.toHaveProperty('retry-after');
  });

  test('compresses text that is long enough, once for each encoding', async () => {
    const cloud = aCloud();
    const text = 'seat '.repeat(400);
    const site = anOrigin(cloud, 'site.test', ({ path }) =>
      path === '/short'
        ? aResponse(200, { 'content-type': 'text/plain' }, 'short')
        : aResponse(200, { 'content-type': 'text/html', etag: '"1"' }, text),
    );
    const { ask } = await aDistribution(cloud, {
      DefaultCacheBehavior: behaviour('site', OPTIMIZED, { Compress: true }),
    });
    const brotli = await ask('/a', { headers: { 'accept-encoding': 'gzip, deflate, br' } });
    expect(brotli.headers).toMatchObject({ 'content-encoding': 'br', etag: 'W/"1"', vary: 'Accept-Encoding' });
    expect(brotliDecompressSync(brotli.body).toString()).toBe(text);
    const gzip = await ask('/a', { headers: { 'accept-encoding': 'gzip, br;q=0' } });
    expect(gunzipSync(gzip.body).toString()).toBe(text);
    expect((await ask('/a')).body.toString()).toBe(text);
    await ask('/a', { headers: { 'accept-encoding': 'br, gzip' } });
    expect(site.seen).toHaveLength(3);
    expect((await ask('/short', { headers: { 'accept-encoding': 'br' } })).headers).not.toHaveProperty(
      'content-encoding',
    );
  });

  test('an origin group answers a failed read from its second member, and never repeats a write', async () => {
    const cloud = aCloud();
    const api = anOrigin(cloud, 'api.test', () => aResponse(503));
    const site = anOrigin(cloud, 'site.test', () => aResponse(200, {}, 'spare'));
    const { ask } = await aDistribution(cloud, {
      OriginGroups: {
        Quantity: 1,
        Items: [
          {
            Id: 'pair',
            FailoverCriteria: { StatusCodes: { Quantity: 1, Items: [503] } },
            Members: { Quantity: 2, Items: [{ OriginId: 'api' }, { OriginId: 'site' }] },
          },
        ],
      },
      DefaultCacheBehavior: behaviour('pair', DISABLED, { AllowedMethods: EVERY_METHOD }),
    });
    expect((await ask('/x')).body.toString()).toBe('spare');
    expect((await ask('/x', { method: 'POST' })).status).toBe(503);
    expect([api.seen.length, site.seen.length]).toEqual([2, 1]);
  });
});

describe('functions and headers at the edge', () => {
  test('a viewer-request function changes the request before the cache, or answers itself', async () => {
    const cloud = aCloud();
    const site = anOrigin(cloud, 'site.test', ({ path }) => aResponse(200, {}, path));
    const edge = await aFunction(
      cloud,
      'Front',
      `function handler(event) { if (event.request.uri === '/no') return { statusCode: 403, headers: {} };
        event.request.uri = event.request.uri.toLowerCase(); return event.request; }`,
    );
    const { ask, distribution } = await aDistribution(cloud, {
      DefaultCacheBehavior: behaviour('site', OPTIMIZED, {
        FunctionAssociations: [{ EventType: 'viewer-request', FunctionARN: edge.attributes.FunctionARN }],
        ResponseHeadersPolicyId: SECURITY_HEADERS,
      }),
    });
    await ask('/PAGE');
    await ask('/page');
    expect(site.seen.map(({ path }) => path)).toEqual(['/page']);
    const refused = await ask('/no');
    expect(refused).toMatchObject({ status: 403, headers: { 'x-cache': 'FunctionGeneratedResponse from cloudfront' } });
    expect(refused.headers['x-content-type-options']).toBe('nosniff');
    expect(distribution.stats()[0]).toMatchObject({ requests: 3, hits: 1, originReads: 1, answeredAtEdge: 1 });
  });

  test('a function that throws is a 503, and says why in the log', async () => {
    const cloud = aCloud();
    const site = anOrigin(cloud, 'site.test', () => aResponse(200));
    const edge = await aFunction(cloud, 'Broken', 'function handler(event) { return event.nothing.here; }');
    const { ask } = await aDistribution(cloud, {
      DefaultCacheBehavior: behaviour('site', OPTIMIZED, {
        FunctionAssociations: [{ EventType: 'viewer-request', FunctionARN: edge.ref }],
      }),
    });
    const failed = await ask('/');
    expect(failed).toMatchObject({ status: 503, headers: { 'x-cache': 'FunctionExecutionError from cloudfront' } });
    expect(site.seen).toHaveLength(0);
    expect(cloud.logged.join()).toContain('Cannot read properties of undefined');
  });

  test('a response headers policy removes, adds, gives way or overrides, and answers other origins', async () => {
    const cloud = aCloud();
    anOrigin(cloud, 'site.test', () =>
      aResponse(200, { server: 'AmazonS3', 'x-frame-options': 'SAMEORIGIN', 'x-a': 'origin' }),
    );
    const policy = await make(cloudfrontKinds, cloud, 'AWS::CloudFront::ResponseHeadersPolicy', 'Headers', {
      ResponseHeadersPolicyConfig: {
        Name: 'h',
        RemoveHeadersConfig: { Items: [{ Header: 'Server' }] },
        CustomHeadersConfig: {
          Items: [
            { Header: 'X-A', Value: 'mine', Override: false },
            { Header: 'Permissions-Policy', Value: 'camera=()', Override: true },
          ],
        },
        SecurityHeadersConfig: {
          ContentSecurityPolicy: { ContentSecurityPolicy: "default-src 'none'", Override: true },
          FrameOptions: { FrameOption: 'DENY', Override: true },
          StrictTransportSecurity: {
            AccessControlMaxAgeSec: 63072000,
            IncludeSubdomains: true,
            Preload: true,
            Override: true,
          },
        },
        CorsConfig: {
          AccessControlAllowCredentials: false,
          AccessControlAllowHeaders: { Items: ['*'] },
          AccessControlAllowMethods: { Items: ['GET'] },
          AccessControlAllowOrigins: { Items: ['*'] },
          OriginOverride: true,
        },
      },
    });
    const { ask } = await aDistribution(cloud, {
      DefaultCacheBehavior: behaviour('site', OPTIMIZED, { ResponseHeadersPolicyId: policy.ref }),
    });
    const { headers } = await ask('/a');
    expect(headers).toMatchObject({
      'x-a': 'origin',
      'permissions-policy': 'camera=()',
      'content-security-policy': "default-src 'none'",
      'x-frame-options': 'DENY',
      'strict-transport-security': 'max-age=63072000; includeSubDomains; preload',
    });
    expect(headers).not.toHaveProperty('server');
    expect(headers).not.toHaveProperty('access-control-allow-origin');
    expect((await ask('/a', { headers: { origin: 'http://x.test' } })).headers).toMatchObject({
      'access-control-allow-origin': '*',
      'access-control-allow-methods': 'GET',
    });
  });
});

describe('on the laptop', () => {
  test('listens, and the names of distributions become local addresses in what passes through', async () => {
    const cloud = aCloud();
    anOrigin(cloud, 'site.test', ({ path }) =>
      path === '/config.json'
        ? aResponse(
            200,
            { 'content-type': 'application/json', etag: '"1"' },
            '{"live":"https://live.example.org","no":"https://live.example.org.uk"}',
          )
        : aResponse(200, { 'content-type': 'image/png' }, 'https://live.example.org'),
    );
    await aDistribution(cloud, {});
    await aDistribution(cloud, { Aliases: ['live.example.org'] }, 'Live');
    const [site, live] = cloud.addresses;
    const response = await fetch(`${site?.url}/config.json`);
    expect(response.status).toBe(200);
    expect(response.headers.get('etag')).toBeNull();
    expect(await response.json()).toEqual({ live: live?.url, no: 'https://live.example.org.uk' });
    expect(await (await fetch(`${site?.url}/a.png`)).text()).toBe('https://live.example.org');
    expect(await cloud.hosts.get('live.example.org')?.(aRequest('/config.json'))).toMatchObject({ status: 200 });
  });

  test('a long address is 414 and a host that breaks is 502, never a hang', async () => {
    const cloud = aCloud();
    anOrigin(cloud, 'site.test', () => {
      throw new Error('the host broke');
    });
    await aDistribution(cloud, {});
    const url = cloud.addresses[0]?.url;
    expect((await fetch(`${url}/${'x'.repeat(9_000)}`)).status).toBe(414);
    expect((await fetch(`${url}/a`)).status).toBe(502);
    expect(cloud.logged.join()).toContain('the host broke');
  });
});
