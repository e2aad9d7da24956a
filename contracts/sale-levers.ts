import { z } from 'zod';
import { idempotencyKey, instant, slug } from './ids.ts';
import type { LedgerLine, PersonRole, SaleLedgerAct } from './ledger.ts';
import { paymentMethod } from './order.ts';
import { lineText } from './seen.ts';

/*
 * The levers of a sale: what staff turn while an on-sale sells. Nothing new of a performance is held for now, one fan may
 * have more or fewer seats, and ways to pay come and go. Seating keeps them (lambdas/seating/levers); everybody
 * else learns of them from a published file.
 */

/** `published.sale(onSale)`: what was turned in an on-sale, for pages and for ordering. Not there: nothing ever was. */
export interface SaleFile {
  readonly v: 1;
  readonly onSale: string;
  /** Grows with every turn: of two files the later one stands. */
  readonly version: number;
  /** Left out: the limit that was published. */
  readonly seatsPerFan?: number;
  /** Performances of which nothing new is held here for now. */
  readonly stopped: readonly string[];
  /** Ways to pay that are offered here. Left out: those of the stage. */
  readonly methods?: readonly z.infer<typeof paymentMethod>[];
}

/**
 * `published.saleTurn(onSale, version)`: one turn, as the ledger of the line has it. It is there before the file of the
 * sale names its version, and never changes. A turn without one was made before turns were published.
 */
export interface SaleTurnFile extends Pick<LedgerLine, 'reason' | 'detail'> {
  readonly v: 1;
  readonly onSale: string;
  readonly version: number;
  /** Milliseconds since the epoch. */
  readonly turnedAt: number;
  readonly act: SaleLedgerAct;
  readonly role: PersonRole;
}

/** Seats of one performance. free + held + sold = seats; `kept` ones are nobody's to buy, and are not among them. */
const seatCount = z
  .object({
    seats: z.number().int(),
    free: z.number().int(),
    held: z.number().int(),
    sold: z.number().int(),
    kept: z.number().int(),
    holds: z.number().int().describe('How many holds the held seats are in.'),
  })
  .readonly();
export type PerformanceCount = z.infer<typeof seatCount>;

/** `published.stockByPerformance(onSale)`: the count of the seats, performance by performance. In the bucket only. */
export interface StockByPerformance {
  readonly v: 1;
  readonly onSale: string;
  /** Milliseconds since the epoch. */
  readonly countedAt: number;
  readonly performances: Readonly<Record<string, PerformanceCount>>;
  /** Of holds that stand now: how many have so many seats, by that number. */
  readonly holdSizes: Readonly<Record<string, number>>;
}

const leverTurn = z
  .object({
    act: z.string(),
    by: z.string().describe('The e-mail address of who turned it.'),
    reason: z.string(),
    turnedAt: instant,
  })
  .readonly();

const allocationShown = z
  .object({
    partner: z.string(),
    seats: z.number().int(),
    state: z.enum(['kept', 'planned', 'released']),
  })
  .readonly();

const plannedRelease = z
  .object({
    turn: z.number().int().describe('Its number: send it as `release` to take it back.'),
    partner: z.string(),
    performances: z.array(z.string()).readonly(),
    seats: z.number().int(),
    dueAt: instant,
    by: z.string(),
    reason: z.string(),
  })
  .readonly();

/** Answer to both routes: what stands. */
export const saleLevers = z
  .object({
    onSale: z.string(),
    version: z.number().int().describe('Send it as `seen` with the next act.'),
    limit: z.object({ published: z.number().int(), now: z.number().int() }).readonly(),
    methods: z
      .object({
        now: z.array(paymentMethod).readonly(),
        stage: z.array(paymentMethod).readonly().describe('Those that the stage offers.'),
        known: z.array(paymentMethod).readonly().describe('All that could be offered here.'),
      })
      .readonly(),
    countedAt: instant.exactOptional().describe('When the seats were counted.'),
    holdSizes: z
      .record(z.string(), z.number().int())
      .readonly()
      .describe('How many of the holds that stand now have so many seats, by that number.'),
    performances: z
      .array(
        z
          .object({
            performance: z.string(),
            title: z.string(),
            startsAt: instant,
            timeZone: z.string(),
            isStopped: z.boolean(),
            isCancelled: z.boolean(),
            allocations: z
              .array(allocationShown)
              .readonly()
              .exactOptional()
              .describe(
                'Seats that are set aside, by partner; left out if none are. For staff alone: fans see them as taken.',
              ),
            count: seatCount.exactOptional(),
          })
          .readonly(),
      )
      .readonly(),
    planned: z
      .array(plannedRelease)
      .readonly()
      .exactOptional()
      .describe('Releases at a set time that have not begun; left out if there are none.'),
    turns: z.array(leverTurn).readonly().describe('The last turns, the newest first.'),
  })
  .readonly();
export type SaleLeversShown = z.infer<typeof saleLevers>;

const common = {
  reason: lineText('say why')
    .max(300, 'use at most 300 characters')
    .describe('Everybody may read it in the ledger of the line, with the role; the record has who did it.'),
  key: idempotencyKey.describe('New for each act, and the same when it is repeated.'),
  seen: z.number().int().min(0).describe('The `version` that the person saw.'),
};
const performances = z
  .array(slug)
  .min(1, 'name at least one performance')
  .max(300, 'name at most 300 performances')
  .refine((all) => new Set(all).size === all.length, 'name each performance once');

/** Body of `turn-sale`. Done twice with one key, it is done once. */
export const saleAct = z.discriminatedUnion('act', [
  z
    .strictObject({ act: z.literal('stop'), performances, ...common })
    .describe('Nothing new of these is held in this on-sale. Seats that are held may be bought.'),
  z.strictObject({ act: z.literal('sell-on'), performances, ...common }).describe('Sells these again.'),
  z
    .strictObject({
      act: z.literal('limit'),
      seatsPerFan: z.number().int().min(1, 'one seat is the least').max(100, 'one hundred seats are the most'),
      ...common,
    })
    .describe('So many seats one fan may have. A fan who has more keeps them, and gets no others.'),
  z
    .strictObject({
      act: z.literal('methods'),
      methods: z
        .array(paymentMethod)
        .min(1, 'leave one way to pay: to sell nothing, stop the performances')
        .max(10)
        .refine((all) => new Set(all).size === all.length, 'name each way to pay once'),
      ...common,
    })
    .describe('Only these ways to pay are offered. Orders that were begun go on in the way they were begun.'),
  z
    .strictObject({
      act: z.literal('release'),
      partner: slug,
      performances,
      at: instant.exactOptional().describe('Left out: at once, and then nobody can take it back.'),
      ...common,
    })
    .describe('The seats that are set aside for this partner are on sale to everybody.'),
  z
    .strictObject({ act: z.literal('withdraw'), release: z.number().int().min(1), ...common })
    .describe('Takes back a release at a set time, before it has begun.'),
]);
export type SaleAct = z.infer<typeof saleAct>;
