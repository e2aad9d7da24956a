import type { HoldView } from '../../../contracts/house.ts';
import { isGeneral } from '../../../rules/access-seats.ts';
import { lastLapsed } from '../house/basket.ts';
import type { BasketRecord } from '../house/basket-record.ts';
import { hasAll, takenSeats } from '../house/hold-lapses.ts';
import { namedSeats } from '../plan/named-seats.ts';
import { type HoldReader, partsIn, readSections } from './view-holds.ts';

/**
 * The holds whose time ran out last. A section remembers a hold that lapsed until it is written again, so as long as nobody
 * was quicker the fan is told which seats those were, and may ask for the very same by name. Places for wheelchairs are asked
 * for in another way, and are not named; nor are seats of an order whose bank asked, which may still be sold to it.
 */
export async function viewLapsed(
  { store, books }: Pick<HoldReader, 'store' | 'books'>,
  basket: BasketRecord,
  now: number,
): Promise<readonly HoldView[]> {
  const lapsed = lastLapsed(basket, now);
  if (lapsed.length === 0) return [];
  const sectionsOf = await readSections(store, lapsed, 'recent');
  return Promise.all(
    lapsed.map(async (entry) => {
      const { hold, performance, bank } = entry;
      const view = { state: 'lapsed', hold, performance } as const;
      const sections = sectionsOf(entry);
      const parts = partsIn(sections, hold);
      const house = await books.house(performance);
      if (!house || bank !== undefined || !hasAll(parts)) return view;
      const isFree = [...parts].every(([section, { seats }]) => {
        const state = sections.get(section);
        const taken = state && takenSeats(state, now);
        return seats.every((seat) => taken?.[seat] === 0);
      });
      const seating = new Map([...parts].map(([section, { seats }]) => [section, seats]));
      const seats = namedSeats(await books.plan(house.plan), seating);
      return isFree && seats.every(isGeneral) ? { ...view, seats } : view;
    }),
  );
}
