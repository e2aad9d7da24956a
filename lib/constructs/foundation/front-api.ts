import { Duration } from 'aws-cdk-lib';
import { AccessLogFormat } from 'aws-cdk-lib/aws-apigateway';
import { HttpApi, HttpStage, LogGroupLogDestination } from 'aws-cdk-lib/aws-apigatewayv2';
import { LogGroup, type RetentionDays } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import type { Monitoring } from '../monitoring/monitoring.ts';

export interface FrontApiProps {
  readonly monitoring: Monitoring;
  readonly logRetention: RetentionDays;
  /** Requests a second of all fans together. */
  readonly rateLimit: number;
  /** Requests at one instant. */
  readonly burstLimit: number;
}

/** The HTTP API that every routed handler stands behind. Only the CDN knows the secret to be let through. */
export class FrontApi extends Construct {
  readonly httpApi: HttpApi;
  /** `<id>.execute-api.<region>.amazonaws.com` */
  readonly hostName: string;

  constructor(scope: Construct, id: string, { monitoring, logRetention, rateLimit, burstLimit }: FrontApiProps) {
    super(scope, id);
    this.httpApi = new HttpApi(this, 'HttpApi', { createDefaultStage: false });
    const accessLog = new LogGroup(this, 'AccessLog', { retention: logRetention });
    new HttpStage(this, 'Stage', {
      httpApi: this.httpApi,
      stageName: '$default',
      autoDeploy: true,
      throttle: { rateLimit, burstLimit },
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
    this.hostName = `${this.httpApi.apiId}.execute-api.${this.httpApi.env.region}.amazonaws.com`;

    monitoring.raise(this, {
      alarm: 'Failing',
      says: 'the API answers with server errors',
      metric: this.httpApi.metricServerError({ period: Duration.minutes(1), statistic: 'Sum' }),
      above: 5,
      minutes: 2,
      severity: 'wake',
      runbook: 'api-failing',
    });
  }
}
