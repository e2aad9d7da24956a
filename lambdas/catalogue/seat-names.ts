import type { SeasonDraft } from '../../contracts/catalogue.ts';
import { type Plan, seatLabel } from '../../contracts/plan.ts';
import { inOneLine } from '../../contracts/seen.ts';
import { folded } from '../../rules/folded.ts';

/*
 * Seats by the names that people have for them. A season sets seats aside by name, `Stalls, row C, seat 14`, or by the
 * id of the plan's file; and what is said of a seat to somebody is its name, since an id is for programs.
 *
 * Row A and row Ä are two rows. So a name is first taken as it is written, then with large letters for small ones, and
 * with A for Ä only if no other seat is meant by that.
 */

export interface NamesOfSeats {
  /** Of a seat by its id; what is given, if the plan has no such seat. */
  readonly nameOf: (id: string) => string;
  /** Of a seat by its id or its name, if one seat alone is meant. */
  readonly idOf: (named: string) => string | undefined;
  /** Names of all seats that may be meant: several if what is given does not say which. */
  readonly meantBy: (named: string) => readonly string[];
}

/** From the name as it is written to all that sound alike. */
const readings: readonly ((name: string) => string)[] = [
  (name) => inOneLine(name.normalize('NFC')).trim(),
  (name) => loosely(inOneLine(name.normalize('NFC')).toLowerCase()),
  (name) => loosely(folded(name)),
];

export function seatNames(plan: Plan): NamesOfSeats {
  const names = new Map<string, string>();
  for (const section of plan.sections) {
    // Places that are counted have one name for all of them.
    if (section.kind !== 'seated') {
      for (const { seats } of section.rows)
        for (const seat of seats) names.set(seat.id, `${section.name}, place ${seat.number}`);
      continue;
    }
    for (const { label, seats } of section.rows)
      for (const seat of seats) names.set(seat.id, seatLabel(section, label, seat));
  }
  // A stadium has a hundred thousand names, and most are written as they are: a reading is made when it is needed.
  const books = new Map<(name: string) => string, ReadonlyMap<string, readonly string[]>>();
  const bookOf = (reading: (name: string) => string) => {
    const book = books.get(reading) ?? Map.groupBy(names.keys(), (id) => reading(names.get(id) ?? ''));
    books.set(reading, book);
    return book;
  };
  const idsOf = (named: string): readonly string[] => {
    if (names.has(named)) return [named];
    for (const reading of readings) {
      const found = bookOf(reading).get(reading(named));
      if (found) return found;
    }
    return [];
  };
  return {
    nameOf: (id) => names.get(id) ?? id,
    idOf: (named) => {
      const [id, another] = idsOf(named);
      return another === undefined ? id : undefined;
    },
    meantBy: (named) => idsOf(named).map((id) => names.get(id) ?? id),
  };
}

/** The season with all seats that are set aside by id; what no plan has stays as it was written. */
export function withSeatIds(draft: SeasonDraft, plans: ReadonlyMap<string, Plan>): SeasonDraft {
  const known = new Map<string, NamesOfSeats>();
  const namesIn = (id: string): NamesOfSeats | undefined => {
    const plan = plans.get(id);
    if (plan && !known.has(id)) known.set(id, seatNames(plan));
    return known.get(id);
  };
  return {
    ...draft,
    shows: draft.shows.map((show) => ({
      ...show,
      performances: show.performances.map((performance) => {
        if (!performance.allocations) return performance;
        const names = namesIn(performance.plan);
        const allocations = performance.allocations.map((one) => ({
          ...one,
          seats: one.seats.map((seat) => names?.idOf(seat) ?? seat),
        }));
        return { ...performance, allocations };
      }),
    })),
  };
}

/** Spaces and commas are one sign, however many there are. */
function loosely(name: string): string {
  return name.replace(/[\s,]+/g, ' ').trim();
}
