/** JWT authorizers of HTTP APIs. One whose issuer has a stand-in on this machine believes that one's tokens. */
import { aliasesOf } from '../cloudfront/aliases.ts';
import { localText } from '../cloudfront/local-names.ts';
import type { Cloud, Kind } from '../kind.ts';
import { stableId } from '../physical-name.ts';
import { type Properties, propertiesOf } from '../properties.ts';
import type { Authorization } from './http-api.ts';
import { issuerKeys } from './issuer-keys.ts';
import { JwtAuthorizer, readIdentitySource } from './jwt-authorizer.ts';

const idLength = 6;

const authorizerKey = (apiId: string, id: string): string => `http-api:${apiId}:authorizer:${id}`;

export const authorizerKind: Kind = {
  type: 'AWS::ApiGatewayV2::Authorizer',
  make: (resource, cloud) => {
    const properties = propertiesOf(resource).only([
      'ApiId',
      'AuthorizerType',
      'IdentitySource',
      'JwtConfiguration',
      'Name',
    ]);
    const type = properties.text('AuthorizerType');
    if (type !== 'JWT') properties.fail(`the local cloud runs JWT authorizers, and no ${type}`);
    const configuration = properties.inside('JwtConfiguration') ?? properties.fail('JwtConfiguration is missing');
    const [first = '', ...others] = properties.texts('IdentitySource');
    const source =
      (others.length === 0 ? readIdentitySource(first) : undefined) ??
      properties.fail('IdentitySource must name one header or one value of the query');
    const audience = configuration.texts('Audience');
    if (audience.length === 0) configuration.fail('Audience must name at least one');
    const issuer = localText(configuration.text('Issuer'), aliasesOf(cloud));
    const id = stableId(resource, idLength);
    const now = Date.now;
    const authorizer = new JwtAuthorizer({ issuer, audience, source }, issuerKeys(issuer, now), now);
    cloud.registry.set(authorizerKey(properties.text('ApiId'), id), authorizer);
    return { ref: id, attributes: { AuthorizerId: id } };
  },
};

/** Who may call a route; undefined if anybody may. */
export const authorizationOf = (cloud: Cloud, properties: Properties): Authorization | undefined => {
  const type = properties.optionalText('AuthorizationType') ?? 'NONE';
  const scopes = properties.texts('AuthorizationScopes');
  if (type === 'NONE') {
    if (properties.has('AuthorizerId')) properties.fail('AuthorizerId is of no use without an AuthorizationType');
    return undefined;
  }
  if (type !== 'JWT') {
    properties.refuse(`the local cloud does not run the authorization type ${type}`);
    return undefined;
  }
  const id = properties.text('AuthorizerId');
  const authorizer =
    (cloud.registry.get(authorizerKey(properties.text('ApiId'), id)) as JwtAuthorizer | undefined) ??
    properties.fail(`the API has no authorizer ${id}`);
  return { authorizer, scopes };
};
