import type { HouseReadings } from '../../../contracts/readings.ts';
import type { SectionHolds } from '../house/house-stock.ts';
import type { HouseRecord } from '../house/house-store.ts';
import { type BandsOfSeats, statesOf } from './date-left.ts';

/*
 * The seats of one performance by price band, for the people who run the morning. Wheelchair places and the seats of
 * companions are a band of their own. Blocked seats are in none.
 */

export const accessBand = 'access';

export type BandCounts = ReadonlyMap<string, Omit<HouseReadings['performances'][number]['bands'][number], 'band'>>;

/** `now` in milliseconds since the epoch. */
export function countByBand(
  { sections }: Pick<HouseRecord, 'sections'>,
  bands: BandsOfSeats,
  holdsIn: (section: string) => Pick<SectionHolds, 'blocked' | 'holds'> | undefined,
  now: number,
): BandCounts {
  const counts = new Map<string, { seats: number; free: number; held: number; sold: number }>();
  for (const section of Object.keys(sections)) {
    const states = statesOf(holdsIn(section), now);
    for (const [seat, general] of (bands.get(section) ?? []).entries()) {
      const state = states.get(seat) ?? 'free';
      if (state === 'blocked') continue;
      const band = general ?? accessBand;
      const count = counts.get(band) ?? { seats: 0, free: 0, held: 0, sold: 0 };
      count.seats += 1;
      count[state] += 1;
      counts.set(band, count);
    }
  }
  return counts;
}

/** The bands in the order of the plans, and each performance's counts by their index. */
export function bandsInOrder(
  performances: readonly { readonly id: string; readonly counts: BandCounts }[],
  names: ReadonlyMap<string, string>,
): Pick<HouseReadings, 'bands' | 'performances'> {
  const has = (band: string) => performances.some(({ counts }) => counts.has(band));
  const ids = [...names.keys(), accessBand].filter(has);
  return {
    bands: ids.map((id) => ({ id, name: names.get(id) ?? id })),
    performances: performances.map(({ id, counts }) => ({
      id,
      bands: ids.flatMap((name, band) => {
        const count = counts.get(name);
        return count ? [{ band, ...count }] : [];
      }),
    })),
  };
}
