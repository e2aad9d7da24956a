/** HTTP APIs (API Gateway version 2), answered in this process under their `execute-api` domain. */
import { measuresOf } from '../cloudwatch/cloudwatch.ts';
import type { Cloud, Kind, Resource } from '../kind.ts';
import { permissionToInvoke } from '../lambda/permission-to-invoke.ts';
import { findFunction } from '../lambda/running-function.ts';
import { stableId } from '../physical-name.ts';
import { type Properties, propertiesOf } from '../properties.ts';
import { authorizationOf, authorizerKind } from './authorizer-kind.ts';
import type { CorsRules } from './cors.ts';
import { type AccessContext, HttpApi, type Integration } from './http-api.ts';
import { readRouteKey } from './routes.ts';

const idLength = 10;
const integrationIdLength = 7;
const usualTimeoutMs = 30_000;

const apiKey = (id: string): string => `http-api:${id}`;
const integrationKey = (apiId: string, id: string): string => `http-api:${apiId}:integration:${id}`;

const findApi = (cloud: Cloud, properties: Properties): HttpApi =>
  (cloud.registry.get(apiKey(properties.text('ApiId'))) as HttpApi | undefined) ??
  properties.fail(`no HTTP API made so far has the id ${properties.text('ApiId')}`);

const corsOf = (properties: Properties): CorsRules | undefined => {
  const cors = properties.inside('CorsConfiguration');
  if (cors === undefined) return undefined;
  return {
    origins: cors.texts('AllowOrigins'),
    methods: cors.texts('AllowMethods'),
    headers: cors.texts('AllowHeaders'),
    exposed: cors.texts('ExposeHeaders'),
    maxAgeSeconds: cors.has('MaxAge') ? cors.number('MaxAge', 0) : undefined,
    credentials: cors.flag('AllowCredentials'),
  };
};

export interface HttpApiOptions {
  /** Whether functions of HTTP APIs are loaded before the cloud is ready, and not when a first visitor asks. */
  readonly warm: boolean;
}

const apiKind = ({ warm }: HttpApiOptions): Kind => ({
  type: 'AWS::ApiGatewayV2::Api',
  make: (resource, cloud) => {
    const properties = propertiesOf(resource).only([
      'Name',
      'Description',
      'ProtocolType',
      'CorsConfiguration',
      'DisableExecuteApiEndpoint',
      'IpAddressType',
      'Tags',
      'Version',
    ]);
    if (properties.text('ProtocolType') !== 'HTTP') properties.refuse('the local cloud runs HTTP APIs only');
    const id = stableId(resource, idLength);
    const domainName = `${id}.execute-api.${resource.region}.amazonaws.com`;
    const arn = `arn:aws:execute-api:${resource.region}:${cloud.account}:${id}`;
    const mayInvoke = permissionToInvoke(cloud, 'apigateway.amazonaws.com');
    const api = new HttpApi(id, domainName, cloud.account, corsOf(properties), (running, request) =>
      mayInvoke(running, `${arn}/${request}`),
    );
    cloud.registry.set(apiKey(id), api);
    cloud.hosts.set(domainName, (request) => api.answer(request));
    return {
      ref: id,
      attributes: { ApiId: id, ApiEndpoint: `https://${domainName}` },
      // A cloud that is started for a rush is ready when its functions are.
      start: async () => {
        if (warm) await api.warm();
      },
      stop: async () => {
        cloud.hosts.delete(domainName);
      },
    };
  },
});

const integrationKind: Kind = {
  type: 'AWS::ApiGatewayV2::Integration',
  make: (resource, cloud) => {
    const properties = propertiesOf(resource).only([
      'ApiId',
      'Description',
      'IntegrationMethod',
      'IntegrationType',
      'IntegrationUri',
      'PayloadFormatVersion',
      'TimeoutInMillis',
    ]);
    if (properties.text('IntegrationType') !== 'AWS_PROXY') properties.refuse('only AWS_PROXY integrations are run');
    if (properties.text('PayloadFormatVersion') !== '2.0') properties.refuse('only payload format 2.0 is run');
    const uri = properties.text('IntegrationUri');
    const integration: Integration = {
      running: findFunction(cloud, uri) ?? properties.fail(`no function made so far is ${uri}`),
      timeoutMs: properties.number('TimeoutInMillis', usualTimeoutMs),
    };
    const id = stableId(resource, integrationIdLength);
    cloud.registry.set(integrationKey(properties.text('ApiId'), id), integration);
    return { ref: id, attributes: { IntegrationId: id } };
  },
};

const routeKind: Kind = {
  type: 'AWS::ApiGatewayV2::Route',
  make: (resource, cloud) => {
    const properties = propertiesOf(resource).only([
      'ApiId',
      'AuthorizationScopes',
      'AuthorizationType',
      'AuthorizerId',
      'OperationName',
      'RouteKey',
      'Target',
    ]);
    const authorization = authorizationOf(cloud, properties);
    const key = properties.text('RouteKey');
    const pattern = readRouteKey(key) ?? properties.fail(`RouteKey "${key}" is not a method and a path`);
    const id = properties.text('Target').replace(/^integrations\//, '');
    const integration =
      (cloud.registry.get(integrationKey(properties.text('ApiId'), id)) as Integration | undefined) ??
      properties.fail(`the API has no integration ${id}`);
    findApi(cloud, properties).addRoute({ ...pattern, integration, ...(authorization && { authorization }) });
    return { ref: stableId(resource, integrationIdLength), attributes: {} };
  },
};

const variablesOf = (properties: Properties): Readonly<Record<string, string>> | undefined => {
  const variables = properties.inside('StageVariables');
  if (variables === undefined) return undefined;
  return Object.fromEntries(variables.entries().map(([name, value]) => [name, String(value)]));
};

/** Its lines go to the log group, whose filters count them; no file keeps them. */
const accessLogOf = (cloud: Cloud, properties: Properties): ((context: AccessContext) => void) | undefined => {
  const settings = properties.inside('AccessLogSettings');
  if (settings === undefined) return undefined;
  const group = /:log-group:([^:]+)/.exec(settings.text('DestinationArn'))?.[1] ?? '';
  const format = settings.text('Format');
  const { writeLog } = measuresOf(cloud);
  return (context) => {
    const known = Object.entries(context) as readonly (readonly [string, unknown])[];
    const values = new Map(known.map(([name, value]) => [name, String(value)]));
    writeLog(
      group,
      format.replace(/\$context\.([A-Za-z]+)/g, (_, name: string) => values.get(name) ?? '-'),
    );
  };
};

const stageKind: Kind = {
  type: 'AWS::ApiGatewayV2::Stage',
  make: (resource: Resource, cloud: Cloud) => {
    const properties = propertiesOf(resource).only([
      'AccessLogSettings',
      'ApiId',
      'AutoDeploy',
      // What they throttle is more than a machine serves.
      'DefaultRouteSettings',
      'DeploymentId',
      'Description',
      'RouteSettings',
      'StageName',
      'StageVariables',
      'Tags',
    ]);
    const name = properties.text('StageName');
    // Without AutoDeploy a stage serves a deployment, which holds the routes of its time; here they are always today's.
    findApi(cloud, properties).addStage({
      name,
      variables: variablesOf(properties),
      accessLog: accessLogOf(cloud, properties),
    });
    return { ref: name, attributes: {} };
  },
};

export const httpApiKinds = (options: HttpApiOptions): readonly Kind[] => [
  apiKind(options),
  integrationKind,
  authorizerKind,
  routeKind,
  stageKind,
];
