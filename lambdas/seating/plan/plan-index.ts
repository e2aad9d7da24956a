import { isByCapacity, type Plan, type PlanSection, type Point } from '../../../contracts/plan.ts';
import { isGeneral } from '../../../rules/access-seats.ts';
import { centreOf, type RowSeat, rowPicture } from '../../../rules/row-picture.ts';

/**
 * A plan made ready for quick decisions, once for as long as a Lambda is warm. The quality of a way to sit is a
 * distance: from the focal point to the middle of the row, measured on the whole row, and from there along the row. So
 * the middle of the nearest row is best. A seat at its far end is no better than the middle of a row somewhat behind.
 * Neither an aisle nor taken seats ever move the middle.
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
  /** The place of a seat, by its id. */
  readonly places: ReadonlyMap<string, SeatPlace>;
  /** The same sections by their number. */
  readonly inOrder: readonly IndexedSection[];
  /**
   * Every way to seat so many side by side on general seats of one price band, any or this one: whole views first, then
   * by quality.
   */
  readonly sideBySide: (count: number, band?: string) => readonly Stretch[];
  /** The first seat of each of them, counted over the whole plan. Bare numbers, since in a full house all are walked. */
  readonly firstSeats: (count: number, band?: string) => Int32Array;
  /** Seats in all. */
  readonly seats: number;
  /** Places that are counted, by section and price band, best first. */
  readonly crowds: readonly Crowd[];
  /**
   * A byte a seat, for the one decision that is being made. Of a stadium it is 100 KB, and to throw so much away for
   * each decision cost more than the decision.
   */
  readonly scratch: Uint8Array;
}

export interface IndexedSection {
  /** The section's number in the plan. */
  readonly at: number;
  /** Seats in the sections before it. */
  readonly offset: number;
  readonly plan: PlanSection;
  readonly spots: readonly Spot[];
  /** Indexes of wheelchair places. */
  readonly wheelchair: readonly number[];
  /** For each seat, those that touch it: beside it, or right in front of or behind it. */
  readonly touching: () => readonly (readonly number[])[];
}

/** A seat, with what a decision asks of it. */
export interface Spot extends RowSeat {
  /** In its section. */
  readonly index: number;
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
  /** The section's number in the plan. */
  readonly at: number;
  readonly first: number;
  readonly category: string;
  /** Everyone's view is whole. */
  readonly whole: boolean;
  readonly quality: number;
}

/** The places of one price band in a section by capacity. */
export interface Crowd {
  readonly section: IndexedSection;
  readonly category: string;
  readonly quality: number;
}

export function indexPlan(plan: Plan): PlanIndex {
  const pictures = plan.sections.map((section) => rowPicture(section));
  const seatsBefore = (at: number) => pictures.slice(0, at).reduce((sum, { length }) => sum + length, 0);
  const inOrder = plan.sections.map((section, at) =>
    indexSection({ at, offset: seatsBefore(at), plan: section }, pictures[at] ?? [], plan.focalPoint),
  );
  const seats = seatsBefore(pictures.length);
  const sections = new Map(inOrder.map((section) => [section.plan.id, section]));
  const places = new Map(
    [...sections].flatMap(([section, { spots }]) => spots.map(({ id }, index) => [id, { section, index }] as const)),
  );
  const stretches = remembered((count, band): readonly Stretch[] =>
    band === undefined
      ? inOrder
          .flatMap((section) => stretchesOf(section, count, plan.focalPoint))
          .sort((a, b) => Number(b.whole) - Number(a.whole) || a.quality - b.quality)
      : stretches(count).filter(({ category }) => category === band),
  );
  return {
    id: plan.id,
    seats,
    scratch: new Uint8Array(seats),
    focalPoint: plan.focalPoint,
    sections,
    categories: new Set(plan.categories.map(({ id }) => id)),
    places,
    inOrder,
    crowds: inOrder.flatMap((section) => crowdsOf(section, plan.focalPoint)).sort((a, b) => a.quality - b.quality),
    sideBySide: stretches,
    firstSeats: remembered((count, band) =>
      Int32Array.from(stretches(count, band), ({ at, first }) => (inOrder[at]?.offset ?? 0) + first),
    ),
  };
}

function remembered<Made>(
  make: (count: number, band: string | undefined) => Made,
): (count: number, band?: string) => Made {
  const made = new Map<string, Made>();
  return (count, band) => {
    const name = `${count} ${band ?? ''}`;
    const known = made.get(name);
    if (known !== undefined) return known;
    const one = make(count, band);
    made.set(name, one);
    return one;
  };
}

function indexSection(
  section: Pick<IndexedSection, 'at' | 'offset' | 'plan'>,
  picture: readonly RowSeat[],
  focalPoint: Point,
): IndexedSection {
  const middles = section.plan.rows.map(({ seats }) => middleOf(seats));
  const spots = picture.map(
    (seat, index): Spot => ({ ...seat, index, quality: qualityOf(seat, middles[seat.rowAt] ?? seat, focalPoint) }),
  );
  let touching: readonly (readonly number[])[] | undefined;
  return {
    ...section,
    spots,
    wheelchair: spots.flatMap(({ access }, index) => (access === 'wheelchair' ? [index] : [])),
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

function stretchesOf({ at, plan, spots }: IndexedSection, count: number, focalPoint: Point): readonly Stretch[] {
  if (isByCapacity(plan)) return [];
  const middles = plan.rows.map(({ seats }) => middleOf(seats));
  const stretches: Stretch[] = [];
  // So many side by side end at each seat: of a stadium every seat is looked at once, and not once a place of the party.
  let together = 0;
  for (const [index, seat] of spots.entries()) {
    const goesOn = together > 0 && seat.joined && seat.category === spots[index - 1]?.category;
    together = !isGeneral(seat) ? 0 : goesOn ? together + 1 : 1;
    if (together < count) continue;
    const first = index - count + 1;
    const seats = spots.slice(first, index + 1);
    const quality = qualityOf(centreOf(seats), middles[seat.rowAt] ?? seat, focalPoint);
    const whole = seats.every(({ view }) => view === undefined);
    stretches.push({ section: plan.id, at, first, category: seat.category, whole, quality });
  }
  return stretches;
}

function crowdsOf(section: IndexedSection, focalPoint: Point): readonly Crowd[] {
  if (!isByCapacity(section.plan)) return [];
  const quality = distance(focalPoint, centreOf(section.spots));
  const bands = new Set(section.spots.map(({ category }) => category));
  return [...bands].map((category) => ({ section, category, quality }));
}

export function distance(a: Point, b: Point): number {
  return Math.hypot(a.x - b.x, a.y - b.y);
}
