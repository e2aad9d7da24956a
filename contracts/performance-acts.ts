import { z } from 'zod';
import { slug } from './ids.ts';
import { lineText } from './seen.ts';

/*
 * An act on a performance after it was published: it was cancelled, or moved. Each is an act of an operator. The
 * list of them is the truth that all else follows: pages, houses, the count of seats, orders, tickets and doors.
 */

const reason = lineText('say why, in words for fans').max(300, 'use at most 300 characters');

/** Days in which buyers may choose another date after a cancellation, if the operator does not say otherwise. */
export const usualChoiceDays = 7;

/** The input of `catalogue/cancel-performance`. Given twice, it changes nothing. */
export const performanceCancellation = z.strictObject({
  performance: slug,
  /** Fans read it, as it is written here. */
  reason,
  /** Ids of performances that its buyers are offered. */
  instead: z.array(slug).max(10).optional(),
  /** Its buyers choose: seats at one of these dates of the same show, or the money back. Left out: the money comes back at once. */
  choice: z
    .strictObject({
      dates: z.array(slug).min(1, 'name a date that buyers may choose').max(10),
      /** A buyer who has not chosen by then gets the money back. Left out: `usualChoiceDays`. */
      days: z.number().int().min(1).max(60).optional(),
    })
    .optional(),
});
export type PerformanceCancellation = z.infer<typeof performanceCancellation>;

/** Days for which buyers may give their seats back after a move, if the operator does not say otherwise. */
export const usualReturnDays = 14;

/** The input of `catalogue/move-performance`. Given twice, it changes nothing. */
export const performanceMove = z.strictObject({
  performance: slug,
  /** Day and time, as the clocks of the performance's time zone show them. Left out: as before. */
  startsAt: z
    .string()
    .regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/, 'write the day and the time on the wall, e.g. 2027-06-24T19:30')
    .optional(),
  /** The hall, as tickets have it. Left out: as before. */
  venue: lineText().max(120).optional(),
  /** Only to say that it stays: another plan has other seats. */
  plan: z.string().max(80).optional(),
  /** Fans read it, as it is written here. */
  reason,
  returnDays: z.number().int().min(1).max(60).optional(),
});
export type PerformanceMove = z.infer<typeof performanceMove>;

/** The choice of a buyer whose performance was cancelled. */
export interface DateChoice {
  /** Ids of performances of the same show: seats as good there cost nothing more. */
  readonly dates: readonly string[];
  /** Milliseconds since the epoch: then the money goes back to a buyer who has not chosen. */
  readonly until: number;
}

export interface PlaceAndTime {
  /** Milliseconds since the epoch. */
  readonly startsAt: number;
  readonly venue: string;
}

interface ActOn {
  readonly performance: string;
  /** Counts the acts on this performance, from 1. */
  readonly number: number;
  /** Milliseconds since the epoch. */
  readonly actedAt: number;
  readonly reason: string;
}

export type PerformanceAct =
  | (ActOn & {
      readonly act: 'cancel';
      readonly instead?: readonly string[];
      /** Left out: the money comes back at once. */
      readonly choice?: DateChoice;
    })
  | (ActOn & {
      readonly act: 'move';
      readonly from: PlaceAndTime;
      readonly to: PlaceAndTime;
      /** Milliseconds since the epoch: until then its buyers may give their seats back. */
      readonly returnUntil: number;
    });

/** `published.performanceActs()`: all acts, in their order. It only grows. */
export interface PerformanceActs {
  readonly v: 1;
  readonly acts: readonly PerformanceAct[];
}

/** As a published performance says that it does not take place. */
export interface CancelledPerformance {
  /** Milliseconds since the epoch. */
  readonly cancelledAt: number;
  readonly reason: string;
  /** Ids of performances that its buyers are offered. */
  readonly instead?: readonly string[];
}

/** As a published performance says that it was moved: by the last move. */
export interface MovedPerformance {
  /** Milliseconds since the epoch. */
  readonly movedAt: number;
  readonly reason: string;
  readonly from: PlaceAndTime;
  /** Milliseconds since the epoch. */
  readonly returnUntil: number;
}
