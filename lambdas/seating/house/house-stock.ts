import type { PerformanceCount } from '../../../contracts/sale-levers.ts';
import { isLive } from './hold-lapses.ts';
import type { HouseRecord, SectionRecord } from './house-store.ts';
import { decodeSection, sold } from './section-codec.ts';

/**
 * How many seats of a house are free, held and sold. A hold past its time is free, as it is to the next decision.
 * Blocked seats are nobody's to give and are not counted: free + held + sold = seats.
 */
export interface SeatCount {
  readonly seats: number;
  readonly free: number;
  readonly held: number;
  readonly sold: number;
}

/** The holds in a section's bytes, so that they are decoded once a version. */
export interface SectionHolds {
  readonly version: number;
  /** Without the blocked ones. */
  readonly seats: number;
  /** Indexes of seats that are nobody's to give. */
  readonly blocked: readonly number[];
  readonly holds: readonly {
    readonly lapsesAt: number;
    readonly seats: readonly number[];
    /** Of the hold in all sections. */
    readonly total: number;
  }[];
}

export function holdsOf({ version, data }: SectionRecord): SectionHolds {
  const { seats, blocked, records } = decodeSection(data);
  return {
    version,
    seats: seats - blocked.length,
    blocked,
    holds: records.map(({ lapsesAt, seats: own, total }) => ({ lapsesAt, seats: own, total })),
  };
}

/** `holdsIn` by section; one that was never written is all free. `now` in milliseconds since the epoch. */
export function countHouse(
  { sections }: Pick<HouseRecord, 'sections'>,
  holdsIn: (section: string) => SectionHolds | undefined,
  now: number,
): SeatCount {
  return sumOfCounts(
    Object.entries(sections).map(([section, planned]) => {
      const { seats, holds: all } = holdsIn(section) ?? { seats: planned, holds: [] };
      const taken = (which: (lapsesAt: number) => boolean) =>
        all.filter(({ lapsesAt }) => which(lapsesAt)).reduce((sum, hold) => sum + hold.seats.length, 0);
      const soldSeats = taken((lapsesAt) => lapsesAt === sold);
      const held = taken((lapsesAt) => lapsesAt !== sold && isLive({ lapsesAt }, now));
      return { seats, free: seats - held - soldSeats, held, sold: soldSeats };
    }),
  );
}

/** As staff see it: with the seats that are kept, and the holds that stand, by their size. */
export function countOfHouse(
  house: Pick<HouseRecord, 'sections'>,
  holdsIn: (section: string) => SectionHolds | undefined,
  now: number,
): { readonly count: PerformanceCount; readonly holdSizes: ReadonlyMap<number, number> } {
  const sizes = new Map<number, number>();
  let kept = 0;
  for (const section of Object.keys(house.sections)) {
    const known = holdsIn(section);
    kept += known?.blocked.length ?? 0;
    // A hold may lie in several sections: each part is as much of it as it has of its seats.
    for (const { lapsesAt, seats, total } of known?.holds ?? [])
      if (lapsesAt !== sold && isLive({ lapsesAt }, now))
        sizes.set(total, (sizes.get(total) ?? 0) + seats.length / total);
  }
  const holdSizes = new Map([...sizes].map(([size, many]) => [size, Math.round(many)]));
  const holds = [...holdSizes.values()].reduce((sum, many) => sum + many, 0);
  return { count: { ...countHouse(house, holdsIn, now), kept, holds }, holdSizes };
}

/** Of a performance whose sale was stopped: what is free is not on offer, and is no seat of the on-sale for now. */
export function notOnOffer({ seats, free, held, sold }: SeatCount): SeatCount {
  return { seats: seats - free, free: 0, held, sold };
}

export function sumOfCounts(counts: readonly SeatCount[]): SeatCount {
  const total = (name: keyof SeatCount) => counts.reduce((sum, count) => sum + count[name], 0);
  return { seats: total('seats'), free: total('free'), held: total('held'), sold: total('sold') };
}
