import { z } from 'zod';
import { seatId } from '../../contracts/ids.ts';
import { slugOf } from './slug.ts';

/*
 * The seating-plan layout of pretix, as its editor saves it (published schema 0.0.1, in its source as
 * `seating-plan.schema.json`): a plan has zones, a zone has rows and areas, a row has seats. Lengths are in
 * the drawing's own units, y grows downwards. A zone's position is within the plan, a row's and an area's
 * within the zone, a seat's within the row, an area's points and text within the area.
 *
 * Facts that the layout cannot say stand in an optional object `stampede` of the plan, a zone or a seat. pretix's own
 * editor ignores or drops it. Keys we do not know are ignored outside of `stampede` and refused inside, where they can
 * only be mistakes.
 */

const length = z.number().min(0).max(1_000_000);
const position = z.object({
  x: z.number().min(-1_000_000).max(1_000_000),
  y: z.number().min(-1_000_000).max(1_000_000),
});
const color = z.string().regex(/^#(?:[0-9a-f]{3}|[0-9a-f]{6})$/i, 'use a colour such as #c0392b');

const layoutSeat = z.object({
  /** One that cannot be an id, such as `Партер-А-1`, gets one made of it. */
  seat_guid: z
    .string()
    .min(1, 'give the seat an id')
    .max(200, 'use at most 200 characters')
    .transform((guid) => (/^[ -~]*$/.test(guid) ? guid : slugOf(guid, 'seat')))
    .pipe(seatId),
  seat_number: z.string().min(1, 'number the seat').max(16, 'use at most 16 characters'),
  position,
  category: z.string(),
  stampede: z
    .strictObject({
      /** A wheelchair place, or the companion's seat that goes with one. */
      access: z.enum(['wheelchair', 'companion']).optional(),
      /** True: an aisle lies between this seat and the one before it; false: none does, whatever the gap. */
      aisle: z.boolean().optional(),
      /** The view is not whole, and why, in the fan's words: such a seat is given only where no other is. */
      view: z.string().trim().min(1, 'say what is in the way').max(80, 'use at most 80 characters').optional(),
    })
    .optional(),
});
export type LayoutSeat = z.infer<typeof layoutSeat>;

const layoutRow = z.object({
  row_number: z.string().max(16, 'use at most 16 characters'),
  position: position.optional(),
  seats: z.array(layoutSeat),
});
export type LayoutRow = z.infer<typeof layoutRow>;

const layoutArea = z.object({
  shape: z.enum(['polygon', 'rectangle', 'ellipse', 'circle', 'text']).optional(),
  position: position.optional(),
  /** Degrees clockwise around the position. */
  rotation: z.number().min(-360).max(360).optional(),
  polygon: z.object({ points: z.array(position).max(500) }).optional(),
  rectangle: z.object({ width: length, height: length }).optional(),
  ellipse: z.object({ radius: position }).optional(),
  circle: z.object({ radius: length }).optional(),
  text: z.object({ text: z.string().max(80), position }).optional(),
});
export type LayoutArea = z.infer<typeof layoutArea>;

const counted = z.strictObject({
  places: z.number().int().min(1, 'give at least one place'),
  category: z.string(),
});
export type CountedPlaces = z.infer<typeof counted>;

const layoutZone = z.object({
  name: z.string().max(64, 'use at most 64 characters').optional(),
  zone_id: z.string().max(64, 'use at most 64 characters').optional(),
  position,
  rows: z.array(layoutRow),
  areas: z.array(layoutArea).optional(),
  stampede: z
    .strictObject({
      /** Places to stand without rows: so many of one category, laid out within the zone's first area. */
      standing: counted.optional(),
      /** The same with something to sit on: the first to come sit where they like. */
      unreserved: counted.optional(),
      /** `zone_id`s a party may be spread over if this zone is too full; inferred from nearness if left out. */
      neighbours: z.array(z.string()).max(20).optional(),
    })
    .optional(),
});
export type LayoutZone = z.infer<typeof layoutZone>;

/** The input of `catalogue/import-plan`: at most 6 MB, the most that Lambda takes. */
export const planLayout = z.object({
  name: z.string().trim().min(1, 'name the plan').max(60, 'use at most 60 characters'),
  size: z.object({ width: z.number().positive().max(1_000_000), height: z.number().positive().max(1_000_000) }),
  categories: z
    .array(
      z.object({
        name: z.string().min(1, 'name the category').max(40, 'use at most 40 characters'),
        color: color.optional(),
      }),
    )
    .min(1, 'list at least one category')
    .max(40, 'list at most 40 categories'),
  zones: z.array(layoutZone).min(1, 'list at least one zone').max(400, 'list at most 400 zones'),
  stampede: z
    .strictObject({
      /**
       * The point that everyone looks at. If left out it is the middle of the area whose text says "stage", else of the
       * top edge.
       */
      focalPoint: position.optional(),
    })
    .optional(),
});
export type PlanLayout = z.infer<typeof planLayout>;
