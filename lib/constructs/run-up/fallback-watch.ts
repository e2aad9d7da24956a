import { Duration } from 'aws-cdk-lib';
import { Rule, RuleTargetInput, Schedule } from 'aws-cdk-lib/aws-events';
import { LambdaFunction } from 'aws-cdk-lib/aws-events-targets';
import { Construct } from 'constructs';
import { acknowledge } from '../foundation/acknowledge.ts';
import { fact } from '../foundation/grant.ts';
import type { Ground } from '../foundation/ground.ts';
import { OperatorHandler } from '../foundation/operator-handler.ts';
import type { RunUpRecords } from './run-up-records.ts';

export interface FallbackWatchProps {
  readonly ground: Ground;
  readonly records: RunUpRecords;
  /** Host names: the fallback's own, and that of the site, by which fans come to it. */
  readonly fallback: { readonly hostName: string; readonly domainName: string };
}

/**
 * Asks the fallback every hour whether it is there, and writes the answer down for the run-up. A clock starts a function of
 * operators, who may start it as well. It raises no alarm: nobody is at the fallback while the switch is off, and a report
 * that is missing makes the check red.
 */
export class FallbackWatch extends Construct {
  constructor(scope: Construct, id: string, { ground, records, fallback }: FallbackWatchProps) {
    super(scope, id);
    const { hostName, domainName } = fallback;
    const handler = new OperatorHandler(this, 'run-up/checks/reach-fallback', {
      ground,
      told: {
        RUN_UP_BUCKET: records.grantReport(),
        FALLBACK: fact(JSON.stringify({ at: `https://${hostName}`, as: domainName })),
      },
      // One request and one small file an hour.
      memory: 256,
    });
    const once = { retryAttempts: 0, maxEventAge: Duration.minutes(10) };
    handler.function.configureAsyncInvoke(once);
    const rule = new Rule(this, 'EveryHour', {
      description: 'Asks whether the fallback is there',
      schedule: Schedule.rate(Duration.hours(1)),
      targets: [new LambdaFunction(handler.function, { ...once, event: RuleTargetInput.fromObject({}) })],
    });
    acknowledge(rule, {
      'Serverless-EventBusDLQ':
        'A question that was lost is asked again an hour later; a check without answers is red.',
    });
    acknowledge(handler.function, {
      'Serverless-LambdaAsyncFailureDestination':
        'A question that failed is asked again an hour later; a check without answers is red.',
    });
  }
}
