import { Duration } from 'aws-cdk-lib';
import { MathExpression, Stats } from 'aws-cdk-lib/aws-cloudwatch';
import { Rule, Schedule } from 'aws-cdk-lib/aws-events';
import { LambdaFunction } from 'aws-cdk-lib/aws-events-targets';
import type { IAlias } from 'aws-cdk-lib/aws-lambda';
import type { Construct } from 'constructs';
import { acknowledge } from './acknowledge.ts';
import type { Grants, HandlersBy } from './grant.ts';
import type { Ground } from './ground.ts';
import { LiveAlias } from './live-alias.ts';
import { NodeLambda } from './node-lambda.ts';

export interface ScheduledHandlerProps<Name extends HandlersBy<'schedule'>> {
  readonly ground: Ground;
  /** A grant for every variable of the handler. */
  readonly told: Grants<Name>;
  readonly timeout: Duration;
  /** Instances set aside: as many as run at once. */
  readonly reservedConcurrency: number;
  /**
   * Megabytes.
   * @default - as `NodeLambda`
   */
  readonly memory?: number;
  /** The work of the schedule, e.g. `Starts the pacemaker`. */
  readonly description: string;
  /** The alarm of three minutes in which none was done: its sentence, and its runbook. */
  readonly silence: {
    readonly says: string;
    readonly runbook: string;
    /**
     * Whether somebody is woken.
     * @default - `wake`
     */
    readonly severity?: 'wake' | 'look';
  };
}

/** A handler that is started every minute, and whose silence wakes somebody. */
export class ScheduledHandler<Name extends HandlersBy<'schedule'>> extends NodeLambda<Name> {
  /** What the clock invokes, and operators may invoke as well. */
  readonly live: IAlias;

  constructor(scope: Construct, name: Name, props: ScheduledHandlerProps<Name>) {
    // A clock looks after many things in turn, for as long as a minute or two. One call that hangs may not keep the others.
    super(scope, name, { ...props, callTry: Duration.seconds(2), traced: false });
    // A start that failed is made good by the next minute's; retrying it would only stand in its way.
    const once = { retryAttempts: 0, maxEventAge: Duration.minutes(1) };
    const silent = props.ground.monitoring.raise(this, {
      alarm: 'Silent',
      says: props.silence.says,
      metric: this.done(),
      below: 1,
      minutes: 3,
      severity: props.silence.severity ?? 'wake',
      runbook: props.silence.runbook,
    });
    const { alias } = new LiveAlias(this, {
      ground: props.ground,
      of: this.function,
      alarms: [silent],
      invokedBy: 'clock',
    });
    this.live = alias;
    alias.configureAsyncInvoke(once);
    const rule = new Rule(this, 'EveryMinute', {
      description: props.description,
      schedule: Schedule.rate(Duration.minutes(1)),
      targets: [new LambdaFunction(alias, once)],
    });
    acknowledge(rule, {
      'Serverless-EventBusDLQ': 'A start that was lost is worth nothing a minute later; the next one does its work.',
    });
    acknowledge(this.function, {
      'Serverless-LambdaTracing':
        'Nobody waits for a start of every minute, and its traces would cost more than it does.',
    });
    acknowledge(alias, {
      'Serverless-LambdaAsyncFailureDestination':
        'A start that failed is worth nothing a minute later; an alarm tells if none comes to its end.',
    });
  }

  /** 1 in a minute with a start that came to its end, 0 if all failed, and no value if none began. */
  private done(): MathExpression {
    const period = Duration.minutes(1);
    return new MathExpression({
      expression: '1 - failed',
      label: 'a start came to its end',
      period,
      // Each invocation has a 0 or a 1 there: the least is 0 if any came to its end.
      usingMetrics: { failed: this.function.metricErrors({ period, statistic: Stats.MINIMUM }) },
    });
  }
}
