import { z } from 'zod';
import type { HandlerName } from './handlers.ts';
import { instant } from './ids.ts';

/*
 * How the platform itself goes: latencies and faults of the handlers on a fan's way, ages of queues, dead letters,
 * throttles and mails. CloudWatch has them. It is asked once a minute while somebody looks, for all who look.
 *
 *     minute ends ──30 s──▶ the first who asks renews readings/platform.json ──▶ all who ask until the next
 */

export const platformPath = 'readings/platform.json';

export const platformStepMs = 60_000;

/** CloudWatch has the figures of a minute about half a minute after its end. */
export const afterMinuteMs = 30_000;

/** The end of the newest minute that CloudWatch has by now. Figures are 30 to 90 s old when they are read. */
export const newestMinuteEnd = (now: number): number =>
  Math.floor((now - afterMinuteMs) / platformStepMs) * platformStepMs;

/** Counts are of so many minutes together, so that one that comes late is not lost. */
export const countedMinutes = 2;

/** On the way from the line to the ticket, in this order. */
export const timedHandlers = [
  'waiting-room/entry/join-line',
  'waiting-room/turn/claim-pass',
  'seating/ask/hold-seats',
  'seating/allocate/allocate-seats',
  'ordering/buy/place-order',
  'ordering/buy/settle-order',
] as const satisfies readonly HandlerName[];

/** They run for a minute, whatever they do: their time says nothing. */
export const untimedHandlers = [
  'waiting-room/pace/keep-pace',
  'seating/stock/count-stock',
] as const satisfies readonly HandlerName[];

/** No route leads to these: they work a queue off, or run by the clock. */
export const unroutedHandlers = [
  'seating/allocate/allocate-seats',
  'ordering/buy/settle-order',
  ...untimedHandlers,
] as const satisfies readonly HandlerName[];

export const watchedQueues = ['asks', 'outcomes', 'announcements'] as const;
export type WatchedQueue = (typeof watchedQueues)[number];

export type TimedHandler = (typeof timedHandlers)[number];

/** The names that a deployment gave to what is watched. */
export interface Watched {
  /** Of metrics of our own. */
  readonly namespace: string;
  readonly functions: Readonly<Record<TimedHandler, string>>;
  readonly queues: Readonly<Record<WatchedQueue, { readonly work: string; readonly dead: string }>>;
  /** By which mails are counted; left out if this stage sends none. */
  readonly mailStage?: string;
}

const count = z.number().int().min(0);
const milliseconds = z.number().min(0);

export const handlerFigures = z
  .object({
    handler: z.enum([...timedHandlers, ...untimedHandlers]),
    faults: count.describe('Of the last two minutes: server errors of a route, failed runs of a queue or a clock.'),
    lately: z
      .object({
        at: instant.describe('The end of the minute.'),
        calls: count,
        p50: milliseconds.describe('Half of the calls took no longer.'),
        p99: milliseconds,
      })
      .exactOptional()
      .describe('The newest minute with a call; left out if there was none in two minutes, and of clocks.'),
  })
  .readonly();
export type HandlerFigures = z.infer<typeof handlerFigures>;

export const queueFigures = z
  .object({
    queue: z.enum(watchedQueues),
    oldestSeconds: count.describe('The age of the oldest message.'),
    dead: count.describe('Messages that were set aside after ten tries.'),
  })
  .readonly();
export type QueueFigures = z.infer<typeof queueFigures>;

export const platformReadings = z
  .object({
    v: z.literal(1),
    askedAt: instant.describe('When CloudWatch was asked.'),
    upTo: instant.describe('The end of the newest minute in them.'),
    handlers: z.array(handlerFigures).readonly(),
    routes: z
      .array(z.object({ route: z.string(), faults: count }).readonly())
      .readonly()
      .describe('All routes that fail.'),
    queues: z.array(queueFigures).readonly(),
    throttled: z
      .object({
        functions: count.describe('Of all functions of this account and region.'),
        api: count.describe('Requests that the API refused before any handler.'),
        tables: count,
      })
      .readonly()
      .describe('Of the last two minutes.'),
    mails: z
      .object({ sent: count, bounced: count, complained: count })
      .readonly()
      .exactOptional()
      .describe('Of the last two minutes. Left out: this stage sends none.'),
  })
  .readonly();
export type PlatformReadings = z.infer<typeof platformReadings>;

/** The file as it lies in the bucket. It says who renews it, so that nobody else does. */
export interface PlatformFile {
  readonly figures?: PlatformReadings | undefined;
  readonly renewing?: { readonly upTo: number; readonly since: number } | undefined;
}
