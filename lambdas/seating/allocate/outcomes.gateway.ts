import type { HouseOutcome } from '../../../contracts/house.ts';
import { versioned } from '../../../contracts/message-versions.ts';
import { openQueue } from '../../foundation/aws.gateway.ts';

/** The queue that tells ordering what became of sales and changes. */
export function openOutcomes(url: string): (outcomes: readonly HouseOutcome[]) => Promise<void> {
  const queue = openQueue(url);
  return (outcomes) => queue.sendAll(outcomes.map((outcome) => versioned('outcome', outcome)));
}
