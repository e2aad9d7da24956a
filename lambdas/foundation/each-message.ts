import { BatchProcessor, EventType, processPartialResponse } from '@aws-lambda-powertools/batch';
import { injectLambdaContext } from '@aws-lambda-powertools/logger/middleware';
import { captureLambdaHandler } from '@aws-lambda-powertools/tracer/middleware';
import middy from '@middy/core';
import type { SQSBatchResponse, SQSEvent, SQSRecord } from 'aws-lambda';
import { isOfKnownVersion, type MessageKind } from '../../contracts/message-versions.ts';
import { logger, publishMetrics, tracer } from './observe.ts';

/**
 * A handler that a queue feeds with messages of which none waits for another. A failed message comes again by itself,
 * and after some tries lies in the dead-letter queue for staff. So does one of a version that this release does not know.
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
    .use(injectLambdaContext(logger))
    .use(captureLambdaHandler(tracer, { captureResponse: false }))
    .use(publishMetrics)
    .handler((event, context) =>
      processPartialResponse(event, one, processor, { context, throwOnFullBatchFailure: false }),
    );
}
