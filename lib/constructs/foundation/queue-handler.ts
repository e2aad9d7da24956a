import type { Duration } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { acknowledge } from './acknowledge.ts';
import type { Grants, HandlersBy } from './grant.ts';
import type { Ground } from './ground.ts';
import { NodeLambda } from './node-lambda.ts';
import type { WorkQueue } from './work-queue.ts';

export interface QueueHandlerProps<Name extends HandlersBy<'queue'>> {
  readonly ground: Ground;
  /** The queue it works off. */
  readonly queue: Pick<WorkQueue, 'source'>;
  /** A grant for every variable of the handler. */
  readonly told: Grants<Name>;
  /** The queue's work timeout. */
  readonly timeout: Duration;
  /**
   * Megabytes.
   * @default - as `NodeLambda`
   */
  readonly memory?: number;
  /**
   * Batches worked off at a time; at least 2.
   * @default - as many as are set aside for the function. Lambda would bring more, be refused, and after five times
   * the messages were dead letters
   */
  readonly atMost?: number;
}

/** A handler that works off a queue, ten messages a batch, and says which of them failed. */
export class QueueHandler<Name extends HandlersBy<'queue'>> extends NodeLambda<Name> {
  constructor(scope: Construct, name: Name, props: QueueHandlerProps<Name>) {
    super(scope, name, props);
    this.function.addEventSource(props.queue.source(props.atMost ?? props.ground.reserved[name]));
    acknowledge(this.function, {
      'Serverless-LambdaEventSourceMappingDestination':
        'A mapping of SQS has no destination of its own: what fails five times goes to the queue’s dead letters.',
    });
  }
}
