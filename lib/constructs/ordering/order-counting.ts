import { Duration } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import type { Grants } from '../foundation/grant.ts';
import type { Ground } from '../foundation/ground.ts';
import { ScheduledHandler } from '../foundation/scheduled-handler.ts';

export interface OrderCountingProps {
  readonly ground: Ground;
  readonly told: Grants<'ordering/readings/count-orders'>;
}

/** Counts the orders of what is on sale, for those who run the morning. */
export class OrderCounting extends Construct {
  constructor(scope: Construct, id: string, { ground, told }: OrderCountingProps) {
    super(scope, id);
    new ScheduledHandler(this, 'ordering/readings/count-orders', {
      ground,
      told,
      // It starts every 60 s. While somebody looks it runs 67 s, so that the next one has begun, and 8 s finish the count
      // under way.
      timeout: Duration.seconds(75),
      // 75 s started every 60 s are two at a time at most.
      reservedConcurrency: 2,
      // It waits most of the time and is paid for all of it: $0.0072 an hour. The bundle took 86 MB as it stood, 109 with a
      // hundred orders a minute, 114 with a thousand, 138 with ten thousand (40,000 in the open window). So it has
      // room for nine thousand a minute.
      memory: 136,
      description: 'Starts the counting of orders',
      silence: {
        says: 'orders were not counted for three minutes: the control room shows old figures of them',
        runbook: 'readings-old',
        severity: 'look',
      },
    });
  }
}
