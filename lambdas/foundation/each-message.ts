import { BatchProcessor, EventType, processPartialResponse } from '@aws-lambda-powertools/batch';
import middy from '@middy/core';
import type { SQSBatchResponse, SQSEvent, SQSRecord } from 'aws-lambda';
import { isOfKnownVersion, type MessageKind } from '../../contracts/message-versions.ts';
import { everyInvocation } from './every-invocation.ts';
import { handBack } from './hand-back.gateway.ts';
import { logger, publishMetrics } from './observe.ts';

/**
 * A handler that a queue feeds with messages of which none waits for another. A failed message is handed back, comes
 * again by the pauses of contracts/message-tries.ts, and after some tries lies in the dead-letter queue for staff. So
 * does one of a version that this release does not know.
 * `failed` is what the log calls a failure.
 */
export function eachMessage(kind: MessageKind, failed: string, act: (message: unknown) => Promise<void>) {
  const processor = new BatchProcessor(EventType.SQS);
  const one = async ({ body, messageId }: SQSRecord): Promise<void> => {
    try {
      const message: unknown = JSON.parse(body);
      if (!isOfKnownVersion(kind, message)) throw new Error(`A message of a version that this release does not know`);
      await act(message);
    } catch (error) {
      logger.error(failed, { messageId, error: error as Error });
      throw error;
    }
  };
  return middy<SQSEvent, SQSBatchResponse>()
    .use(everyInvocation)
    .use(publishMetrics)
    .handler(async (event, context) => {
      const response = await processPartialResponse(event, one, processor, { context, throwOnFullBatchFailure: false });
      const failures = response.batchItemFailures.map(({ itemIdentifier }) => itemIdentifier);
      await handBack(event.Records, failures);
      return response;
    });
}
