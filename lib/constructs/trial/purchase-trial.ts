import { ArnFormat, Duration, Stack, Token } from 'aws-cdk-lib';
import { MathExpression, Stats } from 'aws-cdk-lib/aws-cloudwatch';
import { PolicyDocument, PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import { BlockPublicAccess, Bucket, BucketEncryption, type CfnBucket, type IBucket } from 'aws-cdk-lib/aws-s3';
import { Canary, Code, Runtime, Schedule, Test } from 'aws-cdk-lib/aws-synthetics';
import { Construct } from 'constructs';
import { acknowledge } from '../foundation/acknowledge.ts';
import { outlives } from '../foundation/outlives.ts';
import type { Monitoring } from '../monitoring/monitoring.ts';
import { trialName } from './trial-name.ts';

export interface PurchaseTrialProps {
  readonly monitoring: Monitoring;
  /** Folder with `index.js`: `lib/bundle-trial.ts` makes it. */
  readonly code: string;
  /** Of the site, e.g. `https://tickets.example.org`. */
  readonly site: string;
  readonly openTrial: IFunction;
  readonly openTrialHouse: IFunction;
  /** Is told how each run went. */
  readonly reportChecks: IFunction;
  readonly retain: boolean;
}

/**
 * A canary that joins, holds and buys with a pretend card, in a hidden on-sale (contracts/trial.ts). It has no schedule of
 * its own. A start is one run, and the pacemaker starts it every five minutes from the run-up of a line to its close. At
 * rest it costs nothing.
 */
export class PurchaseTrial extends Construct {
  constructor(scope: Construct, id: string, props: PurchaseTrialProps) {
    super(scope, id);
    const { monitoring, openTrial, openTrialHouse, reportChecks } = props;
    const name = trialName(monitoring.stage);
    const bucket = new Bucket(this, 'Artifacts', {
      encryption: BucketEncryption.S3_MANAGED,
      blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
      enforceSSL: true,
      minimumTLSVersion: 1.2,
      lifecycleRules: [{ expiration: Duration.days(31) }],
      removalPolicy: outlives(props.retain),
    });
    acknowledge(bucket, { 'AwsSolutions-S1': 'Logs of runs that nobody but staff reads, for a month.' });
    const stack = Stack.of(this);
    const logs = stack.formatArn({
      service: 'logs',
      resource: 'log-group',
      resourceName: `/aws/lambda/cwsyn-${name}-*`,
      arnFormat: ArnFormat.COLON_RESOURCE_NAME,
    });
    const runs = 'runs';
    const role = new Role(this, 'Role', {
      assumedBy: new ServicePrincipal('lambda.amazonaws.com'),
      inlinePolicies: {
        run: new PolicyDocument({
          statements: [
            // What Synthetics asks of the role of every canary: it keeps the logs of runs, and says what became of them.
            new PolicyStatement({ actions: ['s3:PutObject'], resources: [bucket.arnForObjects(`${runs}/*`)] }),
            new PolicyStatement({ actions: ['s3:GetBucketLocation'], resources: [bucket.bucketArn] }),
            new PolicyStatement({ actions: ['s3:ListAllMyBuckets'], resources: ['*'] }),
            new PolicyStatement({
              actions: ['cloudwatch:PutMetricData'],
              resources: ['*'],
              conditions: { StringEquals: { 'cloudwatch:namespace': 'CloudWatchSynthetics' } },
            }),
            new PolicyStatement({
              actions: ['logs:CreateLogGroup', 'logs:CreateLogStream', 'logs:PutLogEvents'],
              resources: [logs],
            }),
            new PolicyStatement({
              actions: ['lambda:InvokeFunction'],
              resources: [openTrial.functionArn, openTrialHouse.functionArn, reportChecks.functionArn],
            }),
          ],
        }),
      },
    });
    const canary = new Canary(this, 'Canary', {
      canaryName: name,
      runtime: Runtime.SYNTHETICS_NODEJS_PUPPETEER_13_0,
      test: Test.custom({ code: Code.fromAsset(props.code), handler: 'index.handler' }),
      schedule: Schedule.once(),
      startAfterCreation: false,
      // The steps of a run together have at most 320 s (rehearsal/trial/walk.ts).
      timeout: Duration.minutes(7),
      role,
      artifactsBucketLocation: { bucket: bucket as IBucket, prefix: runs },
      successRetentionPeriod: Duration.days(7),
      failureRetentionPeriod: Duration.days(31),
      provisionedResourceCleanup: true,
      environmentVariables: {
        SITE_ADDRESS: props.site,
        OPEN_TRIAL: openTrial.functionName,
        OPEN_TRIAL_HOUSE: openTrialHouse.functionName,
        REPORT_CHECKS: reportChecks.functionName,
      },
    });
    const period = Duration.minutes(10);
    monitoring.raise(this, {
      alarm: 'Failing',
      says: 'nobody can buy: each trial purchase of ten minutes has failed',
      metric: new MathExpression({
        expression: '100 - best',
        label: 'percent of the better run that is missing',
        period,
        usingMetrics: { best: canary.metricSuccessPercent({ period, statistic: Stats.MAXIMUM }) },
      }),
      above: 0,
      minutes: 1,
      severity: 'wake',
      runbook: 'trial-failing',
    });
    const account = Token.isUnresolved(stack.account) ? '<AWS::AccountId>' : stack.account;
    const logsFound = `arn:${stack.partition}:logs:${stack.region}:${account}:log-group:/aws/lambda/cwsyn-${name}-*`;
    const artifacts = `<${stack.getLogicalId(bucket.node.defaultChild as CfnBucket)}.Arn>/${runs}/*`;
    const ofSynthetics =
      'Synthetics lists buckets to find that of its artifacts. Metrics have no resource; the condition names the namespace.';
    acknowledge(role, {
      'Serverless-LambdaStarPermissions': ofSynthetics,
      'AwsSolutions-IAM5[Resource::*]': ofSynthetics,
      [`AwsSolutions-IAM5[Resource::${artifacts}]`]: 'Each run leaves files of its own.',
      [`AwsSolutions-IAM5[Resource::${logsFound}]`]:
        'Synthetics ends the name of the function with letters of its own.',
    });
  }
}
