import { z } from 'zod';

/*
 * The seating-plan layout of pretix, as its editor saves it (published schema 0.0.1, in its source as
 * `seating-plan.schema.json`): a plan has zones, a zone has rows and areas, a row has seats. Lengths are in
 * the drawing's own units, y grows downwards. A zone's position is within the plan, a row's and an area's
 * within the zone, a seat's within the row, an area's points and text within the area.
 *
 * Facts that the layout cannot say stand in an optional object `stampede` of the plan, a zone or a seat. pretix's own
 * editor ignores or drops it. Keys we do not know are not read outside of `stampede` and refused inside, where they can
 * only be mistakes. layout/read-layout.ts reads a file into this form.
 */

export interface LayoutPoint {
  readonly x: number;
  readonly y: number;
}

const position = z.object({
  x: z.number().min(-1_000_000).max(1_000_000),
  y: z.number().min(-1_000_000).max(1_000_000),
});

export const seatFacts = z.strictObject({
  /** A wheelchair place, or the companion's seat that goes with one. */
  access: z.enum(['wheelchair', 'companion'], 'write wheelchair or companion').optional(),
  /** True: an aisle lies between this seat and the one before it; false: none does, whatever the gap. */
  aisle: z.boolean('write true or false').optional(),
  /** The view is not whole, and why, in the fan's words: such a seat is given only where no other is. */
  view: z
    .string('say what is in the way')
    .trim()
    .min(1, 'say what is in the way')
    .max(80, 'use at most 80 characters')
    .optional(),
});

export interface LayoutSeat {
  /** Empty: the file gives none that can be used. */
  readonly seat_guid: string;
  readonly seat_number: string;
  readonly position: LayoutPoint;
  readonly category: string;
  readonly stampede?: z.infer<typeof seatFacts>;
}

export interface LayoutRow {
  /** Empty: the row has no name. */
  readonly row_number: string;
  readonly position?: LayoutPoint;
  readonly seats: readonly LayoutSeat[];
}

export interface LayoutArea {
  readonly shape?: 'polygon' | 'rectangle' | 'ellipse' | 'circle' | 'text';
  readonly position?: LayoutPoint;
  /** Degrees clockwise around the position. */
  readonly rotation?: number;
  readonly polygon?: { readonly points: readonly LayoutPoint[] };
  readonly rectangle?: { readonly width: number; readonly height: number };
  readonly ellipse?: { readonly radius: LayoutPoint };
  readonly circle?: { readonly radius: number };
  readonly text?: { readonly text: string; readonly position: LayoutPoint };
}

const counted = z.strictObject({
  places: z.number('say how many, as a number').int('say how many, in whole places').min(1, 'give at least one place'),
  category: z.string('name the category'),
});
export type CountedPlaces = z.infer<typeof counted>;

export const zoneFacts = z.strictObject({
  /** Places to stand without rows: so many of one category, laid out within the zone's first area. */
  standing: counted.optional(),
  /** The same with something to sit on: the first to come sit where they like. */
  unreserved: counted.optional(),
  /** `zone_id`s a party may be spread over if this zone is too full; inferred from nearness if left out. */
  neighbours: z.array(z.string()).max(20).optional(),
});

export interface LayoutZone {
  readonly name?: string;
  readonly zone_id?: string;
  readonly position: LayoutPoint;
  readonly rows: readonly LayoutRow[];
  readonly areas?: readonly LayoutArea[];
  readonly stampede?: z.infer<typeof zoneFacts>;
}

/** The side of the drawing on which the stage is, or `middle`. */
export const fronts = ['top', 'bottom', 'middle', 'left', 'right'] as const;
export type Front = (typeof fronts)[number];

export const planFacts = z.strictObject({
  /**
   * The point that everyone looks at. If left out it is the middle of the area whose text says "stage", else `front`,
   * else where the names of the rows begin (layout/plan-front.ts).
   */
  focalPoint: position.optional(),
  /** Where the stage is, if it is not drawn. */
  front: z.enum(fronts, `write one of ${fronts.join(', ')}`).optional(),
});

export interface PlanLayout {
  readonly name: string;
  readonly size: { readonly width: number; readonly height: number };
  readonly categories: readonly { readonly name: string; readonly color?: string }[];
  readonly zones: readonly LayoutZone[];
  readonly stampede?: z.infer<typeof planFacts>;
}
