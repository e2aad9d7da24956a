import type { PlanSeat, PlanSection } from '../../contracts/plan.ts';

/*
 * Finds the sections that a party may be spread over when the file does not say. They are of the same kind, with seats
 * nearer than 4 times the usual spacing. This reaches across an aisle of 1.2 m with a ragged edge (about 80 cm more),
 * and rarely from one tier to the next. Symmetric. Seats are put on squares of that reach first, so that 20,000 seats
 * are compared with those around them alone.
 */

const reachInSpacings = 4;

/** By section id, in the order of the sections. `spacing`: the usual distance of two seats of the plan. */
export function inferNeighbours(
  sections: readonly Omit<PlanSection, 'neighbours'>[],
  spacing: number,
): ReadonlyMap<string, readonly string[]> {
  const reach = spacing * reachInSpacings;
  const near = new Map(sections.map(({ id }) => [id, new Set<string>()]));
  if (reach > 0) {
    const squares = new Map<string, { readonly section: (typeof sections)[number]; readonly seat: PlanSeat }[]>();
    for (const section of sections) {
      for (const seat of section.rows.flatMap(({ seats }) => seats)) {
        const [column, line] = [Math.floor(seat.x / reach), Math.floor(seat.y / reach)];
        for (const [dx, dy] of around) {
          for (const other of squares.get(`${column + dx},${line + dy}`) ?? []) {
            if (other.section === section || other.section.kind !== section.kind) continue;
            if (Math.hypot(other.seat.x - seat.x, other.seat.y - seat.y) > reach) continue;
            near.get(section.id)?.add(other.section.id);
            near.get(other.section.id)?.add(section.id);
          }
        }
        const key = `${column},${line}`;
        const square = squares.get(key);
        if (square) square.push({ section, seat });
        else squares.set(key, [{ section, seat }]);
      }
    }
  }
  const order = sections.map(({ id }) => id);
  return new Map([...near].map(([id, others]) => [id, order.filter((other) => others.has(other))]));
}

const around = [-1, 0, 1].flatMap((dx) => [-1, 0, 1].map((dy) => [dx, dy] as const));
