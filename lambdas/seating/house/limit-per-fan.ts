import type { BasketEntry, BasketRecord } from './basket-record.ts';
/**
 * The limit of seats that a fan may have in one on-sale. It holds across all performances, because all that a fan has
 * stands in one basket: what is sold counts, and what is held counts until it lapses.
 */

/** Seats that an entry counts against the limit. */
export function countedSeats(entry: BasketEntry | undefined, now: number): number {
  if (entry?.state === 'sold') return entry.seats;
  return entry?.state === 'held' && now < entry.expiresAt ? entry.seats : 0;
}

/** Seats that all entries but one count against the limit. */
export function basketSeats(basket: BasketRecord, now: number, except?: string): number {
  return basket.entries.reduce((sum, entry) => sum + (entry.hold === except ? 0 : countedSeats(entry, now)), 0);
}
