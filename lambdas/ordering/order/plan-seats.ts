import { published } from '../../../contracts/paths.ts';
import { type Plan, type PlanSeat, seatLabel } from '../../../contracts/plan.ts';
import { remembered } from '../../foundation/memory.ts';

/*
 * The seats of a published plan, by id. What a seat is, and so what it costs, is read here and never taken from what a
 * fan carries. A plan never changes, so a warm function reads it once.
 */

export interface KnownSeat {
  readonly label: string;
  /** Price category of the plan. */
  readonly category: string;
  readonly access?: PlanSeat['access'];
}

export type PlanSeats = ReadonlyMap<string, KnownSeat>;

/** The seats of a plan, or undefined if none of this id is published. */
export type FindSeats = (plan: string) => Promise<PlanSeats | undefined>;

/** A season's halls. The largest has some 20,000 seats, a few megabytes. */
const atMost = 8;

export function rememberSeats(read: (path: string) => Promise<Plan | undefined>): FindSeats {
  return remembered(atMost, async (id) => {
    const plan = await read(published.plan(id));
    return plan && seatsOf(plan);
  });
}

export function seatsOf(plan: Plan): PlanSeats {
  return new Map(
    plan.sections.flatMap((section) =>
      section.rows.flatMap(({ label: row, seats }) =>
        seats.map((seat): readonly [string, KnownSeat] => {
          const { id, category, access } = seat;
          return [id, { label: seatLabel(section, row, seat), category, ...(access && { access }) }];
        }),
      ),
    ),
  );
}
