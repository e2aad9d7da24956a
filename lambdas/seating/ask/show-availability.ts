import type { Availability } from '../../../contracts/house.ts';
import { type Refusal, refuse } from '../../../contracts/refusals.ts';
import { takenSeats } from '../house/hold-lapses.ts';
import type { HouseBooks } from '../house/house-books.ts';
import type { HouseStore } from '../house/house-store.ts';
import type { SaleLevers } from '../house/sale-levers.ts';
import { decodeSection, untouched } from '../house/section-codec.ts';

/** For the CDN: a house is read once a second, whoever looks at it. */
export const availabilityCacheControl = 'public, max-age=1';

export interface ShowAvailabilityDeps {
  readonly store: Pick<HouseStore, 'wholeHouse'>;
  readonly books: Pick<HouseBooks, 'levers'>;
}

/** Shows the seats of a house that are free. The owners of the others are nobody's business. */
export async function showAvailability(
  { store, books }: ShowAvailabilityDeps,
  performance: string,
  now: number,
): Promise<{ readonly ok: true; readonly availability: Availability } | Refusal> {
  const read = await store.wholeHouse(performance, 'recent');
  if (!read) return refuse('performance-unknown', 'Check the address: no house of this name is open.');
  const written = new Map(read.sections.map(({ section, data }) => [section, data]));
  const sections = Object.entries(read.house.sections).map(([section, seats]) => {
    const data = written.get(section);
    const taken = takenSeats(data ? decodeSection(data) : untouched(seats), now);
    return [section, { free: taken.filter((seat) => seat === 0).length, taken: bitsOf(taken) }] as const;
  });
  const turned = turnedOf(
    performance,
    await Promise.all(read.house.onSales.map((onSale) => books.levers(onSale, now))),
  );
  return {
    ok: true,
    availability: {
      v: 1,
      performance,
      plan: read.house.plan,
      readAt: now,
      ...(Object.keys(turned).length > 0 && { turned }),
      sections: Object.fromEntries(sections),
    },
  };
}

function turnedOf(performance: string, all: readonly SaleLevers[]): NonNullable<Availability['turned']> {
  return Object.fromEntries(
    all.flatMap(({ onSale, stopped, seatsPerFan }) => {
      const isStopped = stopped.includes(performance);
      if (!isStopped && seatsPerFan === undefined) return [];
      const one = { ...(isStopped && { stopped: true as const }), ...(seatsPerFan !== undefined && { seatsPerFan }) };
      return [[onSale, one] as const];
    }),
  );
}

/** base64 of a bit a seat, most significant first. */
function bitsOf(taken: Uint8Array): string {
  const bits = new Uint8Array(Math.ceil(taken.length / 8));
  for (const [seat, one] of taken.entries()) if (one) bits[seat >> 3] = (bits[seat >> 3] ?? 0) | (0x80 >> (seat & 7));
  return Buffer.from(bits).toString('base64');
}
