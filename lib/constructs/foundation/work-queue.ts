import { Duration } from 'aws-cdk-lib';
import { DeduplicationScope, FifoThroughputLimit, Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import { mostTries } from '../../../contracts/message-tries.ts';
import { acknowledge } from './acknowledge.ts';
import { type Grant, grant } from './grant.ts';
import type { Ground } from './ground.ts';
import { outlives } from './outlives.ts';
import { strongly } from './strongly.ts';
import { WorkSource } from './work-source.ts';

export interface WorkQueueProps {
  readonly ground: Ground;
  /** Whether messages of one group keep their order (FIFO, high-throughput mode). */
  readonly ordered: boolean;
  /** The timeout of the function that works it off. */
  readonly workTimeout: Duration;
  /** The oldest message may wait so long before an alarm is raised. */
  readonly mayWait: Duration;
  /** Of the alarm that says so. */
  readonly runbook: string;
}

/**
 * A queue of work with its dead letters. A message is tried ten times, then kept for 14 days for a person or a function
 * (`lost`) to look at. An alarm says so if it lies there for a minute.
 */
export class WorkQueue extends Construct {
  /** Names of the alarms that ring when it is not worked off. */
  readonly alarms: readonly string[];
  private readonly setAside: string;
  private readonly queue: Queue;
  private readonly deadLetters: Queue;

  constructor(scope: Construct, id: string, props: WorkQueueProps) {
    super(scope, id);
    const { ground, ordered, workTimeout, mayWait, runbook } = props;
    // Messages are orders that were paid and seats that were asked for: they outlive the stack like a table.
    const removalPolicy = outlives(ground.retainData);
    const shared = { encryption: QueueEncryption.SQS_MANAGED, enforceSSL: true, removalPolicy };
    const order = ordered
      ? {
          fifo: true,
          // A group (one performance) has its own order, its own memory of duplicates, and its own share of throughput.
          fifoThroughputLimit: FifoThroughputLimit.PER_MESSAGE_GROUP_ID,
          deduplicationScope: DeduplicationScope.MESSAGE_GROUP,
          contentBasedDeduplication: false,
        }
      : {};
    this.deadLetters = strongly(
      new Queue(this, 'DeadLetters', {
        ...shared,
        ...(ordered && { fifo: true }),
        visibilityTimeout: Duration.seconds(workTimeout.toSeconds() * 6),
        retentionPeriod: Duration.days(14),
      }),
    );
    this.queue = strongly(
      new Queue(this, 'Queue', {
        ...shared,
        ...order,
        // AWS asks for six times: Lambda may hold a batch through throttling before it starts on it.
        visibilityTimeout: Duration.seconds(workTimeout.toSeconds() * 6),
        // A handler that was broken on the eve of a holiday. A message of a queue without order keeps its age among the dead
        // letters, so a week is left to look at it there.
        retentionPeriod: Duration.days(7),
        deadLetterQueue: { queue: this.deadLetters, maxReceiveCount: mostTries },
      }),
    );
    acknowledge(this.deadLetters, {
      'Serverless-SQSRedrivePolicy': 'This is the dead-letter queue; what is here has no further place to go.',
    });

    const period = Duration.minutes(1);
    this.setAside = ground.monitoring.raise(this, {
      alarm: 'DeadLettersWaiting',
      says: `${id}: messages failed ten times and were set aside`,
      metric: this.deadLetters.metricApproximateNumberOfMessagesVisible({ period, statistic: 'Maximum' }),
      above: 0,
      minutes: 1,
      severity: 'wake',
      runbook: 'dead-letters',
    });
    const waiting = ground.monitoring.raise(this, {
      alarm: 'OldestWaiting',
      says: `${id}: the oldest message waits longer than ${mayWait.toSeconds()} s`,
      metric: this.queue.metricApproximateAgeOfOldestMessage({ period, statistic: 'Maximum' }),
      above: mayWait.toSeconds(),
      minutes: 2,
      severity: 'wake',
      runbook,
    });
    this.alarms = [this.setAside, waiting];
  }

  /** By these names CloudWatch measures it. */
  get names(): { readonly work: string; readonly dead: string } {
    return { work: this.queue.queueName, dead: this.deadLetters.queueName };
  }

  /** May put messages in; the address is the queue's URL. */
  grantSend(): Grant {
    return grant(this.queue.queueUrl, [this.queue.queueArn], ['sqs:SendMessage']);
  }

  /** The dead letters, for a function that ends what nobody could do. */
  get lost(): Pick<WorkQueue, 'source' | 'alarms'> {
    return {
      alarms: [this.setAside],
      source: () => new WorkSource(this.deadLetters, { batchSize: 10, reportBatchItemFailures: true }),
    };
  }

  /**
   * Brings the messages, up to ten a batch, to the function that works them off. At most `atMost` of it run at a time.
   */
  source(atMost?: number): WorkSource {
    // Ten is the most that SQS allows of an ordered queue, and the allocator's batch. No window to fill it: under
    // load batches are full anyway, and without load nobody should wait.
    return new WorkSource(this.queue, {
      batchSize: 10,
      reportBatchItemFailures: true,
      ...(atMost !== undefined && { maxConcurrency: atMost }),
    });
  }
}
