import { Duration } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import type { Grants } from '../foundation/grant.ts';
import type { Ground } from '../foundation/ground.ts';
import { ScheduledHandler } from '../foundation/scheduled-handler.ts';

export interface StockTakingProps {
  readonly ground: Ground;
  readonly told: Grants<'seating/stock/count-stock'>;
}

/** Counts every seat that is on sale, again and again, so that nobody is called into a full house. */
export class StockTaking extends Construct {
  constructor(scope: Construct, id: string, { ground, told }: StockTakingProps) {
    super(scope, id);
    new ScheduledHandler(this, 'seating/stock/count-stock', {
      ground,
      told,
      // It starts every 60 s, and the schedule may be 60 s late. So 120 s leave no gap, and 10 s finish the count under
      // way.
      timeout: Duration.seconds(130),
      // 130 s started every 60 s are three at a time at most. Set aside: without a count the line calls nobody.
      reservedConcurrency: 3,
      // It waits most of the time and is paid for all of it. 2,460 sections are 15 MB to parse. This takes about half a
      // second of a whole core, so 1.7 s of the 0.29 that come with this, every 5 s.
      memory: 512,
      description: 'Starts the counting of seats on sale',
      silence: {
        says: 'the seats were not counted for three minutes: no line knows whether anything is left',
        runbook: 'stock-not-counted',
      },
    });
    ground.monitoring.raise(this, {
      alarm: 'Stumbling',
      says: 'the seats cannot be counted: most counts fail',
      metric: ground.monitoring.fault('CountFailed', 'seating'),
      // A run counts some 20 times and tells of its failures when it ends, once a minute.
      above: 8,
      minutes: 2,
      severity: 'wake',
      runbook: 'stock-not-counted',
    });
  }
}
