import { ChangeMessageVisibilityBatchCommand, SQSClient } from '@aws-sdk/client-sqs';
import type { SQSRecord } from 'aws-lambda';
import { callTimes } from '../../contracts/call-times.ts';
import { inTime } from './clients.gateway.ts';
import { pausesOf, queueUrlOf } from './hand-back.ts';
import { logger } from './observe.ts';

/** One try, in the second that is left when no other call is made any more. */
const times = { ...callTimes(800), tries: 1, callMs: 800 };

let client: SQSClient | undefined;

/**
 * Hands failed messages back, so that they come again after a short pause. One that cannot be handed back comes again
 * when its visibility ends: so that is no fault, and the batch is answered all the same. `failed`: ids.
 */
export async function handBack(records: readonly SQSRecord[], failed: readonly string[]): Promise<void> {
  if (failed.length === 0) return;
  const tried = records.map(({ messageId, attributes }) => ({
    id: messageId,
    group: attributes.MessageGroupId,
    receives: Number(attributes.ApproximateReceiveCount),
  }));
  const pauses = pausesOf(tried, new Set(failed));
  const Entries = records.flatMap(({ messageId, receiptHandle }, at) => {
    const seconds = pauses.get(messageId);
    return seconds === undefined ? [] : [{ Id: `${at}`, ReceiptHandle: receiptHandle, VisibilityTimeout: seconds }];
  });
  const [first] = records;
  if (!first || Entries.length === 0) return;
  // A message names its queue by the ARN. The address made of it says which queue, and not where SQS is.
  client ??= inTime((config) => new SQSClient({ ...config, useQueueUrlAsEndpoint: false }), {
    times,
    endsAt: () => Number.POSITIVE_INFINITY,
  });
  try {
    // A batch is of one queue and has ten messages at most.
    const change = new ChangeMessageVisibilityBatchCommand({ QueueUrl: queueUrlOf(first.eventSourceARN), Entries });
    const { Failed = [] } = await client.send(change);
    if (Failed.length > 0) logger.warn('messages not handed back', { messages: Failed.length, code: Failed[0]?.Code });
  } catch (error) {
    logger.warn('messages not handed back', { messages: Entries.length, error: error as Error });
  }
}
