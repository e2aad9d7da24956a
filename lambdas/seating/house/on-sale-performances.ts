import type { Season, ShowFile } from '../../../contracts/catalogue.ts';
import { published } from '../../../contracts/paths.ts';
import type { ReadPublished } from './house-books.ts';

/** An on-sale of the published season, and the performances that are sold in it. */
export interface OnSalePerformances {
  readonly onSale: string;
  /** Milliseconds since the epoch. */
  readonly opensAt: number;
  readonly closesAt: number;
  readonly performances: readonly string[];
}

/** The performances of each on-sale, as the catalogue has it now. Empty while no season is published. */
export async function readOnSales(read: ReadPublished): Promise<readonly OnSalePerformances[]> {
  const season = await read<Season>(published.season());
  if (!season) return [];
  const shows = await Promise.all(season.shows.map(({ id }) => read<ShowFile>(published.show(id))));
  const all = shows.flatMap((show) => show?.performances ?? []);
  return season.onSales.map(({ id, opensAt, closesAt }) => ({
    onSale: id,
    opensAt,
    closesAt,
    performances: [...new Set(all.filter(({ onSales }) => onSales.includes(id)).map((one) => one.id))],
  }));
}
