import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { RunningCloud } from '../../local-cloud.ts';
import { startLocalCloud } from '../../local-cloud.ts';
import { removeTemporaryFolders, temporaryFolder } from '../temporary-folder.ts';
import { functionOf, writtenAssembly } from '../written-assembly.ts';
import { type AnIssuer, anIssuer } from './an-issuer.ts';

/** A template as CDK writes it: a pool, its client, an API with a route for whoever is signed in. */
const template = (over: { readonly authorizer?: object; readonly route?: object } = {}) => ({
  Resources: {
    Role: { Type: 'AWS::IAM::Role', Properties: { AssumeRolePolicyDocument: { Statement: [] } } },
    Tell: functionOf('tell'),
    MayInvoke: {
      Type: 'AWS::Lambda::Permission',
      Properties: {
        Action: 'lambda:InvokeFunction',
        FunctionName: { 'Fn::GetAtt': ['Tell', 'Arn'] },
        Principal: 'apigateway.amazonaws.com',
      },
    },
    Pool: { Type: 'AWS::Cognito::UserPool', Properties: {} },
    Domain: { Type: 'AWS::Cognito::UserPoolDomain', Properties: { Domain: 'house', UserPoolId: { Ref: 'Pool' } } },
    Client: {
      Type: 'AWS::Cognito::UserPoolClient',
      Properties: {
        UserPoolId: { Ref: 'Pool' },
        CallbackURLs: ['https://house.example.org/staff'],
        LogoutURLs: ['https://house.example.org/staff'],
        AllowedOAuthScopes: ['openid', 'house/staff'],
        AllowedOAuthFlows: ['code'],
        AccessTokenValidity: 60,
        RefreshTokenValidity: 720,
        TokenValidityUnits: { AccessToken: 'minutes', RefreshToken: 'minutes' },
      },
    },
    Api: { Type: 'AWS::ApiGatewayV2::Api', Properties: { Name: 'api', ProtocolType: 'HTTP' } },
    Stage: { Type: 'AWS::ApiGatewayV2::Stage', Properties: { ApiId: { Ref: 'Api' }, StageName: '$default' } },
    Authorizer: {
      Type: 'AWS::ApiGatewayV2::Authorizer',
      Properties: {
        ApiId: { Ref: 'Api' },
        Name: 'staff',
        AuthorizerType: 'JWT',
        IdentitySource: ['$request.header.Authorization'],
        JwtConfiguration: {
          Issuer: { 'Fn::GetAtt': ['Pool', 'ProviderURL'] },
          Audience: [{ Ref: 'Client' }, 'page'],
        },
        ...over.authorizer,
      },
    },
    Integration: {
      Type: 'AWS::ApiGatewayV2::Integration',
      Properties: {
        ApiId: { Ref: 'Api' },
        IntegrationType: 'AWS_PROXY',
        IntegrationUri: { 'Fn::GetAtt': ['Tell', 'Arn'] },
        PayloadFormatVersion: '2.0',
      },
    },
    Route: {
      Type: 'AWS::ApiGatewayV2::Route',
      Properties: {
        ApiId: { Ref: 'Api' },
        RouteKey: 'GET /me',
        AuthorizationType: 'JWT',
        AuthorizationScopes: ['house/staff'],
        AuthorizerId: { Ref: 'Authorizer' },
        Target: { 'Fn::Join': ['', ['integrations/', { Ref: 'Integration' }]] },
        ...over.route,
      },
    },
  },
  Outputs: {
    Api: { Value: { Ref: 'Api' } },
    Pool: { Value: { Ref: 'Pool' } },
    PoolName: { Value: { 'Fn::GetAtt': ['Pool', 'ProviderName'] } },
    PoolArn: { Value: { 'Fn::GetAtt': ['Pool', 'Arn'] } },
    Client: { Value: { Ref: 'Client' } },
    Domain: { Value: { Ref: 'Domain' } },
  },
});

const tell = `export const handler = async (event) => ({
  statusCode: 200, body: JSON.stringify(event.requestContext.authorizer) })`;

let issuer: AnIssuer;
let cloud: RunningCloud;
beforeAll(async () => {
  issuer = await anIssuer();
  const assembly = writtenAssembly({ House: { template: template() } }, { tell });
  cloud = await startLocalCloud({ assembly, state: temporaryFolder(), userPools: issuer.url, iam: 'off' });
});
afterAll(async () => {
  await cloud?.stop();
  await issuer?.stop();
  removeTemporaryFolders();
});

const ask = async (authorization?: string, method = 'GET') => {
  const host = cloud.hosts.get(`${cloud.outputs.House?.Api}.execute-api.eu-west-2.amazonaws.com`);
  const response = await host?.({
    method,
    path: '/me',
    query: '',
    headers: authorization === undefined ? {} : { authorization },
    body: Buffer.alloc(0),
    clientIp: '127.0.0.1',
  });
  return { status: response?.status, headers: response?.headers, body: JSON.parse(`${response?.body}`) };
};

const inAMinute = () => ({ iat: Math.floor(Date.now() / 1000) - 1, exp: Math.floor(Date.now() / 1000) + 60 });

describe('a route with a JWT authorizer, from a template', () => {
  test('is for those whom the pool’s stand-in signed in', async () => {
    const token = await issuer.token(inAMinute());
    expect(await ask(`Bearer ${token}`)).toMatchObject({
      status: 200,
      body: { jwt: { claims: { sub: 'ada', iss: issuer.url }, scopes: ['house/staff'] } },
    });
  });

  test('says no in the words of API Gateway, before any function', async () => {
    expect(await ask()).toMatchObject({
      status: 401,
      headers: { 'content-type': 'application/json', 'www-authenticate': 'Bearer' },
      body: { message: 'Unauthorized' },
    });
    expect(await ask(`Bearer ${await issuer.token({ ...inAMinute(), scope: 'openid' })}`)).toMatchObject({
      status: 403,
      body: { message: 'Forbidden' },
    });
  });
});

test('a pool, its client and its domain have the names that AWS gives', () => {
  const { Pool = '', PoolName, PoolArn, Client, Domain } = cloud.outputs.House ?? {};
  expect(Pool).toMatch(/^eu-west-2_[0-9a-zA-Z]{9}$/);
  expect(PoolName).toBe(`cognito-idp.eu-west-2.amazonaws.com/${Pool}`);
  expect(PoolArn).toBe(`arn:aws:cognito-idp:eu-west-2:111122223333:userpool/${Pool}`);
  expect(Client).toMatch(/^[0-9a-z]{26}$/);
  expect(Domain).toBe('house');
  expect(cloud.userPoolClients).toEqual([
    {
      id: Client,
      callbacks: ['https://house.example.org/staff'],
      signOuts: ['https://house.example.org/staff'],
      scopes: ['openid', 'house/staff'],
      accessMs: 3_600_000,
      refreshMs: 43_200_000,
    },
  ]);
});

test.each([
  ['another kind of authorizer', { authorizer: { AuthorizerType: 'REQUEST' } }, /JWT authorizers, and no REQUEST/],
  ['no audience', { authorizer: { JwtConfiguration: { Issuer: 'https://x.example' } } }, /Audience/],
  ['a source that is none', { authorizer: { IdentitySource: ['$context.x'] } }, /IdentitySource/],
  ['an authorizer that is not there', { route: { AuthorizerId: 'none' } }, /no authorizer none/],
  ['another authorization', { route: { AuthorizationType: 'AWS_IAM' } }, /AWS_IAM/],
])('%s is refused', async (_, over, says) => {
  const assembly = writtenAssembly({ House: { template: template(over) } }, { tell });
  await expect(startLocalCloud({ assembly, state: temporaryFolder() })).rejects.toThrow(says);
});
