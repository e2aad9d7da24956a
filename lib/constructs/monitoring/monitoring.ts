import { Aws } from 'aws-cdk-lib';
import { Alarm, ComparisonOperator, type IMetric, TreatMissingData } from 'aws-cdk-lib/aws-cloudwatch';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { EmailSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import { Construct } from 'constructs';
import { acknowledge } from '../foundation/acknowledge.ts';

/** `wake`: fans notice, somebody must act now. `look`: to be understood the same day. */
export type Severity = 'wake' | 'look';

export interface Raised {
  /** Id of the alarm within the construct that raises it. */
  readonly alarm: string;
  /** The trouble, as one would say it aloud. */
  readonly says: string;
  /** With a period of one minute. */
  readonly metric: IMetric;
  /** Alarm when the metric exceeds this; give this or `below`. */
  readonly above?: number;
  /** Alarm when the metric stays under this, or is missing. */
  readonly below?: number;
  /** For so many minutes in a row. */
  readonly minutes: number;
  readonly severity: Severity;
  /** The way to mend it: `docs/runbooks/<runbook>.md`. */
  readonly runbook: string;
}

export interface MonitoringProps {
  /**
   * The e-mail address for alarms.
   * @default - nowhere: alarms are seen in CloudWatch only
   */
  readonly email?: string;
}

/** The destination of alarms. Every construct raises its own, and names the runbook that says what to do. */
export class Monitoring extends Construct {
  private readonly topic: Topic;

  constructor(scope: Construct, id: string, { email }: MonitoringProps) {
    super(scope, id);
    this.topic = new Topic(this, 'Alarms', { enforceSSL: true });
    // A topic with a policy of its own loses the built-in one that let CloudWatch publish.
    this.topic.addToResourcePolicy(
      new PolicyStatement({
        principals: [new ServicePrincipal('cloudwatch.amazonaws.com')],
        actions: ['sns:Publish'],
        resources: [this.topic.topicArn],
        conditions: { StringEquals: { 'AWS:SourceAccount': Aws.ACCOUNT_ID } },
      }),
    );
    if (email) {
      this.topic.addSubscription(new EmailSubscription(email));
      acknowledge(this.topic, {
        'Serverless-SNSRedrivePolicy': 'A mail that could not be sent leaves the alarm itself standing in CloudWatch.',
      });
    }
  }

  /** Creates the alarm inside the construct that it watches. */
  raise(scope: Construct, raised: Raised): void {
    const { above, below } = raised;
    if ((above === undefined) === (below === undefined)) throw new Error(`${raised.alarm}: give either above or below`);
    new Alarm(scope, raised.alarm, {
      alarmDescription: `${raised.severity}: ${raised.says}. Runbook: docs/runbooks/${raised.runbook}.md`,
      metric: raised.metric,
      threshold: above ?? below ?? 0,
      comparisonOperator:
        above === undefined ? ComparisonOperator.LESS_THAN_THRESHOLD : ComparisonOperator.GREATER_THAN_THRESHOLD,
      evaluationPeriods: raised.minutes,
      // Missing data is a failure only if the alarm watches that something happens at all.
      treatMissingData: above === undefined ? TreatMissingData.BREACHING : TreatMissingData.NOT_BREACHING,
    }).addAlarmAction(new SnsAction(this.topic));
  }
}
