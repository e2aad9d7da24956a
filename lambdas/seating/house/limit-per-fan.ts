import { usualWheelchairPerFan } from '../../../rules/access-seats.ts';
import type { BasketEntry, BasketRecord } from './basket-record.ts';
import type { SaleRules } from './sale-rules.ts';

/**
 * The limit of seats that a fan may have in one on-sale. It holds across all performances, because all that a fan has
 * stands in one basket: what is sold counts, and what is held counts until it lapses.
 */

/**
 * Seats that the fan may have besides those that count; never below 0. `except` is the hold that is decided anew. An
 * on-sale without rules sells nothing.
 */
export function seatsLeft(basket: BasketRecord, rules: Limit | undefined, now: number, except?: string): number {
  return Math.max(0, (rules?.seatsPerFan ?? 0) - basketSeats(basket, now, except));
}

type Limit = Pick<SaleRules, 'seatsPerFan'>;

/** Whether the fan would have more wheelchair places than one may. `except` is the hold that is decided anew. */
export function isOverWheelchairLimit(
  basket: BasketRecord,
  asked: number,
  { wheelchairPerFan = usualWheelchairPerFan }: Pick<SaleRules, 'wheelchairPerFan'>,
  now: number,
  except?: string,
): boolean {
  const has = basket.entries.reduce((sum, entry) => {
    const counts = entry.hold !== except && countedSeats(entry, now) > 0 && 'wheelchair' in entry;
    return counts ? sum + (entry.wheelchair ?? 0) : sum;
  }, 0);
  return asked > 0 && has + asked > wheelchairPerFan;
}

/** Whether one wish alone asks for more than any fan may have. */
export function isOverLimit(seats: number, { seatsPerFan }: Limit): boolean {
  return seats > seatsPerFan;
}

/** Seats that an entry counts against the limit. */
export function countedSeats(entry: BasketEntry | undefined, now: number): number {
  if (entry?.state === 'sold') return entry.seats;
  return entry?.state === 'held' && now < entry.expiresAt ? entry.seats : 0;
}

/** Seats that all entries but one count against the limit. */
export function basketSeats(basket: BasketRecord, now: number, except?: string): number {
  return basket.entries.reduce((sum, entry) => sum + (entry.hold === except ? 0 : countedSeats(entry, now)), 0);
}
