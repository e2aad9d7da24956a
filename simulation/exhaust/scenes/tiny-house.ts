import { onSale, opensAt } from '../../morning.ts';
import type { SmallHouses } from '../../small-house.ts';

export const evening = 'evening-1';

const minute = 60_000;
const holdMinutes = 1;

/** One performance in a house of so many seats a section, each section one row. */
export function tinyHouse(sizes: readonly number[], seatsPerFan: number): SmallHouses {
  const names = sizes.map((_, at) => `part-${at + 1}`);
  return {
    plan: {
      v: 1,
      id: `tiny-${sizes.join('-')}`,
      name: 'Tiny house',
      width: 100,
      height: 10,
      focalPoint: { x: 0, y: -3 },
      categories: [{ id: 'near', name: 'Near', color: '#aa0000' }],
      sections: names.map((id, at) => ({
        id,
        name: id,
        kind: 'seated',
        neighbours: names.filter((_, other) => Math.abs(other - at) === 1),
        rows: [
          {
            label: 'A',
            seats: Array.from({ length: sizes[at] ?? 0 }, (_, seat) => ({
              id: `${id}-A-${seat + 1}`,
              number: `${seat + 1}`,
              x: at * 30 + seat,
              y: 0,
              category: 'near',
            })),
          },
        ],
      })),
      scenery: [],
      seats: sizes.reduce((sum, size) => sum + size, 0),
    },
    performances: [
      {
        v: 1,
        id: evening,
        show: 'storm',
        title: 'The Storm',
        venue: 'Tiny house',
        startsAt: opensAt + 30 * 24 * 60 * minute,
        plan: `tiny-${sizes.join('-')}`,
        prices: { near: 4500 },
        currency: 'GBP',
        timeZone: 'Europe/London',
        onSales: [{ id: onSale, seatsPerFan, holdMinutes, returnHours: 24 }],
      },
    ],
  };
}
