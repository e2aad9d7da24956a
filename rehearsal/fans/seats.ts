import type { Availability } from '../../contracts/house.ts';
import type { Plan, PlanSeat } from '../../contracts/plan.ts';
import { isGeneral } from '../../rules/access-seats.ts';
import type { Chance } from './chance.ts';

/**
 * A fan's own choice on the plan: adjacent seats of one row that the availability shows as free, drawn among the places
 * they could sit with a liking for the front. Their picture is up to seconds old, so two of them will sometimes want
 * the same seats: that is the point.
 */
export function chooseSeats(
  plan: Plan,
  availability: Availability,
  party: number,
  chance: Chance,
): readonly string[] | undefined {
  const places = plan.sections.flatMap((section) => {
    if (section.kind !== 'seated') return [];
    const state = availability.sections[section.id];
    if (!state || state.free < party) return [];
    const taken = Buffer.from(state.taken, 'base64');
    const isFree = (index: number) => ((taken[index >> 3] ?? 0xff) & (0x80 >> (index & 7))) === 0;
    let index = 0;
    return section.rows.flatMap((row, depth) => {
      const from = index;
      index += row.seats.length;
      const runs = runsOf(row.seats, (at) => isFree(from + at), party);
      return runs.map((run) => ({ seats: run, weight: 1 / (1 + depth) }));
    });
  });
  const weights = places.map(({ weight }) => weight);
  return places[chance.weighted(weights)]?.seats;
}

/** Every run of `party` adjacent free seats that anyone may sit in, at steps of the party's size. */
function runsOf(
  row: readonly PlanSeat[],
  isFree: (at: number) => boolean,
  party: number,
): readonly (readonly string[])[] {
  const runs: string[][] = [];
  let run: string[] = [];
  for (const [at, seat] of row.entries()) {
    if (seat.aisle || !isFree(at) || !isGeneral(seat)) run = [];
    if (!isFree(at) || !isGeneral(seat)) continue;
    run.push(seat.id);
    if (run.length === party) {
      runs.push(run);
      run = [];
    }
  }
  return runs;
}
