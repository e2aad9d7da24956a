import { MetricUnit } from '@aws-lambda-powertools/metrics';
import { houseAsk } from '../../../contracts/house.ts';
import { openPublishedFiles, openTables } from '../../foundation/aws.gateway.ts';
import { eachMessage } from '../../foundation/each-message.ts';
import { readEnv } from '../../foundation/env.ts';
import { logger, metrics } from '../../foundation/observe.ts';
import { houseStore } from '../house/house.store.ts';
import { houseBooks } from '../house/house-books.ts';
import { HouseMemory } from '../house/house-memory.ts';
import { endLostAsk } from './end-lost-asks.ts';

const env = readEnv('seating/allocate/end-lost-asks', process.env);
const store = houseStore(openTables(), env.HOUSES_TABLE);
const allocator = {
  store,
  books: houseBooks(store, openPublishedFiles(env.PUBLISHED_BUCKET).read),
  memory: new HouseMemory(),
};

/** From the dead letters of the house's queue. The log keeps what a person needs to find out why. */
export const handler = eachMessage('ask', 'lost ask not ended', async (message) => {
  const { success, data: ask } = houseAsk.safeParse(message);
  metrics.addMetric('AsksLost', MetricUnit.Count, 1);
  if (!success) {
    logger.error('a lost message that is no ask', {});
    return;
  }
  const ended = await endLostAsk(allocator, ask, Date.now());
  logger.error('an ask was lost', { ask: ask.ask, id: ask.id, performance: ask.performance, ended });
});
