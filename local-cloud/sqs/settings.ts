/** The settings of a queue in `AWS::SQS::Queue`, and the limits that SQS puts on it. */
import type { Properties } from '../properties.ts';
import type { QueueSettings } from './queue-shapes.ts';

const seconds = 1000;
const largestMessage = 1_048_576;

const known = [
  'QueueName',
  'FifoQueue',
  'ContentBasedDeduplication',
  'DeduplicationScope',
  'FifoThroughputLimit',
  'VisibilityTimeout',
  'DelaySeconds',
  'MessageRetentionPeriod',
  'ReceiveMessageWaitTimeSeconds',
  'MaximumMessageSize',
  'RedrivePolicy',
  'RedriveAllowPolicy',
  // Encryption and tags do not change what a caller sees.
  'KmsMasterKeyId',
  'KmsDataKeyReusePeriodSeconds',
  'SqsManagedSseEnabled',
  'Tags',
];

const within = (properties: Properties, name: string, otherwise: number, least: number, most: number): number => {
  const value = properties.number(name, otherwise);
  if (value >= least && value <= most) return value;
  properties.refuse(`${name} must be between ${least} and ${most}`);
  return otherwise;
};

export const queueSettings = (
  properties: Properties,
  identity: { readonly name: string; readonly arn: string; readonly url: string },
): QueueSettings => {
  properties.only(known);
  const fifo = properties.flag('FifoQueue');
  if (fifo !== identity.name.endsWith('.fifo')) {
    properties.refuse('the name of a FIFO queue, and of no other, must end with .fifo');
  }
  const scope = properties.optionalText('DeduplicationScope') ?? 'queue';
  if (scope !== 'queue' && scope !== 'messageGroup')
    properties.refuse('DeduplicationScope must be queue or messageGroup');
  const limit = properties.optionalText('FifoThroughputLimit') ?? 'perQueue';
  if (limit === 'perMessageGroupId' && scope !== 'messageGroup') {
    properties.refuse('FifoThroughputLimit perMessageGroupId needs DeduplicationScope messageGroup');
  }
  const visibility = within(properties, 'VisibilityTimeout', 30, 0, 43_200);
  const delay = within(properties, 'DelaySeconds', 0, 0, 900);
  const retention = within(properties, 'MessageRetentionPeriod', 345_600, 60, 1_209_600);
  const wait = within(properties, 'ReceiveMessageWaitTimeSeconds', 0, 0, 20);
  const maximumSize = within(properties, 'MaximumMessageSize', largestMessage, 1_024, largestMessage);
  const contentBased = properties.flag('ContentBasedDeduplication');
  const redrive = properties.raw('RedrivePolicy');
  return {
    ...identity,
    fifo,
    contentBasedDeduplication: contentBased,
    deduplicationScope: scope === 'messageGroup' ? 'messageGroup' : 'queue',
    visibilityMs: visibility * seconds,
    delayMs: delay * seconds,
    retentionMs: retention * seconds,
    waitMs: wait * seconds,
    maximumSize,
    attributes: {
      QueueArn: identity.arn,
      VisibilityTimeout: String(visibility),
      DelaySeconds: String(delay),
      MessageRetentionPeriod: String(retention),
      ReceiveMessageWaitTimeSeconds: String(wait),
      MaximumMessageSize: String(maximumSize),
      ...(redrive === undefined ? {} : { RedrivePolicy: JSON.stringify(redrive) }),
      ...(fifo
        ? {
            FifoQueue: 'true',
            ContentBasedDeduplication: String(contentBased),
            DeduplicationScope: scope,
            FifoThroughputLimit: limit,
          }
        : {}),
    },
  };
};
