import type { AllocationsFile, PerformanceFile } from '../../../contracts/catalogue.ts';
import { published } from '../../../contracts/paths.ts';
import type { SaleLeversShown } from '../../../contracts/sale-levers.ts';
import { Memory } from '../../foundation/memory.ts';
import type { ReadPublished } from '../house/house-books.ts';
import type { HouseStore } from '../house/house-store.ts';
import type { SaleLevers } from '../house/sale-levers.ts';

/*
 * Seats that are set aside for partners, and what became of them. Whose they are the catalogue says, in a file that
 * nobody serves; that they were released the levers say, of every on-sale in which the performance is sold. An allocation
 * is released as a whole.
 */

type SetAside = NonNullable<SaleLeversShown['performances'][number]['allocations']>;

export type FindAllocations = (performance: string, now: number) => Promise<AllocationsFile | undefined>;

const filesKept = 1000;
const fileAgeMs = 15_000;

/** As a warm handler remembers them. */
export function rememberAllocations(read: ReadPublished): FindAllocations {
  const memory = new Memory<AllocationsFile>(filesKept);
  return (performance, now) =>
    memory.recall(performance, () => read<AllocationsFile>(published.allocations(performance)), {
      now,
      ageMs: fileAgeMs,
      absentMs: fileAgeMs,
    });
}

/** By performance. `levers`: of the on-sale that is looked at. */
export async function findSetAside(
  { store, findAllocations }: { readonly store: Pick<HouseStore, 'levers'>; readonly findAllocations: FindAllocations },
  levers: SaleLevers,
  performances: readonly Pick<PerformanceFile, 'id' | 'onSales' | 'blocked'>[],
  now: number,
): Promise<ReadonlyMap<string, SetAside>> {
  const withSome = performances.filter(({ blocked = [] }) => blocked.length > 0);
  const onSales = new Set(withSome.flatMap((one) => one.onSales.map(({ id }) => id)));
  onSales.delete(levers.onSale);
  const others = await Promise.all([...onSales].map((onSale) => store.levers(onSale, 'recent')));
  const releases = [levers, ...others].flatMap((one) => one.releases ?? []);
  const found = await Promise.all(
    withSome.map(async ({ id, blocked }) => {
      const file = await findAllocations(id, now);
      const aside = new Set(blocked);
      const all = (file?.allocations ?? []).map(({ partner, seats }) => {
        const of = releases.filter((one) => one.partner === partner && one.performances.includes(id));
        const state = of.some((one) => one.begun) ? 'released' : of.length > 0 ? 'planned' : 'kept';
        return { partner, seats: seats.filter((seat) => aside.has(seat)).length, state } as const;
      });
      return [id, all] as const;
    }),
  );
  return new Map(found);
}
