/** Queues. They run in this process and are kept in `<state>/queues/`. */
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { measuresOf } from '../cloudwatch/cloudwatch.ts';
import { faultsOf } from '../faults/faults.ts';
import type { Cloud, Kind, Resource } from '../kind.ts';
import { onceACloud } from '../once-a-cloud.ts';
import { physicalName } from '../physical-name.ts';
import { propertiesOf } from '../properties.ts';
import { sqsGuard } from './asks.ts';
import { openJournal } from './journal.store.ts';
import { type DeadLetters, MessageQueue } from './message-queue.ts';
import { measureQueue } from './queue-measures.ts';
import { answerSqs } from './requests.ts';
import { queueSettings } from './settings.ts';

/** The queue of that arn in this cloud, for what reads from it in this process. */
export const findQueue = (cloud: Cloud, arn: string): MessageQueue | undefined => {
  const found = cloud.registry.get(arn);
  return found instanceof MessageQueue ? found : undefined;
};

interface Sqs {
  readonly url: string;
  readonly queues: Map<string, MessageQueue>;
}

const sqs = (cloud: Cloud): Sqs =>
  onceACloud(cloud, 'sqs', () => {
    const { apis } = cloud;
    const queues = new Map<string, MessageQueue>();
    apis.serveJson('AmazonSQS', sqsGuard(cloud.account), (call) => answerSqs(queues, call, cloud.account));
    cloud.endpoints.set('SQS', apis.url);
    return { url: apis.url, queues };
  });

const mostNameCharacters = 80;
/** SQS does it each minute; here a queue is emptied within seconds. */
const measureMs = 5000;

const nameOf = (resource: Resource): string => {
  const properties = propertiesOf(resource);
  const given = properties.optionalText('QueueName');
  if (given !== undefined) return given;
  const ending = properties.flag('FifoQueue') ? '.fifo' : '';
  return `${physicalName(resource, mostNameCharacters - ending.length)}${ending}`;
};

const deadLettersOf = (resource: Resource, cloud: Cloud): DeadLetters | undefined => {
  const policy = propertiesOf(resource).inside('RedrivePolicy');
  if (policy === undefined) return undefined;
  const arn = policy.text('deadLetterTargetArn');
  const queue = findQueue(cloud, arn) ?? policy.fail(`no queue made so far has the arn ${arn}`);
  const maxReceiveCount = policy.number('maxReceiveCount', 0);
  if (!(maxReceiveCount >= 1)) policy.refuse('maxReceiveCount must be at least 1');
  const fifo = propertiesOf(resource).flag('FifoQueue');
  if (queue.settings.fifo !== fifo) policy.refuse('a FIFO queue, and no other, needs a FIFO dead-letter queue');
  return { queue, maxReceiveCount };
};

const queueKind: Kind = {
  type: 'AWS::SQS::Queue',
  make: (resource, cloud) => {
    const { url, queues } = sqs(cloud);
    const name = nameOf(resource);
    const path = `/${cloud.account}/${name}`;
    const arn = `arn:aws:sqs:${resource.region}:${cloud.account}:${name}`;
    const settings = queueSettings(propertiesOf(resource), { name, arn, url: `${url}${path}` });
    const journal = openJournal(join(cloud.state, 'queues'), name);
    const faults = faultsOf(cloud);
    faults.register('queue', name);
    const queue = new MessageQueue(settings, {
      now: Date.now,
      newId: randomUUID,
      record: journal.record,
      lateByMs: () => faults.of('queue-delays', name)?.byMs ?? 0,
      losesDeletions: () => faults.of('queue-doubles', name) !== undefined,
    });
    const deadLetters = deadLettersOf(resource, cloud);
    if (deadLetters !== undefined) queue.sendDeadLettersTo(deadLetters);
    queues.set(path, queue);
    cloud.registry.set(arn, queue);
    const { measure } = measuresOf(cloud);
    let measuring: NodeJS.Timeout | undefined;
    return {
      ref: settings.url,
      attributes: { Arn: arn, QueueName: name, QueueUrl: settings.url },
      open: async () => {
        queue.restore(journal.past());
        journal.open(queue);
      },
      start: async () => {
        measuring = setInterval(() => measureQueue(queue, Date.now(), measure), measureMs).unref();
      },
      stop: () => {
        clearInterval(measuring);
        return journal.close();
      },
    };
  },
};

export const sqsKinds: readonly Kind[] = [queueKind];
