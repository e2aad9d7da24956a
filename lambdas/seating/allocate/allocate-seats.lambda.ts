import { MetricUnit } from '@aws-lambda-powertools/metrics';
import middy from '@middy/core';
import type { SQSBatchResponse, SQSEvent } from 'aws-lambda';
import { openPublishedFiles, openQueue, openTables } from '../../foundation/aws.gateway.ts';
import { readEnv } from '../../foundation/env.ts';
import { everyInvocation } from '../../foundation/every-invocation.ts';
import { handBack } from '../../foundation/hand-back.gateway.ts';
import { logger, metrics, publishMetrics } from '../../foundation/observe.ts';
import { houseStore } from '../house/house.store.ts';
import { houseBooks } from '../house/house-books.ts';
import { HouseMemory } from '../house/house-memory.ts';
import { allocateSeats } from './allocate-seats.ts';
import { type AskMessage, readBatch } from './house-batch.ts';
import { pulsesOf } from './pulse.ts';

const env = readEnv('seating/allocate/allocate-seats', process.env);
const store = houseStore(openTables(), env.HOUSES_TABLE);
const outcomes = openQueue(env.OUTCOMES_QUEUE_URL);
const allocator = {
  store,
  books: houseBooks(store, openPublishedFiles(env.PUBLISHED_BUCKET).read),
  memory: new HouseMemory(),
  tell: outcomes.sendAll,
};

/** The ids of the messages that must come again: the first that failed and all behind it, as FIFO asks. */
async function allocate(performance: string, messages: readonly AskMessage[]): Promise<readonly string[]> {
  const asks = messages.map(({ ask }) => ask);
  const now = Date.now();
  const { decisions, conflicts, fault } = await allocateSeats(allocator, asks, now);
  const pulse = addPulses(pulsesOf(performance, asks, decisions, now));
  for (const decision of decisions) metrics.addMetric(`Answered-${decision}`, MetricUnit.Count, 1);
  metrics.addMetric('SectionsMoved', MetricUnit.Count, conflicts);
  if (fault) logger.error('asks not decided', { performance, asks: asks.length, fault: fault as Error });
  await pulse;
  return messages.slice(decisions.length).map(({ messageId }) => messageId);
}

/** A decision stands, whether or not it can be counted. A repeated one may be counted twice: no harm. */
async function addPulses(pulses: ReturnType<typeof pulsesOf>) {
  try {
    await Promise.all(pulses.map(({ key, pulse }) => store.addPulse(key, pulse)));
  } catch (error) {
    logger.warn('pulse not added', { error: error as Error });
  }
}

/** From the house's queue, a batch of up to ten asks of one house or several. */
export const handler = middy<SQSEvent, SQSBatchResponse>()
  .use(everyInvocation)
  .use(publishMetrics)
  .handler(async ({ Records }) => {
    const { houses, unreadable } = readBatch(Records);
    for (const messageId of unreadable) logger.error('a message that is no ask was set aside', { messageId });
    if (unreadable.length > 0) metrics.addMetric('UnreadableAsks', MetricUnit.Count, unreadable.length);
    const failed = await Promise.all([...houses].map(([performance, messages]) => allocate(performance, messages)));
    await handBack(Records, failed.flat());
    return { batchItemFailures: failed.flat().map((itemIdentifier) => ({ itemIdentifier })) };
  });
