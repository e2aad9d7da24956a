import { MetricUnit } from '@aws-lambda-powertools/metrics';
import middy from '@middy/core';
import type { SQSBatchResponse, SQSEvent } from 'aws-lambda';
import { openPublishedFiles, openTables } from '../../foundation/aws.gateway.ts';
import { readEnv } from '../../foundation/env.ts';
import { everyInvocation } from '../../foundation/every-invocation.ts';
import { handBack } from '../../foundation/hand-back.gateway.ts';
import { logger, metrics, publishMetrics } from '../../foundation/observe.ts';
import { houseStore } from '../house/house.store.ts';
import { houseBooks } from '../house/house-books.ts';
import { HouseMemory } from '../house/house-memory.ts';
import { allocateSeats } from './allocate-seats.ts';
import { type AskMessage, messageOf, readBatch } from './house-batch.ts';
import { openOutcomes } from './outcomes.gateway.ts';
import { pulsesOf } from './pulse.ts';

const env = readEnv('seating/allocate/allocate-seats', process.env);
const store = houseStore(openTables(), env.HOUSES_TABLE);
const allocator = {
  store,
  books: houseBooks(store, openPublishedFiles(env.PUBLISHED_BUCKET).read),
  memory: new HouseMemory(),
  tell: openOutcomes(env.OUTCOMES_QUEUE_URL),
};

/** The ids of the messages that must come again: the first that failed and all behind it, as FIFO asks. */
async function allocate(performance: string, messages: readonly AskMessage[]): Promise<readonly string[]> {
  const asks = messages.map(({ ask }) => ask);
  const now = Date.now();
  const { decisions, conflicts, fault } = await allocateSeats(allocator, asks, now);
  for (const decision of decisions) metrics.addMetric(`Answered-${decision}`, MetricUnit.Count, 1);
  metrics.addMetric('SectionsMoved', MetricUnit.Count, conflicts);
  if (fault) logger.error('asks not decided', { performance, asks: asks.length, fault: fault as Error });
  await addPulses(pulsesOf(performance, asks, decisions, now));
  return messages.slice(decisions.length).map(({ messageId }) => messageId);
}

/** A decision stands, whether or not it can be counted. A repeated one may be counted twice: no harm. */
async function addPulses(pulses: ReturnType<typeof pulsesOf>) {
  const added = Promise.all(pulses.map(({ key, pulse }) => store.addPulse(key, pulse)));
  await added.catch((error: unknown) => logger.warn('pulse not added', { error: error as Error }));
}

/** From the house's queue, a batch of up to ten asks of one house or several. */
export const handler = middy<SQSEvent, SQSBatchResponse>()
  .use(everyInvocation)
  .use(publishMetrics)
  .handler(async ({ Records }) => {
    const { houses, unreadable, notYet } = readBatch(Records.map(messageOf));
    if (notYet.length > 0) logger.error('asks of an unknown version go back', { asks: notYet.length });
    for (const messageId of unreadable) logger.error('a message that is no ask was set aside', { messageId });
    if (unreadable.length > 0) metrics.addMetric('UnreadableAsks', MetricUnit.Count, unreadable.length);
    const done = [...houses].map(([performance, messages]) => allocate(performance, messages));
    const failed = (await Promise.all([notYet, ...done])).flat();
    await handBack(Records, failed);
    return { batchItemFailures: failed.map((itemIdentifier) => ({ itemIdentifier })) };
  });
