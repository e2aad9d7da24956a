import { published } from '../../../contracts/paths.ts';
import type { StockByPerformance } from '../../../contracts/sale-levers.ts';
import { Memory } from '../../foundation/memory.ts';
import type { ReadPublished } from '../house/house-books.ts';
import { countOfHouse, holdsOf, type SectionHolds } from '../house/house-stock.ts';
import type { HouseStore } from '../house/house-store.ts';

/*
 * The seats of an on-sale, performance by performance, for whoever is about to turn a lever. While it sells they are
 * counted every few seconds anyway, and that count is read. When nobody counts, before the doors and after the end, the
 * houses are read here, and no more often than each quarter of a minute.
 */

export interface SaleCountsDeps {
  readonly store: Pick<HouseStore, 'wholeHouse'>;
  readonly read: ReadPublished;
}

export type FindSaleCounts = (
  onSale: string,
  performances: readonly string[],
  now: number,
) => Promise<StockByPerformance>;

/** The counter writes each 2 to 15 s; twice that is silence. */
const silentMs = 30_000;
const fileAgeMs = 2000;
const ownAgeMs = 15_000;
const onSalesKept = 50;

export function findSaleCounts({ store, read }: SaleCountsDeps): FindSaleCounts {
  const files = new Memory<StockByPerformance>(onSalesKept);
  const own = new Memory<StockByPerformance>(onSalesKept);
  return async (onSale, performances, now) => {
    const look = () => read<StockByPerformance>(published.stockByPerformance(onSale));
    const file = await files.recall(onSale, look, { now, ageMs: fileAgeMs, absentMs: fileAgeMs });
    if (file && now - file.countedAt < silentMs) return file;
    return own.recall(onSale, () => countHere(store, onSale, performances, now), { now, ageMs: ownAgeMs });
  };
}

async function countHere(
  store: Pick<HouseStore, 'wholeHouse'>,
  onSale: string,
  performances: readonly string[],
  now: number,
): Promise<StockByPerformance> {
  const counted: ReturnType<typeof countOfHouse>[] = [];
  const named: string[] = [];
  // One after the other: a house is read in one query, and a season has hundreds.
  for (const performance of performances) {
    const read = await store.wholeHouse(performance, 'recent');
    if (!read) continue;
    const holds = new Map<string, SectionHolds>(read.sections.map((one) => [one.section, holdsOf(one)]));
    counted.push(countOfHouse(read.house, (section) => holds.get(section), now));
    named.push(performance);
  }
  return stockByPerformance(onSale, named, counted, now);
}

/** In the form of the file. `counted`: one a performance, in their order. */
export function stockByPerformance(
  onSale: string,
  performances: readonly string[],
  counted: readonly ReturnType<typeof countOfHouse>[],
  now: number,
): StockByPerformance {
  const sizes = new Map<number, number>();
  for (const { holdSizes } of counted)
    for (const [size, many] of holdSizes) sizes.set(size, (sizes.get(size) ?? 0) + many);
  return {
    v: 1,
    onSale,
    countedAt: now,
    performances: Object.fromEntries(
      performances.flatMap((performance, at) => {
        const one = counted[at];
        return one ? [[performance, one.count] as const] : [];
      }),
    ),
    holdSizes: Object.fromEntries([...sizes].sort(([a], [b]) => a - b).map(([size, many]) => [`${size}`, many])),
  };
}
