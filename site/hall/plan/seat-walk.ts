import { isByCapacity, type Plan, type PlanSeat } from '../../../contracts/plan.ts';
import { distance } from './geometry.ts';

/**
 * Walking over the plan by arrow keys. Left and right follow the row, and then go on to the seat that lies next in that
 * direction. Up is towards the stage and down is away from it, to the nearest seat of the neighbouring row. Past a
 * section's edge they go to the nearest seat beyond. If nothing lies further on, one stays.
 */
export type Direction = 'left' | 'right' | 'up' | 'down';

export interface WalkStep {
  readonly seat: PlanSeat;
  readonly section: number;
  readonly row: number;
  readonly index: number;
}

/** Every seat that can be walked to, by id: sections to stand in have none. */
export function walkOf(plan: Pick<Plan, 'sections'>): ReadonlyMap<string, WalkStep> {
  const steps = plan.sections.flatMap((one, section) =>
    isByCapacity(one)
      ? []
      : one.rows.flatMap(({ seats }, row) => seats.map((seat, index) => ({ seat, section, row, index }))),
  );
  return new Map(steps.map((step) => [step.seat.id, step]));
}

export function walk(
  plan: Pick<Plan, 'sections'>,
  steps: ReadonlyMap<string, WalkStep>,
  from: string,
  direction: Direction,
): string {
  const step = steps.get(from);
  if (!step) return from;
  const section = plan.sections[step.section];
  const along = direction === 'left' ? -1 : direction === 'right' ? 1 : 0;
  if (along !== 0) {
    const beside = section?.rows[step.row]?.seats[step.index + along];
    return beside?.id ?? beyond(steps, step, direction);
  }
  const across = direction === 'up' ? -1 : 1;
  const row = section?.rows[step.row + across]?.seats ?? [];
  const nearest = nearestOf(row, step.seat);
  return nearest?.id ?? beyond(steps, step, direction);
}

function nearestOf(seats: readonly PlanSeat[], to: PlanSeat): PlanSeat | undefined {
  return seats.reduce<PlanSeat | undefined>(
    (best, seat) => (best && distance(best, to) <= distance(seat, to) ? best : seat),
    undefined,
  );
}

/** The nearest seat of another section in that direction, no more than 45° off it. */
function beyond(steps: ReadonlyMap<string, WalkStep>, from: WalkStep, direction: Direction): string {
  const { x, y } = from.seat;
  let best: { id: string; far: number } | undefined;
  for (const step of steps.values()) {
    if (step.section === from.section) continue;
    const dx = step.seat.x - x;
    const dy = step.seat.y - y;
    const [ahead, aside] =
      direction === 'left' ? [-dx, dy] : direction === 'right' ? [dx, dy] : direction === 'up' ? [-dy, dx] : [dy, dx];
    if (ahead <= 0 || Math.abs(aside) > ahead) continue;
    const far = ahead + Math.abs(aside);
    if (!best || far < best.far) best = { id: step.seat.id, far };
  }
  return best?.id ?? from.seat.id;
}
