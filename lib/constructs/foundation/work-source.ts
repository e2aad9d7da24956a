import { Names } from 'aws-cdk-lib';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { EventSourceMappingOptions, IEventSource, IFunction } from 'aws-cdk-lib/aws-lambda';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';

/**
 * Lambda does the first three with a function's role when it feeds the function from a queue. The last the function does
 * itself: it hands back what it failed at (lambdas/foundation/hand-back.ts).
 */
const working = ['sqs:ReceiveMessage', 'sqs:DeleteMessage', 'sqs:GetQueueAttributes', 'sqs:ChangeMessageVisibility'];

/** Feeds a function from a queue. The CDK's own source grants an action more, which nothing calls. */
export class WorkSource implements IEventSource {
  private readonly queue: IQueue;
  private readonly options: EventSourceMappingOptions;

  constructor(queue: IQueue, options: EventSourceMappingOptions) {
    this.queue = queue;
    this.options = options;
  }

  bind(target: IFunction): void {
    // The id that the CDK's source has: another one would be a second mapping beside it, which Lambda refuses.
    target.addEventSourceMapping(`SqsEventSource:${Names.nodeUniqueId(this.queue.node)}`, {
      ...this.options,
      eventSourceArn: this.queue.queueArn,
    });
    target.addToRolePolicy(new PolicyStatement({ actions: working, resources: [this.queue.queueArn] }));
  }
}
