import { BatchProcessor, EventType, processPartialResponse } from '@aws-lambda-powertools/batch';
import middy from '@middy/core';
import type { SQSBatchResponse, SQSEvent, SQSRecord } from 'aws-lambda';
import { everyInvocation } from './every-invocation.ts';
import { handBack } from './hand-back.gateway.ts';
import { logger, publishMetrics } from './observe.ts';

/**
 * A handler that a queue feeds with messages of which none waits for another. A failed message is handed back, comes
 * again by the pauses of contracts/message-tries.ts, and after some tries lies in the dead-letter queue for staff.
 * `failed` is what the log calls a failure.
 */
export function eachMessage(failed: string, act: (message: unknown) => Promise<void>) {
  const processor = new BatchProcessor(EventType.SQS);
  const one = async ({ body, messageId }: SQSRecord): Promise<void> => {
    try {
      await act(JSON.parse(body));
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
