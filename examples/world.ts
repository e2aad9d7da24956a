import { z } from 'zod';
import { boxOffice } from '../contracts/box-office.ts';
import { allocation, onSaleDraft, seasonDraft, showDraft } from '../contracts/catalogue.ts';
import { slug } from '../contracts/ids.ts';
import { laterTier } from '../contracts/line-operation.ts';
import { seenText } from '../contracts/seen.ts';
import { type GeneratorName, generators } from './plans/generate.ts';

/*
 * A world is a file that a venue can copy and edit: its plans, rosters, on-sales and shows, with times
 * relative to loading and performances as rules. The README beside this file explains every field.
 */

/** Something in a world that cannot be loaded, in words that name the file or the field. */
export class WorldProblem extends Error {}

const moment = z.string().min(1);
const dayOfYear = z.string().regex(/^\d\d-\d\d$/, 'write a day of the year as MM-DD, e.g. 05-31');
const timeOfDay = z.string().regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/, 'write a time as HH:MM, e.g. 19:30');
const seed = z.number().int().min(0).max(1_000_000);
const file = z.strictObject({ file: z.string().min(1) });
/** Where the stage is, if the plan does not draw it. */
const front = z.enum(['top', 'bottom', 'middle', 'left', 'right']).optional();

const drawnPlan = z.union([
  z.strictObject({ generate: z.enum(Object.keys(generators) as [GeneratorName]), seed }),
  file.extend({ front }),
]);
export type PlanSource = z.infer<typeof drawnPlan>;
/** A plan that was imported before, by its id: the one that open houses have. */
const planSource = z.union([drawnPlan, z.strictObject({ published: z.string().min(1).max(80) })]);

const rosterSource = z.union([z.strictObject({ generate: z.number().int().min(1).max(1_000_000), seed }), file]);
export type RosterSource = z.infer<typeof rosterSource>;

/** Performances of a show: on listed days, or on some weekdays of a stretch of days. */
const performanceRule = z
  .strictObject({
    days: z.array(dayOfYear).min(1).optional(),
    from: dayOfYear.optional(),
    to: dayOfYear.optional(),
    weekdays: z
      .array(z.enum(['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun']))
      .min(1)
      .optional(),
    except: z.array(dayOfYear).optional(),
    /** On the clock of the venue. */
    at: z.array(timeOfDay).min(1),
    /** A name of `plans`. */
    plan: z.string(),
    /** A name of `prices`. */
    prices: z.string(),
    /** All on-sales of the world if left out. */
    onSales: z.array(slug).min(1).optional(),
    note: z.string().max(80).optional(),
  })
  .refine((rule) => (rule.days === undefined) !== (rule.from === undefined || rule.to === undefined), {
    message: 'give either days, or from and to',
  });
export type PerformanceRule = z.infer<typeof performanceRule>;

const worldShow = showDraft.omit({ performances: true }).extend({
  /** Of the season if left out. */
  venue: seenText().max(120).optional(),
  performances: z.array(performanceRule).min(1),
  /** The first so many are previews, at prices of their own. */
  previews: z.strictObject({ count: z.number().int().min(1), prices: z.string() }).optional(),
  /** By the performance's number in order of time, from 1: e.g. `{"12": "Captioned"}`. */
  notes: z.record(z.string().regex(/^\d+$/), z.string().max(80)).optional(),
  /**
   * Where performances were moved to by `MovePerformanceFunction`, by their ids, which say the first day and time: e.g.
   * `{"the-tide-0624-1930": {"startsAt": "2027-06-30T20:00", "venue": "Town Hall"}}`.
   */
  moved: z
    .record(
      slug,
      z.strictObject({
        startsAt: z
          .string()
          .regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/, 'write a day and a time, e.g. 2027-06-30T20:00')
          .optional(),
        venue: seenText().max(120).optional(),
      }),
    )
    .optional(),
  /** Seats set aside for partners, likewise: e.g. `{"4": [{"partner": "harbour-bank", "seats": ["stalls-C-20"]}]}`. */
  allocations: z.record(z.string().regex(/^\d+$/), z.array(allocation).max(20)).optional(),
});
export type WorldShow = z.infer<typeof worldShow>;

export const world = z.strictObject({
  id: slug,
  title: seenText().max(120),
  venue: seenText().max(120),
  boxOffice: boxOffice.optional(),
  currency: z.string().regex(/^[A-Z]{3}$/),
  timeZone: z.string().min(1).max(64),
  /** Of every performance; `next`: the first in which all of them are at least three weeks away. */
  year: z.union([z.literal('next'), z.number().int().min(2020).max(2200)]),
  plans: z.record(z.string(), planSource),
  rosters: z.record(slug, rosterSource).optional(),
  /** Minor units by category, by name. */
  prices: z.record(z.string(), z.record(z.string(), z.number().int().min(0))),
  onSales: z
    .array(
      onSaleDraft.extend({
        opensAt: moment,
        closesAt: moment,
        later: z
          .array(laterTier.extend({ opensAt: moment }))
          .max(3)
          .optional(),
      }),
    )
    .min(1),
  shows: z.array(worldShow).min(1),
  concessions: seasonDraft.shape.concessions,
});
export type World = z.infer<typeof world>;
