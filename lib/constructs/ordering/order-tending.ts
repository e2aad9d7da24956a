import { Duration } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import type { Grants } from '../foundation/grant.ts';
import type { Ground } from '../foundation/ground.ts';
import { ScheduledHandler } from '../foundation/scheduled-handler.ts';

export interface OrderTendingProps {
  readonly ground: Ground;
  readonly told: Grants<'ordering/buy/tend-orders'>;
}

/** Looks after orders that nobody moves on: promises that ran out, payments and answers that went missing. */
export class OrderTending extends Construct {
  constructor(scope: Construct, id: string, { ground, told }: OrderTendingProps) {
    super(scope, id);
    new ScheduledHandler(this, 'ordering/buy/tend-orders', {
      ground,
      told,
      // It starts every 60 s, and does what it can meanwhile. It handles 8 orders at a time, at some 100 ms each with a
      // provider: 3,800 a run.
      timeout: Duration.seconds(60),
      // One at work, and the next that may start a second early. Two do no harm.
      reservedConcurrency: 2,
      memory: 512,
      description: 'Starts looking after orders that stand still',
      silence: {
        says: 'orders were not looked after for three minutes: unpaid seats do not come back, stuck orders stay stuck',
        runbook: 'orders-not-tended',
      },
    });
    ground.monitoring.raise(this, {
      alarm: 'Stuck',
      says: 'orders cannot be carried on: somebody waits for tickets, or for money',
      metric: ground.monitoring.fault('OrdersNotTended', 'ordering'),
      above: 0,
      // A stuck order is tried every second minute, so this is five tries of at least one order.
      minutes: 10,
      severity: 'look',
      runbook: 'orders-not-tended',
    });
  }
}
