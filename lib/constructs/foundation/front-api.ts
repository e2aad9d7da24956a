import { AccessLogFormat } from 'aws-cdk-lib/aws-apigateway';
import {
  type CfnStage,
  HttpApi,
  HttpAuthorizer,
  HttpAuthorizerType,
  HttpStage,
  type IHttpRouteAuthorizer,
  LogGroupLogDestination,
} from 'aws-cdk-lib/aws-apigatewayv2';
import { FilterPattern, LogGroup, MetricFilter, type RetentionDays } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import type { ApiLimits } from '../../quotas.ts';
import type { Monitoring } from '../monitoring/monitoring.ts';
import { outlives } from './outlives.ts';
import { RouteChain } from './route-chain.ts';
import { strongly } from './strongly.ts';

export interface FrontApiProps {
  readonly monitoring: Monitoring;
  readonly logRetention: RetentionDays;
  /** Of all fans together. */
  readonly limits: ApiLimits;
  /** Of routes that have a border of their own. Each must be there: API Gateway refuses a stage that names another. */
  readonly routeLimits: Readonly<Record<string, ApiLimits>>;
  /** Whose access tokens are believed. */
  readonly signIn: { readonly issuer: string; readonly audience: string };
}

const routeFailed = 'RouteFailed';
const refused = 'ApiRefused';

/** The HTTP API that every routed handler stands behind. Only the CDN knows the secret to be let through. */
export class FrontApi extends Construct {
  readonly httpApi: HttpApi;
  /** `<id>.execute-api.<region>.amazonaws.com` */
  readonly hostName: string;
  /** Lets in those who are signed in, before any handler runs. */
  readonly forStaff: IHttpRouteAuthorizer;
  /** Each route is put into it, in turn. */
  readonly routes: RouteChain;
  /** Names of the alarms that ring when a route fails. */
  readonly alarms: readonly string[];

  constructor(scope: Construct, id: string, props: FrontApiProps) {
    super(scope, id);
    const { monitoring, logRetention, limits, routeLimits, signIn } = props;
    this.httpApi = strongly(new HttpApi(this, 'HttpApi', { createDefaultStage: false }));
    const accessLog = new LogGroup(this, 'AccessLog', { retention: logRetention, removalPolicy: outlives(true) });
    const stage = new HttpStage(this, 'Stage', {
      httpApi: this.httpApi,
      stageName: '$default',
      autoDeploy: true,
      throttle: limits,
      accessLogSettings: {
        destination: new LogGroupLogDestination(accessLog),
        // The route's pattern, not the path, and no address: nothing personal is in a log (invariant O3).
        format: AccessLogFormat.custom(
          JSON.stringify({
            requestId: '$context.requestId',
            at: '$context.requestTimeEpoch',
            route: '$context.routeKey',
            status: '$context.status',
            milliseconds: '$context.responseLatency',
            bytes: '$context.responseLength',
            integrationStatus: '$context.integrationStatus',
            integrationError: '$context.integrationErrorMessage',
          }),
        ),
      },
    });
    // The CDK's own stage has no word for it.
    const ofRoutes = Object.entries(routeLimits).map(([route, { rateLimit, burstLimit }]) => [
      route,
      { ThrottlingRateLimit: rateLimit, ThrottlingBurstLimit: burstLimit },
    ]);
    if (ofRoutes.length > 0) (stage.node.defaultChild as CfnStage).routeSettings = Object.fromEntries(ofRoutes);
    const authorizer = strongly(
      new HttpAuthorizer(this, 'ForStaff', {
        httpApi: this.httpApi,
        type: HttpAuthorizerType.JWT,
        authorizerName: 'staff',
        identitySource: ['$request.header.Authorization'],
        jwtIssuer: signIn.issuer,
        jwtAudience: [signIn.audience],
      }),
    );
    this.forStaff = HttpAuthorizer.fromHttpAuthorizerAttributes(this, 'Staff', {
      authorizerId: authorizer.authorizerId,
      authorizerType: 'JWT',
    });
    this.routes = new RouteChain(stage, authorizer);
    this.hostName = `${this.httpApi.apiId}.execute-api.${this.httpApi.env.region}.amazonaws.com`;

    // The metrics that API Gateway has of a route cost as much as our own, and these exist only while something fails.
    new MetricFilter(this, 'RouteFailed', {
      logGroup: accessLog,
      filterPattern: FilterPattern.stringValue('$.status', '=', '5*'),
      metricNamespace: monitoring.namespace,
      metricName: routeFailed,
      metricValue: '1',
      dimensions: { route: '$.route' },
    });
    // Refused by the API itself, before any handler: a refusal of ours has the handler's status as well.
    new MetricFilter(this, 'Refused', {
      logGroup: accessLog,
      filterPattern: FilterPattern.all(
        FilterPattern.stringValue('$.status', '=', '429'),
        FilterPattern.stringValue('$.integrationStatus', '=', '-'),
      ),
      metricNamespace: monitoring.namespace,
      metricName: refused,
      metricValue: '1',
      dimensions: { route: '$.route' },
    });
    monitoring.raise(this, {
      alarm: 'Throttled',
      says: 'the API refuses requests, because more come than its limits allow',
      metric: monitoring.rare(refused, 'route'),
      above: 0,
      minutes: 2,
      severity: 'wake',
      runbook: 'api-throttled',
    });
    const failing = monitoring.raise(this, {
      alarm: 'Failing',
      says: 'the API answers with server errors',
      metric: monitoring.rare(routeFailed, 'route'),
      above: 5,
      minutes: 2,
      severity: 'wake',
      runbook: 'api-failing',
    });
    // A handler that answers 500 is no error to Lambda, and one that is throttled or too slow is a 503 or 504 to the
    // fan: the answers of routes have all of them.
    const routeFailing = monitoring.raise(this, {
      alarm: 'RouteFailing',
      says: 'a route answers with server errors; the dashboard says which',
      metric: monitoring.rare(routeFailed, 'route'),
      above: 0,
      minutes: 2,
      severity: 'look',
      runbook: 'route-failing',
    });
    this.alarms = [failing, routeFailing];
  }
}
