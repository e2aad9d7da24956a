import { afterAll, describe, expect, test } from '@jest/globals';
import { type RunningCloud, startLocalCloud } from '../../local-cloud.ts';
import { removeTemporaryFolders, temporaryFolder } from '../temporary-folder.ts';
import { writtenAssembly } from '../written-assembly.ts';
import { account, region, role, withRole } from './cloud-of-callers.ts';

afterAll(removeTemporaryFolders);

const code = { code: `export const handler = async () => ({ statusCode: 200, body: 'here' });` };

const withCloud = async (resources: object, body: (cloud: RunningCloud) => Promise<void>): Promise<void> => {
  const assembly = writtenAssembly({ Work: { template: { Resources: resources } } }, code);
  const cloud = await startLocalCloud({ assembly, state: temporaryFolder() });
  try {
    await body(cloud);
  } finally {
    await cloud.stop();
  }
};

const arnOf = (id: string) => ({ 'Fn::GetAtt': [id, 'Arn'] });
const ApiId = { Ref: 'Api' };
const api = {
  Role: role('answering', []),
  Answer: withRole('answer', 'Role'),
  Api: { Type: 'AWS::ApiGatewayV2::Api', Properties: { Name: 'a', ProtocolType: 'HTTP' } },
  Stage: { Type: 'AWS::ApiGatewayV2::Stage', Properties: { ApiId, StageName: '$default' } },
  Joined: {
    Type: 'AWS::ApiGatewayV2::Integration',
    Properties: { ApiId, IntegrationType: 'AWS_PROXY', PayloadFormatVersion: '2.0' },
  },
  Route: {
    Type: 'AWS::ApiGatewayV2::Route',
    Properties: {
      ApiId,
      RouteKey: 'GET /one/{id}',
      Target: { 'Fn::Join': ['/', ['integrations', { Ref: 'Joined' }]] },
    },
  },
};

describe('an alias', () => {
  const live = {
    Version: { Type: 'AWS::Lambda::Version', Properties: { FunctionName: { Ref: 'Answer' } } },
    Live: {
      Type: 'AWS::Lambda::Alias',
      Properties: {
        FunctionName: { Ref: 'Answer' },
        FunctionVersion: { 'Fn::GetAtt': ['Version', 'Version'] },
        Name: 'live',
      },
    },
  };
  const source = { 'Fn::Join': ['', [`arn:aws:execute-api:${region}:${account}:`, { Ref: 'Api' }, '/*/*/*']] };
  const behind = (uri: unknown) => ({
    ...api,
    ...live,
    Joined: { ...api.Joined, Properties: { ...api.Joined.Properties, IntegrationUri: uri } },
  });
  const may = (FunctionName: unknown) => ({
    May: {
      Type: 'AWS::Lambda::Permission',
      Properties: {
        Action: 'lambda:InvokeFunction',
        FunctionName,
        Principal: 'apigateway.amazonaws.com',
        SourceArn: source,
      },
    },
  });

  test.each([
    ['the alias, with a permission for it', { Ref: 'Live' }, { Ref: 'Live' }, 200],
    ['the alias, with a permission for the function', { Ref: 'Live' }, { Ref: 'Answer' }, 500],
    ['the function, with a permission for the alias', arnOf('Answer'), { Ref: 'Live' }, 500],
  ])('is invoked by its own permission: %s', async (_, uri, permitted, status) => {
    await withCloud({ ...behind(uri), ...may(permitted) }, async (cloud) => {
      const [[domain = '', host] = []] = [...cloud.hosts].filter(([name]) => name.includes('execute-api'));
      const answer = await host?.({
        method: 'GET',
        path: '/one/1',
        query: '',
        headers: { host: domain },
        body: Buffer.alloc(0),
        clientIp: '127.0.0.1',
      });
      expect(answer?.status).toBe(status);
    });
  });

  test('that no template made is refused', async () => {
    await expect(
      withCloud(behind({ 'Fn::Join': ['', [arnOf('Answer'), ':lively']] }), async () => undefined),
    ).rejects.toThrow(/no function made so far is arn:aws:lambda:.*:lively/);
  });
});
