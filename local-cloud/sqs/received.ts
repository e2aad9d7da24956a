/** A received message as its receiver sees it: through the API, and as a record of a Lambda batch. */
import { type MessageAttributes, md5, md5OfAttributes } from './message.ts';
import type { QueueSettings, Received } from './queue-shapes.ts';

type Texts = Readonly<Record<string, string>>;

/** The system attributes of a message; all values are texts. */
export const systemAttributes = ({ message, receiveCount, firstReceivedAt }: Received, sender: string): Texts => ({
  SenderId: sender,
  SentTimestamp: String(message.sentAt),
  ApproximateReceiveCount: String(receiveCount),
  ApproximateFirstReceiveTimestamp: String(firstReceivedAt),
  ...(message.sequence === undefined ? {} : { SequenceNumber: message.sequence }),
  ...(message.deduplicationId === undefined ? {} : { MessageDeduplicationId: message.deduplicationId }),
  ...(message.group === undefined ? {} : { MessageGroupId: message.group }),
  ...(message.traceHeader === undefined ? {} : { AWSTraceHeader: message.traceHeader }),
  ...(message.deadLetterSource === undefined ? {} : { DeadLetterQueueSourceArn: message.deadLetterSource }),
});

const chosen = (names: readonly string[], name: string): boolean =>
  names.some((each) => each === 'All' || each === '.*' || each === name || matchesPrefix(each, name));

const matchesPrefix = (pattern: string, name: string): boolean =>
  pattern.endsWith('.*') && name.startsWith(pattern.slice(0, -1));

const pick = <T>(all: Readonly<Record<string, T>>, names: readonly string[]): Readonly<Record<string, T>> =>
  Object.fromEntries(Object.entries(all).filter(([name]) => chosen(names, name)));

/** A message of `ReceiveMessage`, with the attributes that were asked for. */
export const asApiMessage = (
  received: Received,
  sender: string,
  systemNames: readonly string[],
  attributeNames: readonly string[],
): object => {
  const { message, receiptHandle } = received;
  const system = pick(systemAttributes(received, sender), systemNames);
  const attributes: MessageAttributes = pick(message.attributes, attributeNames);
  const digest = md5OfAttributes(attributes);
  return {
    MessageId: message.id,
    ReceiptHandle: receiptHandle,
    MD5OfBody: md5(message.body),
    Body: message.body,
    ...(Object.keys(system).length === 0 ? {} : { Attributes: system }),
    ...(digest === undefined ? {} : { MessageAttributes: attributes, MD5OfMessageAttributes: digest }),
  };
};

/** A record of the event that Lambda's event source mapping hands to a function. */
export const asLambdaRecord = (received: Received, settings: QueueSettings, sender: string, region: string): object => {
  const { message, receiptHandle } = received;
  return {
    messageId: message.id,
    receiptHandle,
    body: message.body,
    attributes: systemAttributes(received, sender),
    messageAttributes: Object.fromEntries(
      Object.entries(message.attributes).map(([name, { DataType, StringValue, BinaryValue }]) => [
        name,
        {
          ...(StringValue === undefined ? {} : { stringValue: StringValue }),
          ...(BinaryValue === undefined ? {} : { binaryValue: BinaryValue }),
          stringListValues: [],
          binaryListValues: [],
          dataType: DataType,
        },
      ]),
    ),
    md5OfBody: md5(message.body),
    eventSource: 'aws:sqs',
    eventSourceARN: settings.arn,
    awsRegion: region,
  };
};
