/**
 * User pools of Cognito. They are declared, and keep no persons: an OpenID provider on this machine stands for all of
 * them. Where the templates name a pool's issuer or its pages, that one's address takes their place, as it does for
 * names that no laptop has. The provider is told which clients there are.
 */
import { aliasesOf } from '../cloudfront/aliases.ts';
import { localText } from '../cloudfront/local-names.ts';
import type { Cloud, Kind } from '../kind.ts';
import { onceACloud } from '../once-a-cloud.ts';
import { stableId } from '../physical-name.ts';
import { type Properties, propertiesOf } from '../properties.ts';

export interface CognitoOptions {
  /** Address of the provider that stands for every pool; nobody can sign in without one. */
  readonly userPools: string | undefined;
}

/** A program that people sign in to. Its addresses are those of this machine. */
export interface UserPoolClient {
  readonly id: string;
  readonly callbacks: readonly string[];
  readonly signOuts: readonly string[];
  readonly scopes: readonly string[];
  /** How long an access token lasts, and a refresh token. Milliseconds. */
  readonly accessMs: number;
  readonly refreshMs: number;
}

const poolIdLength = 9;
const clientIdLength = 26;
const minuteMs = 60_000;
const unitMs: Readonly<Record<string, number>> = {
  seconds: 1000,
  minutes: minuteMs,
  hours: 60 * minuteMs,
  days: 24 * 60 * minuteMs,
};

const clientsOf = (cloud: Cloud): UserPoolClient[] => onceACloud(cloud, 'cognito:clients', () => []);

/** The clients of all pools, once every distribution has its address. */
export const userPoolClients = (cloud: Cloud): readonly UserPoolClient[] => {
  const local = (urls: readonly string[]) => urls.map((url) => localText(url, aliasesOf(cloud)));
  return clientsOf(cloud).map((client) => ({
    ...client,
    callbacks: local(client.callbacks),
    signOuts: local(client.signOuts),
  }));
};

const poolKind = ({ userPools }: CognitoOptions): Kind => ({
  type: 'AWS::Cognito::UserPool',
  make: (resource, cloud) => {
    const id = `${resource.region}_${stableId(resource, poolIdLength)}`;
    const name = `cognito-idp.${resource.region}.amazonaws.com/${id}`;
    if (userPools !== undefined) aliasesOf(cloud).set(name, userPools);
    return {
      ref: id,
      attributes: {
        Arn: `arn:aws:cognito-idp:${resource.region}:${cloud.account}:userpool/${id}`,
        ProviderName: name,
        ProviderURL: `https://${name}`,
        UserPoolId: id,
      },
    };
  },
});

const domainKind = ({ userPools }: CognitoOptions): Kind => ({
  type: 'AWS::Cognito::UserPoolDomain',
  make: (resource, cloud) => {
    const properties = propertiesOf(resource).only(['Domain', 'ManagedLoginVersion', 'UserPoolId']);
    const domain = properties.text('Domain');
    const host = `${domain}.auth.${resource.region}.amazoncognito.com`;
    if (userPools !== undefined) aliasesOf(cloud).set(host, userPools);
    return { ref: domain, attributes: { CloudFrontDistribution: '' } };
  },
});

const spanOf = (properties: Properties, name: string, usualUnit: string, usual: number): number => {
  const unit = properties.inside('TokenValidityUnits')?.optionalText(name.replace(/Validity$/, '')) ?? usualUnit;
  const ms = unitMs[unit] ?? properties.fail(`TokenValidityUnits has no unit ${unit}`);
  return properties.number(name, usual) * ms;
};

const clientKind: Kind = {
  type: 'AWS::Cognito::UserPoolClient',
  make: (resource, cloud) => {
    const properties = propertiesOf(resource).only([
      'AccessTokenValidity',
      'AllowedOAuthFlows',
      'AllowedOAuthFlowsUserPoolClient',
      'AllowedOAuthScopes',
      'CallbackURLs',
      'ClientName',
      'EnableTokenRevocation',
      'ExplicitAuthFlows',
      'GenerateSecret',
      'IdTokenValidity',
      'LogoutURLs',
      'PreventUserExistenceErrors',
      'ReadAttributes',
      'RefreshTokenRotation',
      'RefreshTokenValidity',
      'SupportedIdentityProviders',
      'TokenValidityUnits',
      'UserPoolId',
      'WriteAttributes',
    ]);
    if (properties.flag('GenerateSecret')) properties.refuse('only clients without a secret are run: those of pages');
    const flows = properties.texts('AllowedOAuthFlows');
    if (flows.some((flow) => flow !== 'code')) properties.refuse(`only the flow code is run, not ${flows.join(', ')}`);
    const id = stableId(resource, clientIdLength);
    clientsOf(cloud).push({
      id,
      callbacks: properties.texts('CallbackURLs'),
      signOuts: properties.texts('LogoutURLs'),
      scopes: properties.texts('AllowedOAuthScopes'),
      accessMs: spanOf(properties, 'AccessTokenValidity', 'hours', 1),
      refreshMs: spanOf(properties, 'RefreshTokenValidity', 'days', 30),
    });
    return { ref: id, attributes: { ClientId: id, Name: properties.optionalText('ClientName') ?? '' } };
  },
};

const resourceServerKind: Kind = {
  type: 'AWS::Cognito::UserPoolResourceServer',
  make: (resource) => ({ ref: propertiesOf(resource).text('Identifier'), attributes: {} }),
};

const groupKind: Kind = {
  type: 'AWS::Cognito::UserPoolGroup',
  make: (resource) => ({ ref: propertiesOf(resource).text('GroupName'), attributes: {} }),
};

/** How a pool's own pages look, which are not shown here. */
const brandingKind: Kind = {
  type: 'AWS::Cognito::ManagedLoginBranding',
  make: (resource) => {
    const id = stableId(resource, clientIdLength);
    return {
      ref: `${propertiesOf(resource).text('UserPoolId')}|${id}`,
      attributes: { ManagedLoginBrandingId: id },
    };
  },
};

export const cognitoKinds = (options: CognitoOptions): readonly Kind[] => [
  poolKind(options),
  domainKind(options),
  clientKind,
  resourceServerKind,
  groupKind,
  brandingKind,
];
