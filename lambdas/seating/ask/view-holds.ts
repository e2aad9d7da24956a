import type { HoldView } from '../../../contracts/house.ts';
import { type ReadingKeys, type SigningKeys, signingNow } from '../../foundation/keys.ts';
import type { Age } from '../../foundation/table.store.ts';
import type { BasketEntry, BasketRecord } from '../house/basket-record.ts';
import type { HouseBooks } from '../house/house-books.ts';
import type { HouseStore } from '../house/house-store.ts';
import { decodeSection, type HoldRecord, type SectionState } from '../house/section-codec.ts';
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
  const [sectionsOf, key] = await Promise.all([
    readSections(store, entries, isOver ? 'latest' : 'recent'),
    signingNow(slipKeys, now),
  ]);
  return Promise.all(
    entries.map(async (entry) => {
      const house = await books.house(entry.performance);
      if (!house) throw new Error(`A basket names the house ${entry.performance}, which is not open`);
      return viewHold(entry, partsIn(sectionsOf(entry), entry.hold), {
        onSale,
        fan,
        key,
        plan: await books.plan(house.plan),
        house,
        now,
        isOver,
      });
    }),
  );
}

/** The sections that an entry names, as they were read; those that were never written are missing. */
export type SectionsOf = (entry: BasketEntry) => ReadonlyMap<string, SectionState>;

/** One read of all the sections that these entries of one basket name. */
export async function readSections(
  store: Pick<HouseStore, 'sections'>,
  entries: readonly BasketEntry[],
  age: Age,
): Promise<SectionsOf> {
  const named = entries.flatMap((entry) =>
    'sections' in entry ? entry.sections.map((section) => ({ performance: entry.performance, section })) : [],
  );
  const keyed = new Map(named.map((where) => [`${where.performance} ${where.section}`, where]));
  const read = await store.sections([...keyed.values()], age);
  const states = new Map(
    read.map(({ performance, section, data }) => [`${performance} ${section}`, decodeSection(data)] as const),
  );
  return (entry) =>
    new Map(
      ('sections' in entry ? entry.sections : []).flatMap((section): (readonly [string, SectionState])[] => {
        const state = states.get(`${entry.performance} ${section}`);
        return state ? [[section, state]] : [];
      }),
    );
}

/** The records of a hold, by section. */
export function partsIn(sections: ReadonlyMap<string, SectionState>, hold: string): ReadonlyMap<string, HoldRecord> {
  return new Map(
    [...sections].flatMap(([section, { records }]): (readonly [string, HoldRecord])[] => {
      const record = records.find((one) => one.hold === hold);
      return record ? [[section, record]] : [];
    }),
  );
}
