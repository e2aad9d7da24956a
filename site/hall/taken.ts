import type { Availability } from '../../contracts/house.ts';
import { type Plan, seatsInOrder } from '../../contracts/plan.ts';

/** Which seats are gone: the published bits, a bit a seat in the section's order, read once per change. */
export function takenSeats(
  plan: Pick<Plan, 'sections'>,
  availability: Pick<Availability, 'sections'>,
): ReadonlySet<string> {
  const taken = new Set<string>();
  for (const section of plan.sections) {
    const bits = bytesOf(availability.sections[section.id]?.taken ?? '');
    seatsInOrder(section).forEach((seat, index) => {
      if (isSet(bits, index)) taken.add(seat.id);
    });
  }
  return taken;
}

function isSet(bytes: Uint8Array, index: number): boolean {
  return (((bytes[index >> 3] ?? 0) >> (7 - (index & 7))) & 1) === 1;
}

function bytesOf(base64: string): Uint8Array {
  return Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
}

/** Free seats of each price band that a general party may have, for the choice of one. */
export function freeByCategory(plan: Pick<Plan, 'sections'>, taken: ReadonlySet<string>): ReadonlyMap<string, number> {
  const free = new Map<string, number>();
  for (const seat of plan.sections.flatMap(seatsInOrder)) {
    if (taken.has(seat.id) || seat.access) continue;
    free.set(seat.category, (free.get(seat.category) ?? 0) + 1);
  }
  return free;
}
