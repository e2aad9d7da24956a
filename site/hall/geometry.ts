import type { Plan, PlanSeat, PlanSection } from '../../contracts/plan.ts';

/**
 * What the drawing of a plan needs besides the seats themselves: how large a seat is, which ground a
 * section covers, and the frame around a set of points. All in the plan's own units.
 */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** The usual distance between two neighbours in a row: the median over the plan. */
export function spacingOf(plan: Pick<Plan, 'sections' | 'width'>): number {
  const gaps = plan.sections.flatMap(({ rows }) =>
    rows.flatMap(({ seats }) =>
      seats.slice(1).flatMap((seat, index) => {
        const gap = distance(seat, seats[index] as PlanSeat);
        return gap > 0 ? [gap] : [];
      }),
    ),
  );
  gaps.sort((a, b) => a - b);
  return gaps[Math.floor(gaps.length / 2)] ?? plan.width / 40;
}

export function distance(a: Point, b: Point): number {
  return Math.hypot(a.x - b.x, a.y - b.y);
}

export function boxAround(points: readonly Point[], margin: number): Box {
  const xs = points.map(({ x }) => x);
  const ys = points.map(({ y }) => y);
  const x = Math.min(...xs) - margin;
  const y = Math.min(...ys) - margin;
  return { x, y, width: Math.max(...xs) + margin - x, height: Math.max(...ys) + margin - y };
}

export function seatsOf(section: Pick<PlanSection, 'rows'>): readonly PlanSeat[] {
  return section.rows.flatMap(({ seats }) => seats);
}

export function middleOf(section: Pick<PlanSection, 'rows'>): Point {
  const box = boxAround(seatsOf(section), 0);
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

/**
 * The ground of a section, as a path. Rows in arcs are followed along the first row, down the right ends,
 * back along the last row and up the left ends; a standing crowd, whose rows say nothing, gets its hull.
 */
export function groundOf(section: Pick<PlanSection, 'rows' | 'kind'>): string {
  const rows = section.rows.map(({ seats }) => seats).filter((seats) => seats.length > 0);
  const first = rows[0];
  const last = rows.at(-1);
  if (!first || !last) return '';
  const outline =
    section.kind === 'standing' || rows.length === 1
      ? hull(seatsOf(section))
      : [
          ...first,
          ...rows.slice(1, -1).map((row) => row.at(-1) as PlanSeat),
          ...[...last].reverse(),
          ...rows
            .slice(1, -1)
            .reverse()
            .map((row) => row[0] as PlanSeat),
        ];
  return `M${outline.map(({ x, y }) => `${x} ${y}`).join('L')}Z`;
}

/** The convex hull, by Andrew's monotone chain. */
export function hull(points: readonly Point[]): readonly Point[] {
  const sorted = [...points].sort((a, b) => a.x - b.x || a.y - b.y);
  if (sorted.length < 3) return sorted;
  const half = (from: readonly Point[]) => {
    const chain: Point[] = [];
    for (const point of from) {
      while (chain.length > 1 && turn(chain.at(-2) as Point, chain.at(-1) as Point, point) <= 0) chain.pop();
      chain.push(point);
    }
    return chain.slice(0, -1);
  };
  return [...half(sorted), ...half([...sorted].reverse())];
}

function turn(a: Point, b: Point, c: Point): number {
  return (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x);
}
