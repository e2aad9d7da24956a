import { Names } from 'aws-cdk-lib';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { EventSourceMappingOptions, IEventSource, IFunction } from 'aws-cdk-lib/aws-lambda';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';

/** Lambda does this with a function's role when it feeds the function from a queue, and no more. */
const reading = ['sqs:ReceiveMessage', 'sqs:DeleteMessage', 'sqs:GetQueueAttributes'];

/** Feeds a function from a queue. The CDK's own source grants two actions more, which nothing calls. */
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
    target.addToRolePolicy(new PolicyStatement({ actions: reading, resources: [this.queue.queueArn] }));
  }
}
