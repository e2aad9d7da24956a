import { beforeAll, describe, expect, test } from '@jest/globals';
import { handlers, needsSignIn } from '../../contracts/handlers.ts';
import { domainPrefixOf } from '../../lib/sign-in.ts';
import { otherWayRound, withOwnIssuer } from './stages.ts';
import { type Resource, type Synthesized, synthesize } from './synthesize.ts';

let platform: Synthesized;
let own: Synthesized;
let forATry: Synthesized;
beforeAll(async () => {
  [platform, own, forATry] = await Promise.all([synthesize({}), synthesize(withOwnIssuer), synthesize(otherWayRound)]);
});

const all = ({ resources }: Synthesized, type: string) => resources.filter(({ Type }) => Type === type);
const one = (made: Synthesized, type: string): Resource => {
  const [found, ...others] = all(made, type);
  if (!found || others.length > 0) throw new Error(`There is not one ${type}`);
  return found;
};
const protectedRoutes = Object.values(handlers).flatMap((row) =>
  'needs' in row && needsSignIn(row.needs) ? [row.route] : [],
);

describe('the pool of people', () => {
  const pool = () => one(platform, 'AWS::Cognito::UserPool').Properties;

  test('asks everybody for two factors, of which a passkey with its owner’s consent is both', () => {
    expect(pool()).toMatchObject({
      MfaConfiguration: 'ON',
      EnabledMfas: ['SOFTWARE_TOKEN_MFA'],
      UserPoolTier: 'ESSENTIALS',
      WebAuthnUserVerification: 'required',
      WebAuthnFactorConfiguration: 'MULTI_FACTOR_WITH_USER_VERIFICATION',
      Policies: {
        SignInPolicy: { AllowedFirstAuthFactors: ['PASSWORD', 'WEB_AUTHN'] },
        PasswordPolicy: { MinimumLength: 14, PasswordHistorySize: 12, RequireSymbols: true },
      },
    });
  });

  test('lets nobody in who was not invited', () => {
    expect(pool().AdminCreateUserConfig.AllowAdminCreateUserOnly).toBe(true);
  });

  test('outlives its stack, and is protected, unless the data of the stage shall go', () => {
    const kept = one(platform, 'AWS::Cognito::UserPool');
    expect(kept).toMatchObject({ DeletionPolicy: 'RetainExceptOnCreate', UpdateReplacePolicy: 'Retain' });
    expect(kept.Properties.DeletionProtection).toBe('ACTIVE');
    const tried = one(forATry, 'AWS::Cognito::UserPool');
    expect(tried.DeletionPolicy).toBe('Delete');
    expect(tried.Properties.DeletionProtection).toBe('INACTIVE');
  });

  test('has one client: the site’s pages, by code and PKCE, without a secret', () => {
    const client = one(platform, 'AWS::Cognito::UserPoolClient').Properties;
    expect(client).toMatchObject({
      GenerateSecret: false,
      AllowedOAuthFlows: ['code'],
      AllowedOAuthScopes: ['openid', 'email', 'profile', { 'Fn::Join': ['', [expect.anything(), '/staff']] }],
      CallbackURLs: ['https://tickets.stampede.example.org/staff', 'https://staff.tickets.stampede.example.org/staff'],
      LogoutURLs: ['https://tickets.stampede.example.org/staff', 'https://staff.tickets.stampede.example.org/staff'],
      AccessTokenValidity: 60,
      RefreshTokenValidity: 720,
      RefreshTokenRotation: { Feature: 'ENABLED', RetryGracePeriodSeconds: 30 },
      EnableTokenRevocation: true,
      PreventUserExistenceErrors: 'ENABLED',
    });
    expect(JSON.stringify(client.ExplicitAuthFlows ?? [])).not.toContain('PASSWORD');
  });

  test('has pages under a name that staff recognise, with a style, which they do not show without', () => {
    expect(one(platform, 'AWS::Cognito::UserPoolDomain').Properties).toMatchObject({
      Domain: 'tickets-stampede-example-org',
      ManagedLoginVersion: 2,
    });
    expect(one(platform, 'AWS::Cognito::ManagedLoginBranding').Properties.UseCognitoProvidedValues).toBe(true);
  });
});

test.each([
  ['tickets.example.org', 'tickets-example-org'],
  // Cognito takes none of these words.
  ['draws.example.org', /^tickets-[0-9a-f]{16}$/],
  ['amazon-theatre.example.org', /^tickets-[0-9a-f]{16}$/],
  [`${'long'.repeat(15)}.example.org`, /^tickets-[0-9a-f]{16}$/],
])('the pages of %s are at %s', (domainName, expected) => {
  expect(domainPrefixOf(domainName)).toMatch(expected);
});

describe('an authorizer of the API', () => {
  const routesWith = (made: Synthesized) =>
    all(made, 'AWS::ApiGatewayV2::Route').filter(({ Properties }) => Properties.AuthorizationType === 'JWT');

  test('stands before each route that needs a sign-in, with the scope, and before no other', () => {
    expect(protectedRoutes.length).toBeGreaterThan(0);
    expect(
      routesWith(platform)
        .map(({ Properties }) => Properties.RouteKey)
        .sort(),
    ).toEqual([...protectedRoutes].sort());
    for (const { Properties } of routesWith(platform)) {
      expect(Properties.AuthorizationScopes).toEqual(['stampede/staff']);
      expect(JSON.stringify(Properties.AuthorizerId)).toContain('ForStaff');
    }
  });

  test('believes the pool’s tokens for the site’s client', () => {
    const pool = one(platform, 'AWS::Cognito::UserPool').id;
    const client = one(platform, 'AWS::Cognito::UserPoolClient').id;
    expect(one(platform, 'AWS::ApiGatewayV2::Authorizer').Properties).toMatchObject({
      AuthorizerType: 'JWT',
      IdentitySource: ['$request.header.Authorization'],
      JwtConfiguration: { Issuer: { 'Fn::GetAtt': [pool, 'ProviderURL'] }, Audience: [{ Ref: client }] },
    });
  });

  test('believes the issuer that a venue names, as it names itself, and then there is no pool', () => {
    expect(own.resources.filter(({ Type }) => Type.startsWith('AWS::Cognito::'))).toEqual([]);
    expect(one(own, 'AWS::ApiGatewayV2::Authorizer').Properties.JwtConfiguration).toEqual({
      Issuer: 'https://login.example.org/venue/',
      Audience: ['https://tickets.example.org'],
    });
    for (const { Properties } of routesWith(own)) expect(Properties.AuthorizationScopes).toEqual(['house.staff']);
    const csp = all(own, 'AWS::CloudFront::ResponseHeadersPolicy').map(
      ({ Properties }) =>
        Properties.ResponseHeadersPolicyConfig.SecurityHeadersConfig.ContentSecurityPolicy.ContentSecurityPolicy,
    );
    const theirs = expect.stringContaining(
      "connect-src 'self' https://live.tickets.stampede.example.org https://login.example.org https://tokens.example.org;",
    );
    // The pages of the staff, and the door.
    expect(csp.filter((policy) => policy.includes('login.example.org'))).toEqual([theirs, theirs]);
  });
});
