import type { HouseAsk } from '../../contracts/house.ts';
import { openQueue } from './aws.gateway.ts';

/** Asks the house through its queue: in order within a performance, a repeated ask dropped for five minutes. */
export function openHouseQueue(url: string): (ask: HouseAsk) => Promise<void> {
  const queue = openQueue(url);
  return (ask) => queue.send(ask, { group: ask.performance, deduplicationId: `${ask.ask}-${ask.id}` });
}
