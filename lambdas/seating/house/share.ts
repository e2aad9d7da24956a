import { createHash } from 'node:crypto';
import type { HouseRecord } from './house-store.ts';

/**
 * A group of the queue takes 300 sends a second, and a house is one group. That is some 750 seats a second by parties
 * of two or three, which sells a theatre out in seconds. A house of more than 5,000 seats has a share for each 5,000,
 * and as many allocators work on it at once; sections and baskets keep them apart by their versions. A fan's asks go in
 * one share, and so in order.
 */
const seatsPerShare = 5000;
const mostShares = 8;

export function sharesOf({ sections }: Pick<HouseRecord, 'sections'>): number {
  const seats = Object.values(sections).reduce((sum, one) => sum + one, 0);
  return Math.min(mostShares, Math.max(1, Math.ceil(seats / seatsPerShare)));
}

/** To be spread into an ask, a slip: nothing for share 0. */
export function shareOf(house: Pick<HouseRecord, 'sections'>, fan: string): { readonly share?: number } {
  const shares = sharesOf(house);
  if (shares === 1) return {};
  const share = createHash('sha256').update(fan).digest().readUInt16BE(0) % shares;
  return share === 0 ? {} : { share };
}
