import type { HouseAsk } from '../../contracts/house.ts';
import { openQueue } from '../foundation/aws.gateway.ts';
import type { AskHouse } from './place-order.ts';

/** Asks the house through its queue: in order within a performance, a repeated ask dropped for five minutes. */
export function openHouse(queueUrl: string): AskHouse {
  const queue = openQueue(queueUrl);
  return (sell: HouseAsk) => queue.send(sell, { group: sell.performance, deduplicationId: `${sell.ask}-${sell.id}` });
}
