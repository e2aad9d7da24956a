import type { HouseAsk } from '../../contracts/house.ts';
import { openQueue } from './aws.gateway.ts';
import { houseGroup } from './house-group.ts';

/** Asks the house through its queue: a fan's asks of a performance in their order, a repeated ask dropped for five minutes. */
export function openHouseQueue(url: string): (ask: HouseAsk) => Promise<void> {
  const queue = openQueue(url);
  return (ask) => queue.send(ask, { group: houseGroup(ask), deduplicationId: `${ask.ask}-${ask.id}` });
}
