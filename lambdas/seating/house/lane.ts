import { createHash } from 'node:crypto';
import type { HouseRecord } from './house-store.ts';

/**
 * A group of the queue takes 300 sends a second, and a house is one group: some 750 seats a second by parties of two or
 * three, which sells a theatre out in seconds. A house of more than 5,000 seats has a lane for each 5,000, and as many
 * allocators work on it at once; sections and baskets keep them apart by their versions. A fan's asks go in one lane,
 * and so in order.
 */
const seatsPerLane = 5000;
const mostLanes = 8;

export function lanesOf({ sections }: Pick<HouseRecord, 'sections'>): number {
  const seats = Object.values(sections).reduce((sum, one) => sum + one, 0);
  return Math.min(mostLanes, Math.max(1, Math.ceil(seats / seatsPerLane)));
}

/** To be spread into an ask, a slip: nothing for lane 0. */
export function laneOf(house: Pick<HouseRecord, 'sections'>, fan: string): { readonly lane?: number } {
  const lanes = lanesOf(house);
  if (lanes === 1) return {};
  const lane = createHash('sha256').update(fan).digest().readUInt16BE(0) % lanes;
  return lane === 0 ? {} : { lane };
}
