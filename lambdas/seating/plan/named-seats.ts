import type { HeldSeat } from '../../../contracts/pass.ts';
import { seatLabel } from '../../../contracts/plan.ts';
import type { Seating } from './best-available.ts';
import type { PlanIndex } from './plan-index.ts';

/** The seats of a seating as tickets say them, section by section. */
export function namedSeats(plan: PlanIndex, seating: Seating): readonly HeldSeat[] {
  return [...seating].flatMap(([section, seats]) => seats.flatMap((index) => seatAt(plan, section, index)));
}

export function seatAt(plan: PlanIndex, section: string, index: number): readonly HeldSeat[] {
  const indexed = plan.sections.get(section);
  const spot = indexed?.spots[index];
  if (!indexed || !spot) return [];
  const { id, category, access } = spot;
  return [{ id, category, label: seatLabel(indexed.plan, spot.row, spot), ...(access && { access }) }];
}
