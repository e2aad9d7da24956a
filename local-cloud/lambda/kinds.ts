/** Lambda: functions, their versions and aliases, and the sources that feed them from queues. */
import { mustBeAllowed } from '../iam/standing.ts';
import type { Cloud, Kind } from '../kind.ts';
import { stableId } from '../physical-name.ts';
import { type Properties, propertiesOf } from '../properties.ts';
import { findQueue } from '../sqs/kinds.ts';
import { type FunctionOptions, functionKind, keepLaterConfig, type MakeFunction } from './functions.ts';
import { QueueSource } from './queue-source.ts';
import { findFunction, keepQualified, type RunningFunction } from './running-function.ts';

const functionOf = (properties: Properties, cloud: Cloud): RunningFunction => {
  const id = properties.text('FunctionName');
  return findFunction(cloud, id) ?? properties.fail(`no function made so far is ${id}`);
};

/** There is one version of the code here, so every version and alias means the function itself. */
const versionKind: Kind = {
  type: 'AWS::Lambda::Version',
  make: (resource, cloud) => {
    const properties = propertiesOf(resource);
    const arn = keepQualified(cloud, functionOf(properties, cloud), '1');
    return { ref: arn, attributes: { Version: '1', FunctionArn: arn } };
  },
};

const aliasKind: Kind = {
  type: 'AWS::Lambda::Alias',
  make: (resource, cloud) => {
    const properties = propertiesOf(resource).only([
      'Description',
      'FunctionName',
      'FunctionVersion',
      'Name',
      'ProvisionedConcurrencyConfig',
      'RoutingConfig',
    ]);
    const arn = keepQualified(cloud, functionOf(properties, cloud), properties.text('Name'));
    return { ref: arn, attributes: { AliasArn: arn } };
  },
};

const eventInvokeConfigKind: Kind = {
  type: 'AWS::Lambda::EventInvokeConfig',
  make: (resource, cloud) => {
    const properties = propertiesOf(resource).only([
      'FunctionName',
      'Qualifier',
      'MaximumRetryAttempts',
      'MaximumEventAgeInSeconds',
      'DestinationConfig',
    ]);
    const destinations = properties.inside('DestinationConfig')?.only(['OnFailure']);
    const onFailureArn = destinations?.inside('OnFailure')?.text('Destination');
    if (onFailureArn !== undefined && findQueue(cloud, onFailureArn) === undefined) {
      properties.fail(`the local cloud hands failures to queues only, not to ${onFailureArn}`);
    }
    const running = functionOf(properties, cloud);
    keepLaterConfig(cloud, running.name, {
      retries: properties.number('MaximumRetryAttempts', 2),
      onFailureArn,
    });
    return {
      ref: stableId(resource, 32),
      attributes: {},
      start: async () => {
        if (onFailureArn === undefined) return;
        mustBeAllowed(cloud, resource, running.caller, [{ action: 'sqs:SendMessage', resource: onFailureArn }]);
      },
    };
  },
};

/** Lambda does this with the role of a function that it feeds from a queue. */
const readingActions = ['sqs:ReceiveMessage', 'sqs:DeleteMessage', 'sqs:GetQueueAttributes'];

const fifoBatchLimit = 10;

/** Lambda begins with five batches at a time. A queue whose worker is held below that is one that nobody waits for. */
const startingPollers = 5;

const eventSourceMappingKind = (options: FunctionOptions): Kind => ({
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
    const enabled = properties.flag('Enabled', true);
    return {
      ref: stableId(resource, 32),
      attributes: { Id: stableId(resource, 32) },
      start: async () => {
        const asks = readingActions.map((action) => ({ action, resource: arn }));
        mustBeAllowed(cloud, resource, running.caller, asks);
        if (enabled) source.start();
        else cloud.log('queues', `${name}: its event source mapping is disabled`);
      },
      stop: () => source.stop(),
    };
  },
});

export const lambdaKinds = (options: FunctionOptions, makeFunction: MakeFunction): readonly Kind[] => [
  functionKind(makeFunction),
  versionKind,
  aliasKind,
  eventInvokeConfigKind,
  eventSourceMappingKind(options),
];
