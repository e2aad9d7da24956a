import { Duration } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import type { Grants } from '../foundation/grant.ts';
import type { Ground } from '../foundation/ground.ts';
import { ScheduledHandler } from '../foundation/scheduled-handler.ts';

export interface PacemakerProps {
  readonly ground: Ground;
  readonly told: Grants<'waiting-room/pace/keep-pace'>;
}

/**
 * Moves every live line. It is started each minute and runs a little longer than one. So there is always one at work
 * and another about to take over. A lease on the line lets only one of them write.
 */
export class Pacemaker extends Construct {
  /** Operators who have opened a line may start it at once instead of within a minute. */
  readonly functionName: string;

  constructor(scope: Construct, id: string, { ground, told }: PacemakerProps) {
    super(scope, id);
    const handler = new ScheduledHandler(this, 'waiting-room/pace/keep-pace', {
      ground,
      told,
      // It starts every 60 s, and the schedule may be 60 s late, so 120 s leave no gap. Another 20 s are an overlap in
      // which the lease changes hands. The last 8 s finish the tick under way.
      timeout: Duration.seconds(150),
      // 150 s started every 60 s are three at a time at most. Set aside, so that a stampede of
      // joins that uses up the account's instances can never stop the line itself.
      reservedConcurrency: 3,
      description: 'Starts the pacemaker of the waiting room',
      silence: {
        says: 'the pacemaker has not run for three minutes: no line moves',
        runbook: 'line-stands-still',
      },
    });
    this.functionName = handler.live.functionName;
    ground.monitoring.raise(this, {
      alarm: 'Halted',
      says: 'a line has stopped calling by itself, because its house is silent, slow or refuses nearly everyone',
      metric: ground.monitoring.fault('LineHalted', 'waiting-room'),
      above: 0,
      minutes: 1,
      severity: 'wake',
      runbook: 'house-halted',
    });
    ground.monitoring.raise(this, {
      alarm: 'Stumbling',
      says: 'a line cannot be moved: most of its ticks fail',
      metric: ground.monitoring.fault('TickFailed', 'waiting-room'),
      // One line has 60 ticks a minute. A tick that failed is made good by the next, so a few are nothing.
      above: 20,
      minutes: 2,
      severity: 'wake',
      runbook: 'line-stands-still',
    });
    ground.monitoring.raise(this, {
      alarm: 'Cold',
      says: 'instances are not provided before the doors: the first second will be slower',
      metric: ground.monitoring.fault('InstancesNotProvided', 'waiting-room'),
      above: 0,
      minutes: 3,
      severity: 'look',
      runbook: 'doors-cold',
    });
    ground.monitoring.raise(this, {
      alarm: 'Untried',
      says: 'trial purchases are not started: a fault in buying is seen later than it could be',
      metric: ground.monitoring.fault('TrialNotStarted', 'waiting-room'),
      above: 0,
      minutes: 1,
      severity: 'look',
      runbook: 'trial-not-started',
    });
  }
}
