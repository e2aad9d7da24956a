/** In the plan's own units. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/** A venue plan as published: one immutable version, read by browsers, seating and ordering. */
export interface Plan {
  readonly v: 1;
  /** `<slug of the name>-<first 12 hex digits of the content's SHA-256>`. */
  readonly id: string;
  readonly name: string;
  /** Extent of the drawing in its own units; x to the right, y away from the stage. */
  readonly width: number;
  readonly height: number;
  /** The point that everyone looks at. Best is near here. */
  readonly focalPoint: Point;
  /** Price bands. */
  readonly categories: readonly PlanCategory[];
  readonly sections: readonly PlanSection[];
  /** Stage, labels, exits: drawn, never sold. */
  readonly scenery: readonly Scenery[];
  /** Seats in all sections. */
  readonly seats: number;
}

export interface PlanCategory {
  readonly id: string;
  readonly name: string;
  /** `#rrggbb`. */
  readonly color: string;
}

export interface PlanSection {
  readonly id: string;
  readonly name: string;
  /** By capacity (`standing`, or `unreserved`: sit where you like) places have no row and are given in order. */
  readonly kind: 'seated' | 'standing' | 'unreserved';
  /** Sections a party may be spread over if one is too full. */
  readonly neighbours: readonly string[];
  /** In order from the focal point. At most 1,000 seats a section. */
  readonly rows: readonly PlanRow[];
}

export interface PlanRow {
  /** Empty: the row has no name. */
  readonly label: string;
  /** From left to right. */
  readonly seats: readonly PlanSeat[];
}

export interface PlanSeat {
  /** Unique over the plan. */
  readonly id: string;
  readonly number: string;
  readonly x: number;
  readonly y: number;
  /** Category id. */
  readonly category: string;
  /** An aisle lies between this seat and the one before it: they are not adjacent. */
  readonly aisle?: true;
  /** A wheelchair place, or the companion's seat that goes with one. */
  readonly access?: 'wheelchair' | 'companion';
  /** The view is not whole, and why: `Pillar to the left`. Given only where no seat with a whole view is. */
  readonly view?: string;
}

export type Scenery =
  | {
      readonly kind: 'stage' | 'area';
      readonly points: readonly (readonly [number, number])[];
      readonly label?: string;
    }
  | { readonly kind: 'text'; readonly x: number; readonly y: number; readonly text: string };

/** The seat's place in its section's state: its index in reading order over the rows. */
export function seatsInOrder(section: PlanSection): readonly (PlanSeat & { readonly row: string })[] {
  return section.rows.flatMap((row) => row.seats.map((seat) => ({ ...seat, row: row.label })));
}

/** Whether places are counted, not chosen. */
export function isByCapacity({ kind }: Pick<PlanSection, 'kind'>): boolean {
  return kind !== 'seated';
}

/** The name of a seat on a ticket. In a row without a name it is known by its number. */
export function seatLabel(
  section: Pick<PlanSection, 'name' | 'kind'>,
  row: string,
  seat: Pick<PlanSeat, 'number'>,
): string {
  if (section.kind === 'unreserved') return `${section.name}, unreserved`;
  if (section.kind === 'standing') return `${section.name}, standing`;
  if (row === '') return `${section.name}, seat ${seat.number}`;
  return `${section.name}, row ${row}, seat ${seat.number}`;
}

/** The place of the seat by its label: in a row with or without a name, or anywhere in its section. */
export type LabelledSeat =
  | { readonly section: string; readonly row: string; readonly seat: string }
  | { readonly section: string; readonly seat: string }
  | { readonly section: string; readonly anywhere: 'standing' | 'unreserved' };

/** A label as `seatLabel` writes it, taken apart; undefined for any other. */
export function readSeatLabel(label: string): LabelledSeat | undefined {
  const [, section = '', row = '', seat = ''] = /^(.+), row (.+), seat (.+)$/.exec(label) ?? [];
  if (section !== '') return { section, row, seat };
  const [, part = '', number = ''] = /^(.+), seat (.+)$/.exec(label) ?? [];
  if (part !== '') return { section: part, seat: number };
  const [, block = '', anywhere = ''] = /^(.+), (standing|unreserved)$/.exec(label) ?? [];
  return anywhere === 'standing' || anywhere === 'unreserved' ? { section: block, anywhere } : undefined;
}
