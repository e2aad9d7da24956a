import type { PerformanceFile, Season, ShowFile } from '../../../contracts/catalogue.ts';
import { published } from '../../../contracts/paths.ts';
import type { Plan } from '../../../contracts/plan.ts';
import type { PlainFiles } from '../../foundation/plain/plain-files.ts';

/*
 * What the catalogue says of a line's performances, for pages that are drawn by a server. All of it comes from published files
 * that a warm handler remembers.
 */

export interface SoldHere {
  readonly id: string;
  readonly title: string;
  readonly venue: string;
  /** Milliseconds since the epoch. */
  readonly startsAt: number;
  readonly timeZone: string;
  readonly currency: string;
  readonly note?: string;
  /** Minor units. */
  readonly priceFrom: number;
  readonly priceTo: number;
}

const catalogueAge = 15_000;

/** The performances of this on-sale that take place and have not begun, in order of their beginning. */
export async function soldHere(files: PlainFiles, onSale: string, now: number): Promise<readonly SoldHere[]> {
  const season = await files.read<Season>(published.season(), catalogueAge, now);
  const shows = await Promise.all(
    (season?.shows ?? []).map(({ id }) => files.read<ShowFile>(published.show(id), catalogueAge, now)),
  );
  return shows
    .flatMap((show) => (show?.performances ?? []).map((performance) => ({ ...show, ...performance }) as Sold))
    .filter(({ onSales, startsAt, cancelled }) => onSales.includes(onSale) && startsAt > now && !cancelled)
    .toSorted((a, b) => a.startsAt - b.startsAt);
}

type Sold = SoldHere & Pick<ShowFile['performances'][number], 'onSales' | 'cancelled'>;

export interface PricedCategory {
  readonly id: string;
  readonly name: string;
  /** Minor units. */
  readonly price: number;
}

export function performanceFile(
  files: PlainFiles,
  performance: string,
  now: number,
): Promise<PerformanceFile | undefined> {
  return files.read<PerformanceFile>(published.performance(performance), catalogueAge, now);
}

/** The price bands of a performance in the order of its plan. */
export async function pricedCategories(
  files: PlainFiles,
  { plan, prices }: Pick<PerformanceFile, 'plan' | 'prices'>,
  now: number,
): Promise<readonly PricedCategory[]> {
  const drawn = await files.read<Plan>(published.plan(plan), Number.POSITIVE_INFINITY, now);
  return (drawn?.categories ?? []).flatMap(({ id, name }) => {
    const price = prices[id];
    return price === undefined ? [] : [{ id, name, price }];
  });
}
