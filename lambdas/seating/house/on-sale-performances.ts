import type { Season, ShowFile } from '../../../contracts/catalogue.ts';
import type { LineFile } from '../../../contracts/line.ts';
import { published } from '../../../contracts/paths.ts';
import type { PerformanceActs } from '../../../contracts/performance-acts.ts';
import type { OpenHouses } from '../../../contracts/stock.ts';
import { readDoors } from '../../foundation/doors.ts';
import { actsIn, cancellationOf } from '../../foundation/performance-acts.ts';
import type { ReadPublished } from './house-books.ts';

/*
 * The on-sales whose seats are counted, and the performances that are sold in each. What is open says so itself: the
 * list of open houses, and the file of each line. So a line is counted to its end whatever season is published meanwhile,
 * and a date that is added counts from the opening of its house on. Seats are counted from the doors on, as the board has
 * them where staff opened them early. The published season adds houses that were opened before there was a list, and
 * on-sales whose line is not open yet. A performance that was cancelled has no seats.
 */

export interface OnSalePerformances {
  readonly onSale: string;
  /** Milliseconds since the epoch. */
  readonly opensAt: number;
  readonly closesAt: number;
  readonly performances: readonly string[];
  /** There were performances, and all were cancelled. */
  readonly off?: true;
}

type Times = Pick<OnSalePerformances, 'opensAt' | 'closesAt'>;

/** @param known Lines that were read before: what a line promised never changes. */
export async function readOnSales(
  read: ReadPublished,
  known: Map<string, Times> = new Map(),
): Promise<readonly OnSalePerformances[]> {
  const [houses, season, acts] = await Promise.all([
    read<OpenHouses>(published.openHouses()),
    read<Season>(published.season()),
    read<PerformanceActs>(published.performanceActs()),
  ]);
  const ofSeason = await performancesOf(read, season);
  const planned = new Map((season?.onSales ?? []).map((one) => [one.id, one] as const));
  const ids = [...new Set([...planned.keys(), ...Object.keys(houses?.onSales ?? {})])];
  const all = await Promise.all(
    ids.map(async (id): Promise<readonly OnSalePerformances[]> => {
      const times = (await timesOf(read, id, known)) ?? planned.get(id);
      if (!times) return [];
      const { opensAt, closesAt } = times;
      const listed = ofSeason.filter(({ onSales }) => onSales.includes(id)).map((one) => one.id);
      const all = [...new Set([...listed, ...(houses?.onSales[id] ?? [])])];
      const performances = all.filter((one) => !cancellationOf(actsIn(acts), one));
      const isOff = all.length > 0 && performances.length === 0;
      return [{ onSale: id, opensAt, closesAt, performances, ...(isOff && { off: true as const }) }];
    }),
  );
  return all.flat();
}

async function performancesOf(
  read: ReadPublished,
  season: Season | undefined,
): Promise<readonly Pick<ShowFile['performances'][number], 'id' | 'onSales'>[]> {
  const shows = await Promise.all((season?.shows ?? []).map(({ id }) => read<ShowFile>(published.show(id))));
  return shows.flatMap((show) => show?.performances ?? []);
}

async function timesOf(read: ReadPublished, onSale: string, known: Map<string, Times>): Promise<Times | undefined> {
  const promised = known.get(onSale) ?? (await read<LineFile>(published.line(onSale)));
  if (!promised) return undefined;
  const { opensAt, closesAt } = promised;
  known.set(onSale, { opensAt, closesAt });
  return { opensAt: await readDoors(read, onSale, opensAt), closesAt };
}
