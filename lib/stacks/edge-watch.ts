import { Aws, Duration, Stack, type StackProps } from 'aws-cdk-lib';
import { CfnBudget } from 'aws-cdk-lib/aws-budgets';
import { type IMetric, MathExpression, Metric, Stats } from 'aws-cdk-lib/aws-cloudwatch';
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Construct } from 'constructs';
import { AssetLog, bytesOfNoPage } from '../constructs/edge/asset-log.ts';
import { filledSum } from '../constructs/monitoring/filled-sum.ts';
import { type DeclaredAlarm, Monitoring } from '../constructs/monitoring/monitoring.ts';
import type { Settings } from '../settings.ts';

export interface EdgeWatchStackProps extends StackProps {
  readonly settings: Settings;
  /** Ids of the distributions that fans come in by, by the name that alarms call them. */
  readonly distributions: { readonly Site: string; readonly Boards: string };
}

/** CloudFront's metrics and the account's bill are in us-east-1, and so are the alarms on them. */
export class EdgeWatchStack extends Stack {
  readonly declared: readonly DeclaredAlarm[];

  constructor(scope: Construct, id: string, { settings, distributions, ...props }: EdgeWatchStackProps) {
    super(scope, id, props);
    const { stage, alarmEmail, audienceSize, monthlyBudget } = settings;
    const monitoring = new Monitoring(this, 'Monitoring', { stage, ...(alarmEmail && { email: alarmEmail }) });
    for (const [name, distribution] of Object.entries(distributions)) {
      const watched = new Construct(this, name);
      monitoring.raise(watched, {
        alarm: 'Failing',
        says: `the ${name.toLowerCase()} answers with server errors at the edge`,
        metric: failedAnswers(distribution),
        // As many as the API's own alarm, since each fault of the API passes here as well.
        above: 5,
        minutes: 3,
        severity: 'wake',
        runbook: 'edge-failing',
      });
    }
    const everything = new Construct(this, 'Edge');
    const bytes = Object.fromEntries(
      Object.entries(distributions).map(([name, distribution]) => [
        name.toLowerCase(),
        ofDistribution(distribution, 'BytesDownloaded', Stats.SUM),
      ]),
    );
    monitoring.raise(everything, {
      alarm: 'Heavy',
      says: 'far more is fetched than an audience fetches: somebody else may show our files',
      metric: filledSum('bytes a minute', bytes),
      above: bytesAMinute(audienceSize),
      minutes: 5,
      severity: 'look',
      runbook: 'hot-links',
    });
    const assets = new AssetLog(this, 'Assets', {
      stage,
      namespace: monitoring.namespace,
      distribution: distributions.Site,
    });
    monitoring.raise(assets, {
      alarm: 'HotLinked',
      says: 'assets are fetched for no page, a tenth of what an audience fetches: somebody may show them elsewhere',
      metric: monitoring.rare(bytesOfNoPage, 'file'),
      // `bytesAMinute` is ten audiences. Of those whose browsers name no page there are a few in a hundred.
      above: bytesAMinute(audienceSize) / 100,
      minutes: 5,
      severity: 'look',
      runbook: 'hot-links',
    });
    this.declared = monitoring.declared;

    monitoring.topic.addToResourcePolicy(
      new PolicyStatement({
        principals: [new ServicePrincipal('budgets.amazonaws.com')],
        actions: ['sns:Publish'],
        resources: [monitoring.topic.topicArn],
        conditions: { StringEquals: { 'AWS:SourceAccount': Aws.ACCOUNT_ID } },
      }),
    );
    const told = [{ subscriptionType: 'SNS', address: monitoring.topic.topicArn }];
    new CfnBudget(this, 'Budget', {
      budget: {
        budgetName: `${id.replace(/-EdgeWatch$/, '')}-month`,
        budgetType: 'COST',
        timeUnit: 'MONTHLY',
        budgetLimit: { amount: monthlyBudget, unit: 'USD' },
      },
      notificationsWithSubscribers: [
        // The first tells of money that was spent, the second of a month that will cost more if it goes on like this.
        { type: 'ACTUAL', threshold: 80 },
        { type: 'FORECASTED', threshold: 100 },
      ].map(({ type, threshold }) => ({
        notification: {
          notificationType: type,
          comparisonOperator: 'GREATER_THAN',
          threshold,
          thresholdType: 'PERCENTAGE',
        },
        subscribers: told,
      })),
    });
  }
}

/**
 * A fan's first minute is some 350 kB: the page, its scripts and typefaces, a hall. Half of the audience may come within
 * one minute. Ten times that is no audience. Never less than 1 GB a minute, which costs some $5 an hour.
 */
export function bytesAMinute(audience: number): number {
  return Math.max(1_000_000_000, audience * 0.5 * 350_000 * 10);
}

/** CloudFront tells a rate in percent, and the number of requests. */
function failedAnswers(distribution: string): IMetric {
  return new MathExpression({
    expression: 'FILL(rate, 0) * FILL(requests, 0) / 100',
    label: 'answers that were a 5xx',
    period: Duration.minutes(1),
    usingMetrics: {
      rate: ofDistribution(distribution, '5xxErrorRate', Stats.AVERAGE),
      requests: ofDistribution(distribution, 'Requests', Stats.SUM),
    },
  });
}

const ofDistribution = (distribution: string, metricName: string, statistic: string) =>
  new Metric({
    namespace: 'AWS/CloudFront',
    metricName,
    dimensionsMap: { DistributionId: distribution, Region: 'Global' },
    statistic,
    period: Duration.minutes(1),
  });
