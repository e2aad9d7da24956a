import { Names } from 'aws-cdk-lib';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import {
  EventSourceMapping,
  type EventSourceMappingOptions,
  type IAlias,
  type Function as LambdaFunction,
} from 'aws-cdk-lib/aws-lambda';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';

/**
 * Lambda does the first three with a function's role when it feeds the function from a queue. The last the function does
 * itself: it hands back what it failed at (lambdas/foundation/hand-back.ts).
 */
const working = ['sqs:ReceiveMessage', 'sqs:DeleteMessage', 'sqs:GetQueueAttributes', 'sqs:ChangeMessageVisibility'];

/** Feeds a function from a queue. The CDK's own source grants an action more, which nothing calls. */
export class WorkSource {
  private readonly queue: IQueue;
  private readonly options: EventSourceMappingOptions;

  constructor(queue: IQueue, options: EventSourceMappingOptions) {
    this.queue = queue;
    this.options = options;
  }

  /** The messages go to the version that is live. */
  feed(lambda: LambdaFunction, live: IAlias): void {
    // Below the function, and by the id that the CDK's source has: another id would be a second mapping beside the one
    // of an earlier release. So the mapping is turned to the alias in place, and no message waits or comes twice.
    new EventSourceMapping(lambda, `SqsEventSource:${Names.nodeUniqueId(this.queue.node)}`, {
      ...this.options,
      target: live,
      eventSourceArn: this.queue.queueArn,
    });
    lambda.addToRolePolicy(new PolicyStatement({ actions: working, resources: [this.queue.queueArn] }));
  }
}
