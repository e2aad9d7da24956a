import { isByCapacity, type Plan, type PlanSeat, type PlanSection, type Point } from '../../../contracts/plan.ts';

/**
 * The measures that the drawing of a plan needs besides the seats themselves: the size of a seat, the ground of a
 * section, and the frame around a set of points. All in the plan's own units.
 */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
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
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const { x, y } of points) {
    left = Math.min(left, x);
    top = Math.min(top, y);
    right = Math.max(right, x);
    bottom = Math.max(bottom, y);
  }
  return { x: left - margin, y: top - margin, width: right - left + 2 * margin, height: bottom - top + 2 * margin };
}

export function seatsOf(section: Pick<PlanSection, 'rows'>): readonly PlanSeat[] {
  return section.rows.flatMap(({ seats }) => seats);
}

export function middleOf(section: Pick<PlanSection, 'rows'>): Point {
  const box = boxAround(seatsOf(section), 0);
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

/**
 * The ground of a section. Rows in arcs are followed along the first row, down the right ends, back along
 * the last row and up the left ends; places that are counted, whose rows say nothing, get their hull.
 */
export function outlineOf(section: Pick<PlanSection, 'rows' | 'kind'>): readonly Point[] {
  const rows = section.rows.map(({ seats }) => seats).filter((seats) => seats.length > 0);
  const first = rows[0];
  const last = rows.at(-1);
  if (!first || !last) return [];
  if (isByCapacity(section) || rows.length === 1) return hull(seatsOf(section));
  const between = rows.slice(1, -1);
  return [
    ...first,
    ...between.map((row) => row.at(-1) as PlanSeat),
    ...[...last].reverse(),
    ...between.reverse().map((row) => row[0] as PlanSeat),
  ];
}

/**
 * A section as it is drawn from afar: its ground with plain edges. Rows in arcs end a seat sooner or later, which from
 * afar looks torn; edges are straight as far as no row's end is more than a seat off. Places that are counted are laid in
 * lines, of which the last may not be full: their ground is the whole of it, unless it has another shape.
 */
export function shapeOf(section: Pick<PlanSection, 'rows' | 'kind'>, spacing: number): readonly Point[] {
  const rows = section.rows.map(({ seats }) => seats).filter((seats) => seats.length > 0);
  const [first, last] = [rows[0], rows.at(-1)];
  const outline = outlineOf(section);
  if (!first || !last) return outline;
  if (isByCapacity(section) || rows.length === 1) {
    const { x, y, width, height } = boxAround(outline, 0);
    const corners = [
      { x, y },
      { x: x + width, y },
      { x: x + width, y: y + height },
      { x, y: y + height },
    ];
    return area(outline) > 0.9 * area(corners) ? corners : outline;
  }
  const right = plain(
    rows.map((row) => row.at(-1) as PlanSeat),
    spacing,
  );
  const left = plain(rows.map((row) => row[0] as PlanSeat).reverse(), spacing);
  return [...first.slice(0, -1), ...right, ...[...last].reverse().slice(1, -1), ...left.slice(0, -1)];
}

/** The line through points without those that lie within so much of it, by Ramer, Douglas and Peucker. */
function plain(line: readonly Point[], within: number): readonly Point[] {
  const [from, to] = [line[0], line.at(-1)];
  if (!from || !to || line.length < 3) return line;
  let farthest = { at: 0, off: 0 };
  for (const [at, point] of line.entries()) {
    const off = distanceToLine(point, from, to);
    if (off > farthest.off) farthest = { at, off };
  }
  if (farthest.off <= within) return [from, to];
  return [...plain(line.slice(0, farthest.at + 1), within).slice(0, -1), ...plain(line.slice(farthest.at), within)];
}

function distanceToLine(point: Point, from: Point, to: Point): number {
  const long = distance(from, to);
  return long === 0 ? distance(point, from) : Math.abs(turn(from, to, point)) / long;
}

function area(points: readonly Point[]): number {
  const [first, ...others] = points;
  if (!first) return 0;
  return Math.abs(others.slice(1).reduce((sum, point, at) => sum + turn(first, others[at] as Point, point), 0)) / 2;
}

export function overlaps(a: Box, b: Box): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
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
