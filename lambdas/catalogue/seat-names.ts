import type { SeasonDraft } from '../../contracts/catalogue.ts';
import { type Plan, seatLabel } from '../../contracts/plan.ts';
import { folded } from '../../rules/folded.ts';

/*
 * Seats by the names that people have for them. A season sets seats aside by name, `Stalls, row C, seat 14`, or by the
 * id of the plan's file; and what is said of a seat to somebody is its name, since an id is for programs.
 */

export interface NamesOfSeats {
  /** Of a seat by its id; what is given, if the plan has no such seat. */
  readonly nameOf: (id: string) => string;
  /** Of a seat by its id or its name, in small or large letters. */
  readonly idOf: (named: string) => string | undefined;
}

export function seatNames(plan: Plan): NamesOfSeats {
  const names = new Map<string, string>();
  const ids = new Map<string, string>();
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
  for (const [id, name] of names) ids.set(plain(name), id);
  return {
    nameOf: (id) => names.get(id) ?? id,
    idOf: (named) => (names.has(named) ? named : ids.get(plain(named))),
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

function plain(name: string): string {
  return folded(name)
    .replace(/[\s,]+/g, ' ')
    .trim();
}
