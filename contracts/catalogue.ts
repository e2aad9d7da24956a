import { z } from 'zod';
import { type OwnAnswer, ownAnswers } from './answers.ts';
import { type AskLimits, askLimits } from './ask-limits.ts';
import { type BoxOffice, boxOffice } from './box-office.ts';
import { moment, slug } from './ids.ts';
import { type EntryKind, entryKind } from './line.ts';
import { dials, laterTier, tierName } from './line-operation.ts';
import type { CancelledPerformance, MovedPerformance } from './performance-acts.ts';
import { lineOrNothing, lineText } from './seen.ts';

/** One opening of doors, as an operator describes it. */
export const onSaleDraft = z.strictObject({
  id: slug.max(40),
  title: lineText().max(120),
  /** The people who may come, in the fan's words, e.g. `Friends of the theatre`. */
  audienceName: lineText().max(80),
  /** Milliseconds since the epoch. */
  opensAt: moment,
  closesAt: moment,
  /** The entry of those who may come from `opensAt` on. */
  entry: entryKind,
  /** With entry `members`, and only then. */
  roster: slug.optional(),
  /** The name of the first tier; with `later`, and only then. */
  tier: tierName.optional(),
  /** Tiers whose doors open later, in order of their opening. */
  later: z.array(laterTier).max(3).optional(),
  audience: z.number().int().min(1).max(10_000_000),
  /** Seats one fan may have across all their orders and holds of this on-sale. */
  seatsPerFan: z.number().int().min(1).max(100),
  /** Wheelchair places among them; each may bring the seat of one companion. Left out: `usualWheelchairPerFan`. */
  wheelchairPerFan: z.number().int().min(1).max(100).optional(),
  holdMinutes: z.number().int().min(1).max(60),
  /** How often one fan may ask for seats. Left out: `usualAskLimits`. */
  asks: askLimits.optional(),
  /** Fans may give back paid seats until so many hours before the performance. Left out: only the box office takes them back. */
  returnHours: z.number().int().min(0).max(8760).optional(),
  /** The venue's own answers to what fans ask. */
  answers: ownAnswers.optional(),
  dials,
});
export type OnSaleDraft = z.infer<typeof onSaleDraft>;

/** A reduced price for some: proof is shown at the door. */
export const concession = z.strictObject({
  id: slug.max(40),
  /** In the fan's words, e.g. `Under 26`. */
  name: lineText().max(60),
  percentOff: z.number().int().min(1).max(100),
  /** Seats that one fan may have with it, over all orders of an on-sale. Left out: 2, or 1 if it costs nothing, or a companion for each place. */
  mostPerFan: z.number().int().min(1).max(100).optional(),
  /** Only for those who come with somebody: at most one for each wheelchair place of the performance in the order. */
  companion: z.literal(true).optional(),
  /** The proof to bring, e.g. `Bring a student card`. */
  note: lineOrNothing().max(120).optional(),
});
export type Concession = z.infer<typeof concession>;

/** Seats set aside for a partner, e.g. a sponsor: to everyone else they are taken. */
export const allocation = z.strictObject({
  partner: slug,
  /** By name, `Stalls, row C, seat 14`, or by the id of the plan's file. */
  seats: z
    .array(z.string().trim().min(1, 'name the seat').max(160))
    .min(1, 'name at least one seat, or leave the partner out')
    .max(5000),
});
export type Allocation = z.infer<typeof allocation>;

/** `published.allocations(performance)`: whose the seats are that are set aside. In the bucket only. */
export interface AllocationsFile {
  readonly v: 1;
  readonly performance: string;
  /** Seats by the ids of the plan's file. */
  readonly allocations: readonly { readonly partner: string; readonly seats: readonly string[] }[];
}

export const performanceDraft = z.strictObject({
  id: slug,
  /** Milliseconds since the epoch. */
  startsAt: moment,
  /** The hall, if it is another than its show's. */
  venue: lineText().max(120).optional(),
  /** Id of a published plan. */
  plan: z.string().min(1).max(80),
  /**
   * Minor units (pence) by plan category: every category of the plan has one. A hundred seats at the highest price are
   * still a whole number, and a rial is worth a millionth of a dollar.
   */
  prices: z.record(z.string(), z.number().int().min(0).max(999_999_999_999)),
  /** On-sales in which this performance is sold. */
  onSales: z.array(slug).min(1, 'name at least one on-sale'),
  /** e.g. `Captioned`, `Preview`. */
  note: lineOrNothing().max(80).optional(),
  /** Ids of the season's concessions that hold here; all of them if left out. */
  concessions: z.array(slug).max(12).optional(),
  allocations: z.array(allocation).max(20).optional(),
});
export type PerformanceDraft = z.infer<typeof performanceDraft>;

export const showDraft = z.strictObject({
  id: slug,
  title: lineText().max(120),
  byline: lineOrNothing().max(160),
  description: z.string().max(2000),
  venue: lineText().max(120),
  /** Two colours of the poster, `#rrggbb`. */
  poster: z.strictObject({ ink: z.string().regex(/^#[0-9a-f]{6}$/), paper: z.string().regex(/^#[0-9a-f]{6}$/) }),
  performances: z.array(performanceDraft).min(1, 'write at least one performance, or leave the show out'),
});
export type ShowDraft = z.infer<typeof showDraft>;

/** The input of `catalogue/publish-season`. */
export const seasonDraft = z.strictObject({
  id: slug,
  title: lineText().max(120),
  venue: lineText().max(120),
  /** ISO 4217, e.g. `GBP`: one that rules/money.ts has. */
  currency: z.string().regex(/^[A-Z]{3}$/),
  /** IANA, e.g. `Europe/London`. */
  timeZone: z.string().min(1).max(64),
  onSales: z.array(onSaleDraft).min(1, 'write at least one on-sale'),
  shows: z.array(showDraft).min(1, 'write at least one show'),
  concessions: z.array(concession).max(12).optional(),
  /** Shown wherever a page, a plain page or a mail leads to the box office. */
  boxOffice: boxOffice.optional(),
});
export type SeasonDraft = z.infer<typeof seasonDraft>;

/** `published.season()`: the season that was published last, and what is still sold of those before it. */
export interface Season {
  readonly v: 1;
  readonly id: string;
  readonly title: string;
  readonly venue: string;
  readonly currency: string;
  readonly timeZone: string;
  readonly onSales: readonly PublishedOnSale[];
  readonly shows: readonly ShowSummary[];
  readonly boxOffice?: BoxOffice;
}

export interface PublishedOnSale {
  readonly id: string;
  readonly title: string;
  readonly audienceName: string;
  readonly opensAt: number;
  readonly closesAt: number;
  /** Of the first tier. */
  readonly entry: EntryKind;
  /** Only with more than one, in order of their doors. */
  readonly tiers?: readonly {
    readonly id: string;
    readonly name: string;
    readonly entry: EntryKind;
    readonly opensAt: number;
  }[];
  readonly seatsPerFan: number;
  readonly holdMinutes: number;
  readonly answers?: readonly OwnAnswer[];
  /** Of an earlier season that is still sold: that season's id, and its time zone. */
  readonly season?: string;
  readonly timeZone?: string;
}

/** Two colours, `#rrggbb`, and the kind of its picture (rules/poster-motif.ts): by its name if left out. */
export interface PublishedPoster {
  readonly ink: string;
  readonly paper: string;
  readonly motif?: number;
}

export interface ShowSummary {
  readonly id: string;
  readonly title: string;
  readonly byline: string;
  readonly venue: string;
  readonly poster: PublishedPoster;
  readonly firstAt: number;
  readonly lastAt: number;
  /** How many take place, and `firstAt` and `lastAt` are theirs. */
  readonly performances: number;
  /** None of its performances takes place. `firstAt` and `lastAt` are those that would have been. */
  readonly cancelled?: true;
  /** Minor units. */
  readonly priceFrom: number;
  readonly priceTo: number;
  /** Of an earlier season that is still sold: that season's id, currency and time zone. */
  readonly season?: string;
  readonly currency?: string;
  readonly timeZone?: string;
}

/** `published.publishing()`: a season is being published until then, or longer if it says so again. */
export interface Publishing {
  readonly v: 1;
  /** Milliseconds since the epoch; 0 when it is done. */
  readonly until: number;
}

/** `published.show(id)`. */
export interface ShowFile {
  readonly v: 1;
  readonly id: string;
  readonly title: string;
  readonly byline: string;
  readonly description: string;
  readonly venue: string;
  readonly poster: PublishedPoster;
  readonly currency: string;
  readonly timeZone: string;
  readonly performances: readonly {
    readonly id: string;
    readonly startsAt: number;
    /** The hall, if it is another than the show's. */
    readonly venue?: string;
    readonly note?: string;
    readonly cancelled?: CancelledPerformance;
    readonly moved?: MovedPerformance;
    readonly priceFrom: number;
    readonly priceTo: number;
    readonly onSales: readonly string[];
  }[];
}

/** `published.performance(id)`: all that hall page, seating and ordering must know. */
export interface PerformanceFile {
  readonly v: 1;
  readonly id: string;
  readonly show: string;
  readonly title: string;
  readonly venue: string;
  readonly startsAt: number;
  readonly note?: string;
  readonly cancelled?: CancelledPerformance;
  readonly moved?: MovedPerformance;
  readonly plan: string;
  readonly prices: Readonly<Record<string, number>>;
  readonly currency: string;
  readonly timeZone: string;
  readonly onSales: readonly {
    readonly id: string;
    readonly seatsPerFan: number;
    readonly holdMinutes: number;
    readonly wheelchairPerFan?: number;
    readonly asks?: AskLimits;
    readonly returnHours?: number;
  }[];
  /** Of the full price of a seat, in whole minor units, half up: see `reduced`. */
  readonly concessions?: readonly Concession[];
  /**
   * Ids of seats that nobody can buy here from the start: all allocations together, without saying whose. Everyone sees
   * in the availability anyway that they are not free.
   */
  readonly blocked?: readonly string[];
}

export { reduced } from './reduced.ts';
