import type { Availability } from '../../../contracts/house.ts';
import type { Plan } from '../../../contracts/plan.ts';
import { isGeneral } from '../../../rules/access-seats.ts';

/** Reads the taken seats: the published bits, a bit a seat in the section's order, read once per change. */
export function takenSeats(
  plan: Pick<Plan, 'sections'>,
  availability: Pick<Availability, 'sections'>,
): ReadonlySet<string> {
  const taken = new Set<string>();
  for (const { id, rows } of plan.sections) {
    const bits = bytesOf(availability.sections[id]?.taken ?? '');
    let index = 0;
    for (const { seats } of rows) {
      for (const seat of seats) {
        if (isSet(bits, index)) taken.add(seat.id);
        index += 1;
      }
    }
  }
  return taken;
}

function isSet(bytes: Uint8Array, index: number): boolean {
  return (((bytes[index >> 3] ?? 0) >> (7 - (index & 7))) & 1) === 1;
}

function bytesOf(base64: string): Uint8Array {
  return Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
}

/**
 * The counts of a plan, by the seats taken: the page asks every second, and tens of thousands of seats stay the same.
 */
const counted = new WeakMap<
  ReadonlySet<string>,
  { readonly plan: object; readonly free: ReadonlyMap<string, number> }
>();

/**
 * Free seats of each price band that a general party may have, for the choice of one. A band that has only
 * taken seats is there with 0; one that only wheelchair users have is not.
 */
export function freeByCategory(plan: Pick<Plan, 'sections'>, taken: ReadonlySet<string>): ReadonlyMap<string, number> {
  const known = counted.get(taken);
  if (known?.plan === plan) return known.free;
  const free = new Map<string, number>();
  for (const { rows } of plan.sections) {
    for (const { seats } of rows) {
      for (const seat of seats) {
        if (isGeneral(seat)) free.set(seat.category, (free.get(seat.category) ?? 0) + (taken.has(seat.id) ? 0 : 1));
      }
    }
  }
  counted.set(taken, { plan, free });
  return free;
}
