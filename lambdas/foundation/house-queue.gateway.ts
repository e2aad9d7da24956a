import type { HouseAsk } from '../../contracts/house.ts';
import { versioned } from '../../contracts/message-versions.ts';
import { openQueue } from './aws.gateway.ts';
import { attemptName, houseGroup } from './house-group.ts';

/** Asks the house through its queue: a fan's asks of a performance in their order, a repeat within seconds dropped. */
export function openHouseQueue(url: string): (ask: HouseAsk) => Promise<void> {
  const queue = openQueue(url);
  return (ask) =>
    queue.send(versioned('ask', ask), { group: houseGroup(ask), deduplicationId: attemptName(ask, Date.now()) });
}
