import { Annotations, Aws, Duration, Stack } from 'aws-cdk-lib';
import {
  Alarm,
  ComparisonOperator,
  type IMetric,
  MathExpression,
  Metric,
  Stats,
  TreatMissingData,
} from 'aws-cdk-lib/aws-cloudwatch';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { EmailSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import { Construct } from 'constructs';
import { acknowledge } from '../foundation/acknowledge.ts';
import { strongly } from '../foundation/strongly.ts';

/** A room of handlers, as their counts name it. */
export type Service = 'waiting-room' | 'seating' | 'ordering';

/** `wake`: fans notice, somebody must act now. `look`: to be understood the same day. */
export type Severity = 'wake' | 'look';

export interface Raised {
  /** Id of the alarm within the construct that raises it. */
  readonly alarm: string;
  /** The trouble, as one would say it aloud. */
  readonly says: string;
  /** With a period of one minute, or longer. */
  readonly metric: IMetric;
  /** Alarm when the metric exceeds this; give this or `below`. */
  readonly above?: number;
  /** Alarm when the metric stays under this, or is missing. */
  readonly below?: number;
  /** For so many periods in a row, minutes unless the metric's is longer. */
  readonly minutes: number;
  readonly severity: Severity;
  /** The way to mend it: `docs/runbooks/<runbook>.md`. */
  readonly runbook: string;
}

/** An alarm as it was declared, for whoever shows all of them. */
export interface DeclaredAlarm extends Raised {
  readonly name: string;
  /** The stack's name without `Stampede-<stage>-`, e.g. `Seating`. */
  readonly room: string;
  readonly region: string;
}

export interface MonitoringProps {
  readonly stage: string;
  /**
   * The e-mail address for alarms.
   * @default - nowhere: alarms are seen in CloudWatch only, and the synthesis warns of it
   */
  readonly email?: string;
}

/** The destination of alarms. Every construct raises its own, and names the runbook that says what to do. */
export class Monitoring extends Construct {
  /** The namespace of the platform's own metrics of this stage: two stages in one account do not count together. */
  readonly namespace: string;
  readonly topic: Topic;
  readonly stage: string;
  private readonly raised: DeclaredAlarm[] = [];

  constructor(scope: Construct, id: string, { stage, email }: MonitoringProps) {
    super(scope, id);
    this.stage = stage;
    this.namespace = `Stampede/${stage}`;
    this.topic = strongly(new Topic(this, 'Alarms', { enforceSSL: true }));
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
    } else {
      Annotations.of(this).addWarningV2(
        'stampede:nobodyToTell',
        `Nobody is told of alarms: put alarmEmail into stages/${stage}.json.`,
      );
    }
  }

  /** The alarms that were raised until now. */
  get declared(): readonly DeclaredAlarm[] {
    return this.raised;
  }

  /** The count of a service's handlers under this name, each minute's sum (lambdas/foundation/observe.ts). */
  counted(service: Service, metricName: string): Metric {
    return new Metric({
      namespace: this.namespace,
      metricName,
      dimensionsMap: { service },
      statistic: Stats.SUM,
      period: Duration.minutes(1),
    });
  }

  /**
   * A count that is made only while something fails, each minute's sum over all values of the dimension, for an alarm.
   * It is a query: AWS charges an alarm for the metrics that it looks at, and while all is well there are none.
   */
  rare(metricName: string, dimension: string, value?: string): IMetric {
    const where = value === undefined ? '' : ` WHERE ${dimension} = '${value}'`;
    return new MathExpression({
      expression: `SELECT SUM(${metricName}) FROM SCHEMA("${this.namespace}", ${dimension})${where}`,
      label: metricName,
      period: Duration.minutes(1),
      usingMetrics: {},
    });
  }

  /** As `rare`, of what the handlers of a service count. Left out: of whichever handlers count it. */
  fault(metricName: string, service?: Service): IMetric {
    return this.rare(metricName, 'service', service);
  }

  /** Creates the alarm inside the construct that it watches. @returns its name, for whoever asks it. */
  raise(scope: Construct, raised: Raised): string {
    const { above, below } = raised;
    if ((above === undefined) === (below === undefined)) throw new Error(`${raised.alarm}: give either above or below`);
    const { stackName, region } = Stack.of(scope);
    const name = `${stackName}-${scope.node.id}-${raised.alarm}`;
    const alarm = new Alarm(scope, raised.alarm, {
      // A name that is known beforehand: whoever shows the alarms refers to no resource of another stack.
      alarmName: name,
      alarmDescription: `${raised.severity}: ${raised.says}. Runbook: docs/runbooks/${raised.runbook}.md`,
      metric: raised.metric,
      threshold: above ?? below ?? 0,
      comparisonOperator:
        above === undefined ? ComparisonOperator.LESS_THAN_THRESHOLD : ComparisonOperator.GREATER_THAN_THRESHOLD,
      evaluationPeriods: raised.minutes,
      // Missing data is a failure only if the alarm watches that something happens at all.
      treatMissingData: above === undefined ? TreatMissingData.BREACHING : TreatMissingData.NOT_BREACHING,
    });
    alarm.addAlarmAction(new SnsAction(this.topic));
    // A person who was woken is told as well that it is over.
    if (raised.severity === 'wake') alarm.addOkAction(new SnsAction(this.topic));
    this.raised.push({ ...raised, name, region, room: stackName.replace(`Stampede-${this.stage}-`, '') });
    return name;
  }
}
