import type { PerformanceFile } from '../../../contracts/catalogue.ts';
import type { DateLeft } from '../../../contracts/dates-left.ts';
import { published } from '../../../contracts/paths.ts';
import { type Plan, seatsInOrder } from '../../../contracts/plan.ts';
import { isGeneral } from '../../../rules/access-seats.ts';
import { seatsLeft } from '../../../rules/seats-left.ts';
import { Memory } from '../../foundation/memory.ts';
import { isLive } from '../house/hold-lapses.ts';
import type { ReadPublished } from '../house/house-books.ts';
import type { SectionHolds } from '../house/house-stock.ts';
import type { HouseRecord } from '../house/house-store.ts';
import { sold } from '../house/section-codec.ts';

/*
 * How full one performance is, as fans are told. The count for the line knows no plan. Here a seat has its price
 * category, and wheelchair places are apart: a house with nothing else free is full for everybody else.
 */

/** By section, the price category of each seat in order; none for a wheelchair place and a companion's seat. */
export type BandsOfSeats = ReadonlyMap<string, readonly (string | undefined)[]>;

export function bandsOfSeats({ sections }: Pick<Plan, 'sections'>): BandsOfSeats {
  return new Map(
    sections.map((section) => [
      section.id,
      seatsInOrder(section).map((seat) => (isGeneral(seat) ? seat.category : undefined)),
    ]),
  );
}

/** What must be known of a performance beside its holds. */
export interface DateBooks {
  readonly bands: (plan: string) => Promise<BandsOfSeats | undefined>;
  /** Of the price categories, by id, in the order of the plan. */
  readonly bandNames: (plan: string) => Promise<ReadonlyMap<string, string> | undefined>;
  /** Minor units by price category. */
  readonly prices: (performance: string, now: number) => Promise<Readonly<Record<string, number>> | undefined>;
}

/** A hall of 2,000 seats is 16 KB, a stadium 800 KB. */
const plansKept = 30;
const performancesKept = 1000;
/** Prices change only while nothing is sold. */
const pricesAgeMs = 10 * 60_000;

export function dateBooks(read: ReadPublished): DateBooks {
  const plans = new Memory<{ readonly bands: BandsOfSeats; readonly names: ReadonlyMap<string, string> }>(plansKept);
  const prices = new Memory<Readonly<Record<string, number>>>(performancesKept);
  const plan = (id: string) =>
    plans.recall(id, async () => {
      const found = await read<Plan>(published.plan(id));
      return found && { bands: bandsOfSeats(found), names: new Map(found.categories.map((one) => [one.id, one.name])) };
    });
  return {
    bands: async (id) => (await plan(id))?.bands,
    bandNames: async (id) => (await plan(id))?.names,
    prices: (id, now) =>
      prices.recall(id, async () => (await read<PerformanceFile>(published.performance(id)))?.prices, {
        now,
        ageMs: pricesAgeMs,
      }),
  };
}

type HoldsOfDate = Pick<SectionHolds, 'blocked'> & {
  readonly holds: readonly Pick<SectionHolds['holds'][number], 'lapsesAt' | 'seats'>[];
};

/** `now` in milliseconds since the epoch. */
export function dateLeft(
  { sections }: Pick<HouseRecord, 'sections'>,
  bands: BandsOfSeats,
  prices: Readonly<Record<string, number>>,
  holdsIn: (section: string) => HoldsOfDate | undefined,
  now: number,
): DateLeft {
  const general = { seats: 0, free: 0, held: 0 };
  const freeBands = new Set<string | undefined>();
  for (const section of Object.keys(sections)) {
    const states = statesOf(holdsIn(section), now);
    for (const [seat, band] of (bands.get(section) ?? []).entries()) {
      const state = states.get(seat) ?? 'free';
      if (state === 'blocked') continue;
      if (state === 'free') freeBands.add(band);
      if (band === undefined) continue;
      general.seats += 1;
      if (state !== 'sold') general[state] += 1;
    }
  }
  const access = freeBands.delete(undefined);
  const priced = Object.entries(prices);
  const lowest = (among: typeof priced) => Math.min(...among.map(([, price]) => price));
  const from = lowest(priced.filter(([band]) => freeBands.has(band)));
  const isDearer = Number.isFinite(from) && from > lowest(priced);
  return {
    left: seatsLeft(general),
    ...(isDearer && { from }),
    ...(general.free === 0 && access && { access: true as const }),
  };
}

type SeatState = 'blocked' | 'sold' | 'held' | 'free';

/** Of those that are not free. */
export function statesOf(section: HoldsOfDate | undefined, now: number): Map<number, SeatState> {
  const states = new Map<number, SeatState>((section?.blocked ?? []).map((seat) => [seat, 'blocked']));
  for (const { lapsesAt, seats } of section?.holds ?? [])
    if (isLive({ lapsesAt }, now)) for (const seat of seats) states.set(seat, lapsesAt === sold ? 'sold' : 'held');
  return states;
}
