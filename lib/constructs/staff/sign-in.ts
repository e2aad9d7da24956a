import { CfnOutput, Duration, Stack } from 'aws-cdk-lib';
import {
  AccountRecovery,
  CfnManagedLoginBranding,
  type CfnUserPool,
  FeaturePlan,
  ManagedLoginVersion,
  Mfa,
  OAuthScope,
  PasskeyUserVerification,
  ResourceServerScope,
  UserPool,
  UserPoolClientIdentityProvider,
} from 'aws-cdk-lib/aws-cognito';
import { Construct } from 'constructs';
import { resourceServer, staffName, staffPage, staffScope } from '../../../contracts/sign-in.ts';
import type { SignInOnPages } from '../../../contracts/site-config.ts';
import { domainPrefixOf, type SignInSetting } from '../../sign-in.ts';
import { acknowledge } from '../foundation/acknowledge.ts';
import { outlives } from '../foundation/outlives.ts';
import { weaklySince } from '../foundation/strongly.ts';

export interface SignInProps {
  /** The name that fans type: staff come back to a page of it. */
  readonly domainName: string;
  /**
   * An issuer that the venue has already.
   * @default - a user pool of the stage's own
   */
  readonly setting?: SignInSetting | undefined;
  /** Whether the people outlive the stack. */
  readonly retain: boolean;
  /** Whether this deployment makes the stack: what is protected cannot be rolled back. */
  readonly firstTime: boolean;
}

/** What others must know of an issuer. */
interface Facts {
  readonly issuer: string;
  readonly audience: string;
  readonly scope: string;
  readonly pages: SignInOnPages;
  readonly connect: readonly string[];
}

/**
 * Where people of the house sign in. A pool of the stage's own asks everybody for two factors: a password and a code, or
 * a passkey that asked its owner. Nobody signs up by themselves, and no program of ours sees a password.
 */
export class SignIn extends Construct {
  /** As tokens name it. */
  readonly issuer: string;
  /** Of access tokens: `aud`, or the client if they have none. */
  readonly audience: string;
  /** An access token must have it. */
  readonly scope: string;
  /** For `/config.json`. */
  readonly pages: SignInOnPages;
  /** Sources that the staff's pages speak to, for their content security policy. */
  readonly connect: readonly string[];

  constructor(scope: Construct, id: string, props: SignInProps) {
    super(scope, id);
    const facts = props.setting === undefined ? this.ownPool(props) : issuerOf(props.setting);
    this.issuer = facts.issuer;
    this.audience = facts.audience;
    this.scope = facts.scope;
    this.pages = facts.pages;
    this.connect = facts.connect;
  }

  private ownPool({ domainName, retain, firstTime }: SignInProps): Facts {
    // A stage's file that names an issuer takes pool and client away. The deployment refuses to replace either by accident.
    const pool = weaklySince(
      new UserPool(this, 'People', {
        // Essentials: passkeys, and pages that know them. Up to 10,000 people a month cost nothing.
        featurePlan: FeaturePlan.ESSENTIALS,
        selfSignUpEnabled: false,
        signInAliases: { email: true },
        signInCaseSensitive: false,
        autoVerify: { email: true },
        standardAttributes: { email: { required: true, mutable: true }, fullname: { required: true, mutable: true } },
        mfa: Mfa.REQUIRED,
        mfaSecondFactor: { otp: true, sms: false, email: false },
        signInPolicy: { allowedFirstAuthFactors: { password: true, passkey: true } },
        passkeyUserVerification: PasskeyUserVerification.REQUIRED,
        passwordPolicy: {
          minLength: 14,
          requireLowercase: true,
          requireUppercase: true,
          requireDigits: true,
          requireSymbols: true,
          passwordHistorySize: 12,
          tempPasswordValidity: Duration.days(3),
        },
        accountRecovery: AccountRecovery.EMAIL_ONLY,
        userInvitation: {
          emailSubject: `Your sign-in for ${domainName}`,
          emailBody: `You may now sign in at https://${domainName}${staffPage} as {username}. The first password is {####}. It is good for three days.`,
        },
        deletionProtection: retain && !firstTime,
        removalPolicy: outlives(retain),
      }),
    );
    // A passkey counts as both factors, and only because it asks its owner. The library has no word for it yet.
    (pool.node.defaultChild as CfnUserPool).webAuthnFactorConfiguration = 'MULTI_FACTOR_WITH_USER_VERIFICATION';
    acknowledge(pool, {
      'AwsSolutions-COG3':
        'Threat protection is of a dearer plan. Everybody has a second factor, so a password that is known elsewhere opens nothing.',
      'AwsSolutions-COG8':
        'Threat protection is of a dearer plan. Everybody has a second factor, so a password that is known elsewhere opens nothing.',
    });

    const works = new ResourceServerScope({ scopeName: staffScope, scopeDescription: 'Works for the house' });
    const server = pool.addResourceServer('Api', { identifier: resourceServer, scopes: [works] });
    const pages = [domainName, staffName(domainName)].map((name) => `https://${name}${staffPage}`);
    const client = weaklySince(
      pool.addClient('Site', {
        generateSecret: false,
        oAuth: {
          flows: { authorizationCodeGrant: true, implicitCodeGrant: false },
          scopes: [OAuthScope.OPENID, OAuthScope.EMAIL, OAuthScope.PROFILE, OAuthScope.resourceServer(server, works)],
          callbackUrls: pages,
          logoutUrls: pages,
        },
        supportedIdentityProviders: [UserPoolClientIdentityProvider.COGNITO],
        // A right that was taken away ends within the hour, and nobody types a password twice in a shift.
        accessTokenValidity: Duration.minutes(60),
        idTokenValidity: Duration.minutes(60),
        refreshTokenValidity: Duration.hours(12),
        // A refresh token serves once: one that was stolen and used shows itself.
        refreshTokenRotationGracePeriod: Duration.seconds(30),
        enableTokenRevocation: true,
        preventUserExistenceErrors: true,
      }),
    );
    const prefix = domainPrefixOf(domainName);
    pool.addDomain('Pages', {
      cognitoDomain: { domainPrefix: prefix },
      managedLoginVersion: ManagedLoginVersion.NEWER_MANAGED_LOGIN,
    });
    // Without a style of its own a client has no pages.
    new CfnManagedLoginBranding(this, 'Style', {
      userPoolId: pool.userPoolId,
      clientId: client.userPoolClientId,
      useCognitoProvidedValues: true,
    });
    new CfnOutput(Stack.of(this), 'StaffPoolId', { value: pool.userPoolId });

    const scope = `${resourceServer}/${staffScope}`;
    const managedLogin = `https://${prefix}.auth.${Stack.of(this).region}.amazoncognito.com`;
    return {
      issuer: pool.userPoolProviderUrl,
      audience: client.userPoolClientId,
      scope,
      pages: {
        issuer: pool.userPoolProviderUrl,
        clientId: client.userPoolClientId,
        scope: `openid email profile ${scope}`,
        signOut: `${managedLogin}/logout`,
      },
      // With a slash at its end a source is all that lies below it.
      connect: [`${pool.userPoolProviderUrl}/`, managedLogin],
    };
  }
}

function issuerOf({ issuer, clientId, audience = clientId, scope, alsoAt }: SignInSetting): Facts {
  return {
    issuer,
    audience,
    scope,
    // Who wants tokens to be renewed asks for it, anywhere but at Cognito.
    pages: { issuer, clientId, scope: `openid email profile offline_access ${scope}` },
    connect: [...new Set([new URL(issuer).origin, ...alsoAt])],
  };
}
