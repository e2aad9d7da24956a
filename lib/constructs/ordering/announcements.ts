import { Duration } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import type { Grant } from '../foundation/grant.ts';
import type { Ground } from '../foundation/ground.ts';
import { WorkQueue } from '../foundation/work-queue.ts';

/** A mail with its tickets is a second's work; a batch of ten, and a mail service that is slow, get the rest. */
export const sendingTimeout = Duration.seconds(30);

/**
 * Batches of ten that are sent at a time. Drawing tickets is processor time, some 4 orders a second an instance. Three
 * instances make 12 mails a second. That is below the 14 that SES lets a new account send, so that few are turned away
 * and tried again.
 */
export const sendingAtMost = 3;

/** Orders whose buyers have news wait here for their mail: the order's page says all of it meanwhile. */
export class Announcements extends Construct {
  readonly queue: WorkQueue;

  constructor(scope: Construct, id: string, { ground }: { readonly ground: Ground }) {
    super(scope, id);
    this.queue = new WorkQueue(this, 'Announcements', {
      ground,
      ordered: false,
      workTimeout: sendingTimeout,
      // 40,000 orders of one morning are an hour's mail at 12 a second.
      mayWait: Duration.hours(2),
      runbook: 'mails-waiting',
    });
  }

  /** May say that the buyer of an order has news. */
  grantAnnounce(): Grant {
    return this.queue.grantSend();
  }
}
