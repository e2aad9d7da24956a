import type { HoldView } from '../../../contracts/house.ts';
import { type ReadingKeys, type SigningKeys, signingNow } from '../../foundation/keys.ts';
import type { BasketEntry, BasketRecord } from '../house/basket-record.ts';
import type { HouseBooks } from '../house/house-books.ts';
import type { HouseStore } from '../house/house-store.ts';
import { decodeSection, type HoldRecord } from '../house/section-codec.ts';
import { viewHold } from './hold-view.ts';

/** Everything that reading holds needs. */
export interface HoldReader {
  readonly store: Pick<HouseStore, 'basket' | 'sections'>;
  readonly books: HouseBooks;
  readonly passKeys: ReadingKeys;
  readonly slipKeys: SigningKeys;
}

/**
 * Shows entries of one basket, with one read of all the sections they name. `isOver`: the house decides nothing of them
 * any more, so the sections are read as they stand now, and are the last word.
 */
export async function viewHolds(
  { store, books, slipKeys }: HoldReader,
  { onSale, fan }: BasketRecord,
  entries: readonly BasketEntry[],
  now: number,
  { isOver = false }: { readonly isOver?: boolean } = {},
): Promise<readonly HoldView[]> {
  const named = entries.flatMap((entry) =>
    'sections' in entry ? entry.sections.map((section) => ({ performance: entry.performance, section })) : [],
  );
  const keyed = new Map(named.map((where) => [`${where.performance} ${where.section}`, where]));
  const [read, key] = await Promise.all([
    store.sections([...keyed.values()], isOver ? 'latest' : 'recent'),
    signingNow(slipKeys, now),
  ]);
  const states = new Map(
    read.map(({ performance, section, data }) => [`${performance} ${section}`, decodeSection(data)] as const),
  );
  return Promise.all(
    entries.map(async (entry) => {
      const house = await books.house(entry.performance);
      if (!house) throw new Error(`A basket names the house ${entry.performance}, which is not open`);
      const found = new Map(
        ('sections' in entry ? entry.sections : []).flatMap((section): (readonly [string, HoldRecord])[] => {
          const state = states.get(`${entry.performance} ${section}`);
          const record = state?.records.find(({ hold }) => hold === entry.hold);
          return record ? [[section, record]] : [];
        }),
      );
      return viewHold(entry, found, { onSale, fan, key, plan: await books.plan(house.plan), house, now, isOver });
    }),
  );
}
