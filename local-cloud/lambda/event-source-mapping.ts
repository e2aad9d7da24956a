/** Event source mappings: what feeds a function from a queue, until it is switched off. */
import { mustBeAllowed } from '../iam/standing.ts';
import type { Kind, Resource } from '../kind.ts';
import { stableId } from '../physical-name.ts';
import { propertiesOf } from '../properties.ts';
import { findQueue } from '../sqs/kinds.ts';
import type { FunctionOptions } from './functions.ts';
import { mappingsOf, switchedMapping } from './mappings.ts';
import { QueueSource } from './queue-source.ts';
import { functionOf } from './running-function.ts';

/** Lambda names them so. */
const uuidOf = (resource: Resource): string =>
  stableId(resource, 32).replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');

/** Lambda does this with the role of a function that it feeds from a queue. */
const readingActions = ['sqs:ReceiveMessage', 'sqs:DeleteMessage', 'sqs:GetQueueAttributes'];

const fifoBatchLimit = 10;

/** Lambda begins with five batches at a time. A queue whose worker is held below that is one that nobody waits for. */
const startingPollers = 5;

export const eventSourceMappingKind = (options: FunctionOptions): Kind => ({
  type: 'AWS::Lambda::EventSourceMapping',
  make: (resource, cloud) => {
    const properties = propertiesOf(resource).only([
      'EventSourceArn',
      'FunctionName',
      'BatchSize',
      'MaximumBatchingWindowInSeconds',
      'ScalingConfig',
      'FunctionResponseTypes',
      'Enabled',
      'KmsKeyArn',
      'MetricsConfig',
      'Tags',
    ]);
    const arn = properties.text('EventSourceArn');
    const queue = findQueue(cloud, arn) ?? properties.fail(`the local cloud reads from queues only, not from ${arn}`);
    const running = functionOf(properties, cloud);
    const { fifo, name } = queue.settings;
    const batchSize = properties.number('BatchSize', 10);
    const windowSeconds = properties.number('MaximumBatchingWindowInSeconds', 0);
    if (batchSize < 1 || batchSize > (fifo ? fifoBatchLimit : 10_000)) properties.refuse('BatchSize is out of range');
    if (fifo && windowSeconds > 0) properties.refuse('a FIFO queue has no batching window');
    if (!fifo && batchSize > fifoBatchLimit && windowSeconds < 1)
      properties.refuse('a BatchSize above 10 needs a batching window');
    const responses = properties.texts('FunctionResponseTypes');
    const asked = properties.inside('ScalingConfig')?.number('MaximumConcurrency', options.mostThreads);
    const source = new QueueSource({
      queue,
      invoke: asked === undefined || asked >= startingPollers ? running.invoke : running.invokePatiently,
      batchSize,
      windowMs: windowSeconds * 1000,
      pollers: Math.min(asked ?? options.mostThreads, options.mostThreads),
      reportsFailures: responses.includes('ReportBatchItemFailures'),
      account: cloud.account,
      region: resource.region,
      log: (line) => cloud.log('queues', line),
    });
    const mapping = switchedMapping(cloud, source, {
      uuid: uuidOf(resource),
      functionArn: running.arn,
      eventSourceArn: arn,
      batchSize,
      windowSeconds,
      mostAtOnce: asked,
      responses,
      region: resource.region,
      isOnByTemplate: properties.flag('Enabled', true),
    });
    mappingsOf(cloud).set(mapping.uuid, mapping);
    return {
      ref: mapping.uuid,
      attributes: { Id: mapping.uuid },
      start: async () => {
        const asks = readingActions.map((action) => ({ action, resource: arn }));
        mustBeAllowed(cloud, resource, running.caller, asks);
        mapping.begin();
        if (mapping.state() === 'Disabled') cloud.log('queues', `${name}: its event source mapping is disabled`);
      },
      stop: () => source.stop(),
    };
  },
});
