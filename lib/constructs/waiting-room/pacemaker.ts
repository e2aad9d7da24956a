import { Duration } from 'aws-cdk-lib';
import { Rule, Schedule } from 'aws-cdk-lib/aws-events';
import { LambdaFunction } from 'aws-cdk-lib/aws-events-targets';
import { Construct } from 'constructs';
import { acknowledge } from '../foundation/acknowledge.ts';
import type { Told } from '../foundation/grant.ts';
import type { Ground } from '../foundation/ground.ts';
import { NodeLambda } from '../foundation/node-lambda.ts';

export interface PacemakerProps {
  readonly ground: Ground;
  readonly told: Told<'waiting-room/keep-pace'>;
}

/**
 * Moves every live line. It is started each minute and runs a little longer than one, so that there is
 * always one at work and another about to take over; a lease on the line lets only one of them write.
 */
export class Pacemaker extends Construct {
  /** Operators who have opened a line may start it at once instead of within a minute. */
  readonly functionName: string;

  constructor(scope: Construct, id: string, { ground, told }: PacemakerProps) {
    super(scope, id);
    const lambda = new NodeLambda(this, 'waiting-room/keep-pace', {
      ground,
      told,
      // Started every 60 s, and the schedule may be 60 s late: 120 s leave no gap, 20 s more are an overlap in which
      // the lease changes hands, and the last 8 s finish the tick under way.
      timeout: Duration.seconds(150),
      // 150 s started every 60 s are three at a time at most. Set aside, so that a stampede of
      // joins that uses up the account's instances can never stop the line itself.
      reservedConcurrency: 3,
    });
    this.functionName = lambda.function.functionName;
    // A start that failed is made good by the next minute's; retrying it would only stand in its way.
    lambda.function.configureAsyncInvoke({ retryAttempts: 0, maxEventAge: Duration.minutes(1) });
    const rule = new Rule(this, 'EveryMinute', {
      description: 'Starts the pacemaker of the waiting room',
      schedule: Schedule.rate(Duration.minutes(1)),
      targets: [new LambdaFunction(lambda.function, { retryAttempts: 0, maxEventAge: Duration.minutes(1) })],
    });
    acknowledge(rule, {
      'Serverless-EventBusDLQ': 'A start that was lost is worth nothing a minute later; the next one does its work.',
    });
    acknowledge(lambda.function, {
      'Serverless-LambdaAsyncFailureDestination':
        'A start that failed is worth nothing a minute later; two alarms tell of failures and of silence.',
    });
    ground.monitoring.raise(this, {
      alarm: 'Silent',
      says: 'the pacemaker was not started for three minutes: no line moves',
      metric: lambda.function.metricInvocations({ period: Duration.minutes(1) }),
      below: 1,
      minutes: 3,
      severity: 'wake',
      runbook: 'line-stands-still',
    });
  }
}
