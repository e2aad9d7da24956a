import { afterAll, afterEach, expect, test } from '@jest/globals';
import type { Distribution } from '../../local-cloud/cloudfront/distribution.ts';
import { cloudfrontKinds } from '../../local-cloud/cloudfront/kinds.ts';
import type { Made } from '../../local-cloud/kind.ts';
import { aCloud, aRequest, aResponse, make } from '../../local-cloud/test/cloudfront/a-cloud.ts';
import { removeTemporaryFolders } from '../../local-cloud/test/temporary-folder.ts';
import { deployedFunction } from './built.ts';

const running: Made[] = [];
afterEach(async () => {
  for (const made of running.splice(0)) await made.stop?.();
});
afterAll(removeTemporaryFolders);

test('one address, one page a language: no fan gets another’s from the cache, and no query gets past it', async () => {
  const cloud = aCloud();
  const asked: string[] = [];
  cloud.hosts.set('site.test', async ({ path, query }) => {
    asked.push(query === '' ? path : `${path}?${query}`);
    return aResponse(200, { 'cache-control': 'public, max-age=0, s-maxage=60, must-revalidate' }, path);
  });
  const edge = await make(cloudfrontKinds, cloud, 'AWS::CloudFront::Function', 'Front', {
    Name: 'front',
    AutoPublish: true,
    FunctionConfig: { Comment: '', Runtime: 'cloudfront-js-2.0' },
    FunctionCode: await deployedFunction('viewer-request-site'),
  });
  const made = await make(cloudfrontKinds, cloud, 'AWS::CloudFront::Distribution', 'Site', {
    DistributionConfig: {
      Enabled: true,
      Origins: [
        {
          Id: 'site',
          DomainName: 'site.test',
          S3OriginConfig: { OriginAccessIdentity: '' },
          OriginAccessControlId: 'oac',
        },
      ],
      DefaultCacheBehavior: {
        TargetOriginId: 'site',
        ViewerProtocolPolicy: 'redirect-to-https',
        CachePolicyId: '658327ea-f89d-4fab-a63d-7e88639e58f6',
        FunctionAssociations: [{ EventType: 'viewer-request', FunctionARN: edge.attributes.FunctionARN }],
      },
    },
  });
  running.push(made);
  const site = cloud.registry.get(`cloudfront:distribution:${made.ref}`) as Distribution;
  const read = async (path: string, headers: Record<string, string>) => {
    const response = await site.host(aRequest(path, { headers }));
    return response.body.toString();
  };

  expect(await read('/line?on-sale=a', { 'accept-language': 'cy' })).toBe('/cy/line.html');
  expect(await read('/line?on-sale=a', { 'accept-language': 'fr' })).toBe('/fr/line.html');
  expect(await read('/line?on-sale=b', { 'accept-language': 'fr', cookie: 'stampede-language=cy' })).toBe(
    '/cy/line.html',
  );
  expect(await read('/line?on-sale=c', {})).toBe('/line.html');
  expect(asked.map((one) => one.replace(/\?.*/, ''))).toEqual(['/cy/line.html', '/fr/line.html', '/line.html']);

  const chosen = await site.host(aRequest('/line?on-sale=a&lang=es', {}));
  expect(chosen).toMatchObject({
    status: 302,
    headers: { location: '/line?on-sale=a' },
    cookies: [expect.stringMatching(/^stampede-language=es;/)],
  });
});
