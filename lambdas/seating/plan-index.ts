import { type Plan, type PlanSeat, type PlanSection, seatsInOrder } from '../../contracts/plan.ts';

/**
 * A plan made ready for quick decisions, once for as long as a Lambda is warm. The quality of a way to
 * sit is a distance: from the focal point to the middle of the row, measured on the whole row, and from
 * there along the row. So the middle of the nearest row is best, a seat at its far end no better than the
 * middle of a row somewhat behind, and neither an aisle nor taken seats ever move the middle.
 *
 *            ● focal point
 *            │ a
 *     ○ ○ ○ ○┼○ ○ ○ ○       quality = √(a² + b²), smaller is better
 *            └─b─┘
 */
export interface PlanIndex {
  readonly id: string;
  readonly focalPoint: Point;
  readonly sections: ReadonlyMap<string, IndexedSection>;
  /** Price bands. */
  readonly categories: ReadonlySet<string>;
  /** Where a seat is, by its id. */
  readonly places: ReadonlyMap<string, SeatPlace>;
  /** Every way to seat so many side by side on general seats of one price band, best first. */
  readonly sideBySide: (count: number) => readonly Stretch[];
}

export interface IndexedSection {
  readonly plan: PlanSection;
  readonly spots: readonly Spot[];
  /** For each seat, those that touch it: beside it, or right in front of or behind it. */
  readonly touching: () => readonly (readonly number[])[];
}

/** A seat, with what a decision asks of it. */
export interface Spot extends PlanSeat {
  readonly row: string;
  /** The same number for seats of one row. */
  readonly rowAt: number;
  /** Nothing lies between this seat and the one before it in the section's order. */
  readonly joined: boolean;
  /** Distance from the focal point by way of the row's middle. */
  readonly quality: number;
}

export interface SeatPlace {
  readonly section: string;
  readonly index: number;
}

/** Seats side by side: `count` of them from index `first`. */
export interface Stretch {
  readonly section: string;
  readonly first: number;
  readonly category: string;
  readonly quality: number;
}

export interface Point {
  readonly x: number;
  readonly y: number;
}

export function indexPlan(plan: Plan): PlanIndex {
  const sections = new Map(plan.sections.map((section) => [section.id, indexSection(section, plan.focalPoint)]));
  const places = new Map(
    [...sections].flatMap(([section, { spots }]) => spots.map(({ id }, index) => [id, { section, index }] as const)),
  );
  const stretches = new Map<number, readonly Stretch[]>();
  return {
    id: plan.id,
    focalPoint: plan.focalPoint,
    sections,
    categories: new Set(plan.categories.map(({ id }) => id)),
    places,
    sideBySide(count) {
      const known = stretches.get(count);
      if (known) return known;
      const made = [...sections.values()]
        .flatMap((section) => stretchesOf(section, count, plan.focalPoint))
        .sort((a, b) => a.quality - b.quality);
      stretches.set(count, made);
      return made;
    },
  };
}

function indexSection(plan: PlanSection, focalPoint: Point): IndexedSection {
  const middles = plan.rows.map(({ seats }) => middleOf(seats));
  const rowOf = plan.rows.flatMap(({ seats }, row) => seats.map((_, inRow) => ({ row, inRow })));
  const spots = seatsInOrder(plan).map((seat, index): Spot => {
    const { row, inRow } = rowOf[index] ?? { row: 0, inRow: 0 };
    return {
      ...seat,
      rowAt: row,
      joined: inRow > 0 && !seat.aisle,
      quality: qualityOf(seat, middles[row] ?? seat, focalPoint),
    };
  });
  let touching: readonly (readonly number[])[] | undefined;
  return {
    plan,
    spots,
    touching() {
      touching ??= touchingOf(spots);
      return touching;
    },
  };
}

/**
 * In front and behind means: in the next row, and hardly farther away than the nearest seat there. A
 * quarter farther takes in the two that a seat looks between, and not the next but one.
 */
function touchingOf(spots: readonly Spot[]): readonly (readonly number[])[] {
  const touching = spots.map((): Set<number> => new Set());
  const touch = (a: number, b: number) => {
    touching[a]?.add(b);
    touching[b]?.add(a);
  };
  const rows = Map.groupBy(spots.keys(), (index) => spots[index]?.rowAt ?? -1);
  for (const [index, spot] of spots.entries()) {
    if (spot.joined) touch(index, index - 1);
    for (const row of [spot.rowAt - 1, spot.rowAt + 1]) {
      const distances = (rows.get(row) ?? []).map((other) => [other, distance(spot, spots[other] ?? spot)] as const);
      const nearest = Math.min(...distances.map(([, far]) => far));
      for (const [other, far] of distances) if (far <= nearest * 1.25) touch(index, other);
    }
  }
  return touching.map((others) => [...others]);
}

/** Of an even row, halfway between the two seats in the middle. */
function middleOf(row: readonly Point[]): Point {
  const left = row[(row.length - 1) >> 1];
  const right = row[row.length >> 1];
  return left && right ? centreOf([left, right]) : { x: 0, y: 0 };
}

/** Rounded, so that left and right of a middle are as good as each other whatever the arithmetic says. */
function qualityOf(point: Point, middle: Point, focalPoint: Point): number {
  return Math.round(Math.hypot(distance(focalPoint, middle), distance(middle, point)) * 1e6) / 1e6;
}

function stretchesOf({ plan, spots }: IndexedSection, count: number, focalPoint: Point): readonly Stretch[] {
  if (plan.kind === 'standing') return [];
  const middles = plan.rows.map(({ seats }) => middleOf(seats));
  return spots.flatMap((spot, first) => {
    const seats = spots.slice(first, first + count);
    const together = seats.every(
      ({ joined, category, access }, next) => (next === 0 || joined) && category === spot.category && !access,
    );
    if (seats.length < count || !together) return [];
    const quality = qualityOf(centreOf(seats), middles[spot.rowAt] ?? spot, focalPoint);
    return [{ section: plan.id, first, category: spot.category, quality }];
  });
}

export function centreOf(points: readonly Point[]): Point {
  const sum = points.reduce((a, b) => ({ x: a.x + b.x, y: a.y + b.y }), { x: 0, y: 0 });
  return { x: sum.x / points.length, y: sum.y / points.length };
}

export function distance(a: Point, b: Point): number {
  return Math.hypot(a.x - b.x, a.y - b.y);
}
