import { Duration } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import type { Grants } from '../foundation/grant.ts';
import type { Ground } from '../foundation/ground.ts';
import { ScheduledHandler } from '../foundation/scheduled-handler.ts';

export interface ActFollowingProps {
  readonly ground: Ground;
  readonly told: Grants<'ordering/follow/follow-acts'>;
}

/** Brings orders to what became of their performances: cancelled, or moved. */
export class ActFollowing extends Construct {
  constructor(scope: Construct, id: string, { ground, told }: ActFollowingProps) {
    super(scope, id);
    new ScheduledHandler(this, 'ordering/follow/follow-acts', {
      ground,
      told,
      // It starts every 60 s and goes on where it was. 8 orders at a time, at some 100 ms each with a provider: 3,200 a
      // run. Without an act it reads two records and ends.
      timeout: Duration.seconds(60),
      // One at work, and the next that may start a second early. Two do no harm.
      reservedConcurrency: 2,
      memory: 512,
      description: 'Starts bringing orders to what became of their performances',
      silence: {
        says: 'nobody looked for three minutes whether a performance was cancelled: its buyers are not told or paid back',
        runbook: 'acts-not-followed',
      },
    });
    ground.monitoring.raise(this, {
      alarm: 'Late',
      says: 'a performance was cancelled or moved over an hour ago, and some of its orders are still as before',
      metric: ground.monitoring.fault('ActsNotFollowed', 'ordering'),
      above: 0,
      minutes: 5,
      severity: 'look',
      runbook: 'acts-not-followed',
    });
  }
}
