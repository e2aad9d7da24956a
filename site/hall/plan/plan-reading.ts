import type { Point } from '../../../contracts/plan.ts';
import { isByCapacity, type Plan, type PlanSeat, type PlanSection } from '../../../contracts/plan.ts';
import { distance, seatsOf } from './geometry.ts';

/** The facts that the drawing reads off a plan: the colour of a section, and the seat where the keyboard comes in. */

/** A section is painted in the band that most of its seats have. */
export function colorOf(plan: Pick<Plan, 'categories'>, section: PlanSection): string {
  const counts = new Map<string, number>();
  for (const { category } of seatsOf(section)) counts.set(category, (counts.get(category) ?? 0) + 1);
  const most = [...counts].sort((a, b) => b[1] - a[1])[0]?.[0];
  return plan.categories.find(({ id }) => id === most)?.color ?? '#888888';
}

/** The seat that Tab leads to: where the keyboard was, else the free seat nearest the stage. */
export function entrySeat(
  drawn: readonly PlanSection[],
  at: string | undefined,
  taken: ReadonlySet<string>,
  focalPoint: Point,
): string | undefined {
  const seats = drawn.flatMap((section) => (isByCapacity(section) ? [] : seatsOf(section)));
  if (at !== undefined && seats.some(({ id }) => id === at)) return at;
  const free = seats.filter(({ id }) => !taken.has(id));
  return nearest(free.length > 0 ? free : seats, focalPoint)?.id;
}

function nearest(seats: readonly PlanSeat[], to: Point): PlanSeat | undefined {
  return seats.reduce<PlanSeat | undefined>(
    (best, seat) => (best && distance(best, to) <= distance(seat, to) ? best : seat),
    undefined,
  );
}
