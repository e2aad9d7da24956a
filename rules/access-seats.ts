import type { PlanSeat } from '../contracts/plan.ts';

/**
 * A wheelchair place never goes to a general party, and neither does the companion's seat beside it. Both are given only
 * to those who ask for them, as a pair (see access-pair.ts). To everyone else they are as good as a wall.
 */

/** Whether a seat may go to a party that asked for no wheelchair place. */
export function isGeneral({ access }: Pick<PlanSeat, 'access'>): boolean {
  return access === undefined;
}

/**
 * Anybody may say that they need a wheelchair place, and a house has few. So a fan has so many of an on-sale at most:
 * two are for a couple or two friends who both need one. A companion's seat comes with its place, and needs no limit.
 */
export const usualWheelchairPerFan = 2;
