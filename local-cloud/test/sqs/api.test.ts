import {
  ChangeMessageVisibilityCommand,
  DeleteMessageBatchCommand,
  DeleteMessageCommand,
  GetQueueAttributesCommand,
  GetQueueUrlCommand,
  ListQueuesCommand,
  PurgeQueueCommand,
  ReceiveMessageCommand,
  SendMessageBatchCommand,
  SendMessageCommand,
  SQSClient,
} from '@aws-sdk/client-sqs';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { operatorCredentials } from '../../iam/caller.ts';
import { type RunningCloud, startLocalCloud } from '../../local-cloud.ts';
import { removeTemporaryFolders, temporaryFolder } from '../temporary-folder.ts';
import { writtenAssembly } from '../written-assembly.ts';

let cloud: RunningCloud;
let sqs: SQSClient;
const url = (name: string): string => cloud.outputs.Queues?.[name] ?? '';

beforeAll(async () => {
  const fifo = { FifoQueue: true, FifoThroughputLimit: 'perMessageGroupId', DeduplicationScope: 'messageGroup' };
  const assembly = writtenAssembly({
    Queues: {
      template: {
        Resources: {
          Standard: { Type: 'AWS::SQS::Queue', Properties: { QueueName: 'plain' } },
          Fifo: { Type: 'AWS::SQS::Queue', Properties: { QueueName: 'house.fifo', ...fifo } },
          Content: { Type: 'AWS::SQS::Queue', Properties: { ...fifo, ContentBasedDeduplication: true } },
        },
        Outputs: {
          Standard: { Value: { Ref: 'Standard' } },
          Fifo: { Value: { Ref: 'Fifo' } },
          Content: { Value: { Ref: 'Content' } },
        },
      },
    },
  });
  cloud = await startLocalCloud({ assembly, state: temporaryFolder() });
  sqs = new SQSClient({
    region: 'eu-west-2',
    endpoint: cloud.endpoints.SQS ?? '',
    credentials: operatorCredentials,
  });
});

afterAll(async () => {
  sqs.destroy();
  await cloud.stop();
  removeTemporaryFolders();
});

describe('the SQS API, through the AWS SDK, which checks the digests', () => {
  test('sends, receives with attributes, and deletes', async () => {
    const QueueUrl = url('Standard');
    const sent = await sqs.send(
      new SendMessageCommand({
        QueueUrl,
        MessageBody: 'héllo ✓',
        MessageAttributes: {
          Colour: { DataType: 'String', StringValue: 'rouge' },
          Count: { DataType: 'Number.int', StringValue: '3' },
          Bytes: { DataType: 'Binary', BinaryValue: new Uint8Array([0, 255, 7]) },
        },
      }),
    );
    const { Messages = [] } = await sqs.send(
      new ReceiveMessageCommand({ QueueUrl, MessageAttributeNames: ['All'], MessageSystemAttributeNames: ['All'] }),
    );
    expect(Messages).toHaveLength(1);
    expect(Messages[0]).toMatchObject({
      MessageId: sent.MessageId,
      Body: 'héllo ✓',
      MD5OfMessageAttributes: sent.MD5OfMessageAttributes,
      Attributes: { ApproximateReceiveCount: '1' },
      MessageAttributes: { Colour: { StringValue: 'rouge' }, Bytes: { BinaryValue: new Uint8Array([0, 255, 7]) } },
    });
    await sqs.send(new DeleteMessageCommand({ QueueUrl, ReceiptHandle: Messages[0]?.ReceiptHandle }));
    const { Attributes } = await sqs.send(new GetQueueAttributesCommand({ QueueUrl, AttributeNames: ['All'] }));
    expect(Attributes).toMatchObject({
      QueueArn: 'arn:aws:sqs:eu-west-2:111122223333:plain',
      ApproximateNumberOfMessages: '0',
      ApproximateNumberOfMessagesNotVisible: '0',
      VisibilityTimeout: '30',
    });
  });

  test('hands out a FIFO batch of ten, and the other entries of a batch when one is refused', async () => {
    const QueueUrl = url('Fifo');
    const Entries = Array.from({ length: 10 }, (_, index) => ({
      Id: `e${index}`,
      MessageBody: `${index}`,
      MessageGroupId: 'g',
      MessageDeduplicationId: `${index}`,
    }));
    const answer = await sqs.send(new SendMessageBatchCommand({ QueueUrl, Entries }));
    expect(answer.Successful).toHaveLength(10);
    const { Messages = [] } = await sqs.send(new ReceiveMessageCommand({ QueueUrl, MaxNumberOfMessages: 10 }));
    expect(Messages.map(({ Body }) => Body)).toEqual([...'0123456789']);
    const deleted = await sqs.send(
      new DeleteMessageBatchCommand({
        QueueUrl,
        Entries: [
          ...Messages.slice(1).map(({ ReceiptHandle }, index) => ({ Id: `d${index}`, ReceiptHandle })),
          { Id: 'bad', ReceiptHandle: 'nonsense' },
        ],
      }),
    );
    expect(deleted.Successful).toHaveLength(9);
    expect(deleted.Failed).toMatchObject([{ Id: 'bad', Code: 'ReceiptHandleIsInvalid', SenderFault: true }]);
    await sqs.send(
      new ChangeMessageVisibilityCommand({ QueueUrl, ReceiptHandle: Messages[0]?.ReceiptHandle, VisibilityTimeout: 0 }),
    );
    const again = await sqs.send(new ReceiveMessageCommand({ QueueUrl, MaxNumberOfMessages: 10 }));
    expect(again.Messages?.map(({ Body }) => Body)).toEqual(['0']);
    await sqs.send(new PurgeQueueCommand({ QueueUrl }));
  });

  test('takes the digest of the body for a deduplication id where the queue says so', async () => {
    const QueueUrl = url('Content');
    const send = () => sqs.send(new SendMessageCommand({ QueueUrl, MessageBody: 'same', MessageGroupId: 'g' }));
    const [first, second] = [await send(), await send()];
    expect(second.MessageId).toBe(first.MessageId);
    const { Messages } = await sqs.send(new ReceiveMessageCommand({ QueueUrl, MaxNumberOfMessages: 10 }));
    expect(Messages).toHaveLength(1);
  });

  test('waits for a message when it is asked to', async () => {
    const QueueUrl = url('Standard');
    const waiting = sqs.send(new ReceiveMessageCommand({ QueueUrl, WaitTimeSeconds: 20 }));
    await sqs.send(new SendMessageCommand({ QueueUrl, MessageBody: 'at last' }));
    expect((await waiting).Messages?.[0]?.Body).toBe('at last');
    await sqs.send(new PurgeQueueCommand({ QueueUrl }));
  });

  test('finds queues by name', async () => {
    const { QueueUrl } = await sqs.send(new GetQueueUrlCommand({ QueueName: 'house.fifo' }));
    expect(QueueUrl).toBe(url('Fifo'));
    const { QueueUrls } = await sqs.send(new ListQueuesCommand({ QueueNamePrefix: 'pl' }));
    expect(QueueUrls).toEqual([url('Standard')]);
  });

  test.each<[string, () => Promise<unknown>, string]>([
    [
      'no such queue',
      () => sqs.send(new SendMessageCommand({ QueueUrl: `${url('Fifo')}x`, MessageBody: 'a' })),
      'QueueDoesNotExist',
    ],
    [
      'no group',
      () => sqs.send(new SendMessageCommand({ QueueUrl: url('Fifo'), MessageBody: 'a' })),
      'MissingParameter',
    ],
    [
      'no deduplication id',
      () => sqs.send(new SendMessageCommand({ QueueUrl: url('Fifo'), MessageBody: 'a', MessageGroupId: 'g' })),
      'InvalidParameterValue',
    ],
    [
      'a delay in a FIFO queue',
      () =>
        sqs.send(
          new SendMessageCommand({
            QueueUrl: url('Fifo'),
            MessageBody: 'a',
            MessageGroupId: 'g',
            MessageDeduplicationId: 'd',
            DelaySeconds: 3,
          }),
        ),
      'InvalidParameterValue',
    ],
    [
      'too long a body',
      () => sqs.send(new SendMessageCommand({ QueueUrl: url('Standard'), MessageBody: 'x'.repeat(1_048_577) })),
      'InvalidParameterValue',
    ],
    [
      'a control character',
      () => sqs.send(new SendMessageCommand({ QueueUrl: url('Standard'), MessageBody: 'a\u0001' })),
      'InvalidMessageContents',
    ],
    [
      'an empty batch',
      () => sqs.send(new SendMessageBatchCommand({ QueueUrl: url('Standard'), Entries: [] })),
      'EmptyBatchRequest',
    ],
    [
      'one id twice',
      () =>
        sqs.send(
          new SendMessageBatchCommand({
            QueueUrl: url('Standard'),
            Entries: [
              { Id: 'a', MessageBody: '1' },
              { Id: 'a', MessageBody: '2' },
            ],
          }),
        ),
      'BatchEntryIdsNotDistinct',
    ],
    [
      'eleven at once',
      () => sqs.send(new ReceiveMessageCommand({ QueueUrl: url('Standard'), MaxNumberOfMessages: 11 })),
      'InvalidParameterValue',
    ],
  ])('refuses %s', async (_, call, name) => {
    const error = await call().then(
      () => undefined,
      (problem: Error) => problem,
    );
    expect(error?.name).toContain(name);
  });
});
