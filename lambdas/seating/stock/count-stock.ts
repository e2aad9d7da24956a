import type { DatesLeft } from '../../../contracts/dates-left.ts';
import { cacheControl, published } from '../../../contracts/paths.ts';
import { readingsStepMs, stepOf } from '../../../contracts/readings.ts';
import { isScarce, type Stock } from '../../../contracts/stock.ts';
import type { ReadPublished } from '../house/house-books.ts';
import type { OnSalePerformances } from '../house/on-sale-performances.ts';
import type { SeatCounter } from './seat-counter.ts';
import type { HouseTeller } from './tell-houses.ts';

/**
 * The stock-taking loop. From two minutes before its doors until it closes, every on-sale's seats are counted each 2 s
 * (5 s where the sections are many) and published. It is started every minute and runs for two, so that a start up to a
 * minute late leaves no gap. Two are at it most of the time, and one that finds a count that is still fresh leaves it.
 * Two counts at once do no harm, both are true. When the rush is over and nobody has asked for a minute, a count each
 * 15 s will do. When nothing is on sale the loop ends at once and costs nothing.
 *
 * While somebody looks at the readings there is a count at each step of the clock as well, after a quiet rush too, so
 * that theirs are no older. One that found all counts fresh comes a little after the step: so of two only one counts.
 */
export interface StockDeps {
  readonly onSales: () => Promise<readonly OnSalePerformances[]>;
  readonly counter: Pick<SeatCounter, 'meet' | 'sectionsOf' | 'count'>;
  readonly files: {
    readonly read: ReadPublished;
    write(path: string, file: unknown, cacheControl: string): Promise<void>;
  };
  /** How full each date is by the last count, for fans. Left out: they are not told. */
  readonly dates?: (onSales: readonly OnSalePerformances[], now: number) => Promise<readonly DatesLeft[]>;
  /** Tells those who run the morning. Left out: they are not told. */
  readonly readings?: HouseTeller;
  /** Performance by performance, by the last count, for staff. Left out: they are not told. */
  readonly byPerformance?: SeatCounter['byPerformance'];
  /** Publishes again what staff turned in these on-sales, if that was cut short. Left out: nothing is. */
  readonly publishSales?: (onSales: readonly string[]) => Promise<void>;
  /**
   * Carries out the releases of these on-sales that are due, and those that were cut short; answers when the next one is
   * due, in milliseconds since the epoch. Left out: nobody does here.
   */
  readonly carryReleases?: (onSales: readonly string[], now: number) => Promise<number | undefined>;
  /** A turn that failed. The next one begins anew. */
  readonly report: (error: unknown) => void;
  /** Milliseconds since the epoch. */
  readonly clock: () => number;
  readonly wait: (milliseconds: number) => Promise<void>;
}

const earlyMs = 2 * 60_000;

/** The season is read again, and houses that were opened meanwhile are met, after so long. */
const listMs = 15_000;

const quickMs = 2000;
const slowMs = 5000;
/** Half of what the pacemaker takes for silence. */
const quietMs = 15_000;

/** 400 sections are four calls of DynamoDB: 100 ms. 2,460 are 25: well within 5 s, hardly within 2. */
const manySections = 400;

/** Nobody chooses a date by the second, and it is a write a file. */
const datesMs = 10_000;

const rushMs = 60 * 60_000;

/** Runs until the given time at the latest, milliseconds since the epoch. */
export async function countStock(deps: StockDeps, endsAt: number): Promise<void> {
  let listed: readonly OnSalePerformances[] = [];
  let listedAt = Number.NEGATIVE_INFINITY;
  let quiet = false;
  let datesAt = Number.NEGATIVE_INFINITY;
  let isLookedAt = false;
  let isSecond = false;
  for (let now = deps.clock(); now < endsAt; now = deps.clock()) {
    let every = quickMs;
    let dueAt: number | undefined;
    try {
      const isListed = now - listedAt >= listMs;
      if (isListed) {
        listed = await deps.onSales();
        const live = listed.filter((one) => isLive(one, now));
        await deps.counter.meet(live.flatMap((one) => one.performances));
        await deps.publishSales?.(live.map(({ onSale }) => onSale));
        listedAt = now;
      }
      const live = listed.filter((one) => isLive(one, now));
      // Of others as often as the season is read: nobody holds seats there.
      dueAt = await carryDue(deps, isListed ? listed : live, now);
      if (live.length === 0) return;
      isLookedAt = (await deps.readings?.isLookedAt(now)) ?? false;
      every = everyOf(deps.counter.sectionsOf(live), quiet && !isLookedAt);
      const { stocks, due } = await countDue(deps, live, { every, isLookedAt }, now);
      isSecond = due.length === 0;
      quiet = live.every((one) => isQuiet(one, stocks.get(one.onSale), now));
      // Before the doors nothing is sold, and nothing is said.
      const open = due.filter(({ opensAt }) => now >= opensAt);
      if (open.length > 0 && now - datesAt >= datesMs) {
        datesAt = now;
        await tellDates(deps, open, now);
      }
      await tellReadings(deps, due, stocks, isLookedAt);
    } catch (error) {
      deps.report(error);
    }
    const next = isLookedAt ? Math.min(now + every, nextStep(now, isSecond)) : now + every;
    const soonest = Math.min(next, dueAt ?? next);
    await deps.wait(Math.max(0, Math.min(soonest, endsAt) - deps.clock()));
  }
}

/** Seats are counted all the same if a release fails: it is tried again with the next turn. */
async function carryDue(deps: StockDeps, onSales: readonly OnSalePerformances[], now: number) {
  try {
    return await deps.carryReleases?.(
      onSales.map(({ onSale }) => onSale),
      now,
    );
  } catch (error) {
    deps.report(error);
    return undefined;
  }
}

/** The one who counts needs less to read and write what there is. */
const behindMs = 400;

function nextStep(now: number, isSecond: boolean): number {
  return (stepOf(now) + 1) * readingsStepMs + (isSecond ? behindMs : 0);
}

export function isLive({ opensAt, closesAt }: OnSalePerformances, now: number): boolean {
  return now >= opensAt - earlyMs && now < closesAt;
}

function everyOf(sections: number, quiet: boolean): number {
  if (quiet) return quietMs;
  return sections > manySections ? slowMs : quickMs;
}

function isQuiet({ opensAt }: OnSalePerformances, stock: Stock | undefined, now: number): boolean {
  return now > opensAt + rushMs && stock?.asks.decided === 0;
}

/** Of those that were counted here: what another counter counted was not read. */
async function tellDates({ dates, files }: StockDeps, open: readonly OnSalePerformances[], now: number): Promise<void> {
  const told = (await dates?.(open, now)) ?? [];
  await Promise.all(told.map((one) => files.write(published.datesLeft(one.onSale), one, cacheControl.dates)));
}

async function tellReadings(
  { readings }: StockDeps,
  due: readonly OnSalePerformances[],
  stocks: ReadonlyMap<string, Stock>,
  isLookedAt: boolean,
): Promise<void> {
  await Promise.all(
    due.map(async (one) => {
      const stock = stocks.get(one.onSale);
      if (stock) await readings?.tell(one, stock, isLookedAt);
    }),
  );
}

/** Counts those of which there is no fresh count; answers the stock of all, and which those were. */
async function countDue(
  { counter, files, byPerformance }: StockDeps,
  live: readonly OnSalePerformances[],
  { every, isLookedAt }: { readonly every: number; readonly isLookedAt: boolean },
  now: number,
): Promise<{ readonly stocks: ReadonlyMap<string, Stock>; readonly due: readonly OnSalePerformances[] }> {
  const standing = await Promise.all(live.map(({ onSale }) => files.read<Stock>(published.stock(onSale))));
  // A little less than a whole interval, or the jitter of one's own clock would skip every other count.
  const isFresh = ({ countedAt }: Stock) =>
    now - countedAt < every * 0.75 && (!isLookedAt || stepOf(countedAt) === stepOf(now));
  const fresh = standing.filter((stock) => stock !== undefined && isFresh(stock)) as readonly Stock[];
  const due = live.filter(({ onSale }) => !fresh.some((stock) => stock.onSale === onSale));
  const counts = due.length > 0 ? await counter.count(due, now) : [];
  const counted = counts.map((stock) =>
    sinceScarce(
      stock,
      standing.find((before) => before?.onSale === stock.onSale),
    ),
  );
  await Promise.all(counted.map((stock) => files.write(published.stock(stock.onSale), stock, cacheControl.board)));
  const one = due.length > 0 ? (byPerformance?.(due, now) ?? []) : [];
  await Promise.all(
    one.map((stock) => files.write(published.stockByPerformance(stock.onSale), stock, cacheControl.board)),
  );
  return { stocks: new Map([...fresh, ...counted].map((stock) => [stock.onSale, stock])), due };
}

/** With the time at which hardly any seat was free last: now, or as the count before it has it. */
function sinceScarce(stock: Stock, before: Stock | undefined): Stock {
  const scarceAt = isScarce(stock) ? stock.countedAt : before?.scarceAt;
  return scarceAt === undefined ? stock : { ...stock, scarceAt };
}
