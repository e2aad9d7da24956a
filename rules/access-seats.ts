import type { PlanSeat } from '../contracts/plan.ts';

/**
 * A wheelchair place never goes to a general party, and neither does the companion's seat beside it. Both are given only
 * to those who ask for them, as a pair (see access-pair.ts). To everyone else they are as good as a wall.
 */

/** Whether a seat may go to a party that asked for no wheelchair place. */
export function isGeneral({ access }: Pick<PlanSeat, 'access'>): boolean {
  return access === undefined;
}
