import { z } from 'zod';
import { instant, opaqueId } from './ids.ts';
import { dials } from './line-operation.ts';

/*
 * Readings: how a line and its sale go, as small files in a private bucket. The pacemaker writes those of the line, the
 * stock count those of the house, and ordering those of its orders. Counts only: nothing about a person. A trial
 * (contracts/trial.ts) is in none of them.
 *
 *     pacemaker ──▶ lines/<on-sale>.json  ─┐  ┌─▶ a staff route ──key──┐
 *     stock     ──▶ houses/<on-sale>.json ─┼──┤                        ▼
 *     orders    ──▶ orders/<on-sale>.json ─┘  └─▶ the shared route ──▶ CDN ──▶ the control room
 *                        ▲                              │
 *                        └───────── looks.json ◀────────┘
 *
 * While somebody looks they are written at each step of the clock, else once a minute. The staff route hands out the
 * key of an on-sale; with the key in the address the CDN gives one answer to all who look.
 */

/** Writers write, and pages read, at each multiple of it. Twenty who look cost under $0.05 an hour: decisions 68 and 76. */
export const readingsStepMs = 5000;

/** Pages look at a step so long after it began: its files are there by then, also from a function with a slow processor. */
export const afterStepMs = 800;

/** A page asks a staff route at least so often, which looks anew whether the person may see it. */
export const askStaffMs = 4 * 60_000;

/** A key that is older is renewed by whoever is handed it. */
export const renewKeyMs = 5 * 60_000;

/**
 * A key opens nothing after that, whatever became of the next one. It is handed out while it is five minutes old or
 * less: so it is good until the page asks again, and ends within ten minutes after somebody was handed it last.
 */
export const endKeyMs = 9.5 * 60_000;

/** The step in which this moment lies. */
export const stepOf = (now: number): number => Math.floor(now / readingsStepMs);

/** Paths in the bucket of readings. */
export const readingsPath = {
  line: (onSale: string) => `readings/lines/${onSale}.json`,
  house: (onSale: string) => `readings/houses/${onSale}.json`,
  orders: (onSale: string) => `readings/orders/${onSale}.json`,
  keys: (onSale: string) => `readings/keys/${onSale}.json`,
  looks: 'readings/looks.json',
} as const;

/** When somebody looked last. */
export interface Looks {
  readonly v: 1;
  /** Milliseconds since the epoch. */
  readonly lookedAt: number;
}

/** A key of an on-sale's readings. */
export interface ReadingsKey {
  /** 22 characters of base64url. */
  readonly key: string;
  /** Milliseconds since the epoch. */
  readonly madeAt: number;
}

/** The keys of an on-sale, as they lie in the bucket. */
export interface ReadingsKeys {
  readonly v: 1;
  readonly current: ReadingsKey;
  /** Pages that have not asked since are shown readings by it. */
  readonly before?: ReadingsKey;
}

const count = z.number().int().min(0);
const counts = z.array(count).readonly();
const minutes = z.array(instant).readonly().describe('The beginnings of the minutes, oldest first.');

export const lineReadings = z
  .object({
    v: z.literal(1),
    onSale: z.string(),
    title: z.string(),
    writtenAt: instant.describe('When the pacemaker counted.'),
    opensAt: instant,
    closesAt: instant,
    phase: z.enum(['lobby', 'open', 'paused', 'sold-out', 'closed']),
    halt: z.enum(['staff', 'house', 'baskets']).exactOptional().describe('Why nobody is called though people wait.'),
    haltedWhy: z.enum(['silent', 'slow', 'refusing']).exactOptional().describe('With `halt` `house`.'),
    awaitsBeacon: z.literal(true).exactOptional().describe('A draw waits for its beacon.'),
    joined: count.describe('In rounds that are not drawn yet: before the doors, those in the lobby.'),
    drawn: count.describe('The highest position there is.'),
    waiting: count.describe('Behind `calledUpTo`, or not drawn yet.'),
    calledUpTo: count,
    called: count.describe('Called or recalled, and may still come: their slots are kept.'),
    rate: count.describe('Called a minute, over the last minutes.'),
    shopping: count.describe('Passes in use.'),
    vouchers: count.describe('Of them, those that came on top of the dial.'),
    late: count.describe('Came after their window, and ask to come in.'),
    lately: z
      .object({ called: count, came: count })
      .describe('Of those called in the last minutes whose window is over: how many came.'),
    judged: z
      .object({ slowed: count, removed: count, appeals: count })
      .describe('Places in the slower lane, places removed, and appeals that wait to be decided. Once a minute.'),
    dials,
    ledger: z.object({ n: count, head: z.string() }),
  })
  .readonly();
export type LineReadings = z.infer<typeof lineReadings>;

/** Each minute since an hour before the doors; of longer mornings the older ones at greater steps. */
export const lineHistory = z
  .object({ at: minutes, joined: counts, waiting: counts, calledUpTo: counts, shopping: counts, late: counts })
  .readonly();
export type LineHistory = z.infer<typeof lineHistory>;

const seatCount = {
  seats: count,
  free: count,
  held: count,
  sold: count,
};

export const houseReadings = z
  .object({
    v: z.literal(1),
    onSale: z.string(),
    countedAt: instant,
    ...seatCount,
    off: z.literal(true).exactOptional().describe('All its performances were cancelled.'),
    asks: z
      .object({ decided: count, refused: count, slow: count })
      .describe('Asks for seats of the last minute: decided, refused, and decided after more than 10 s.'),
    bands: z
      .array(z.object({ id: z.string(), name: z.string() }).readonly())
      .readonly()
      .describe('Price bands. `access` are wheelchair places and the seats of companions.'),
    performances: z
      .array(
        z
          .object({
            id: z.string(),
            bands: z.array(z.object({ band: count.describe('Index in `bands`.'), ...seatCount }).readonly()).readonly(),
          })
          .readonly(),
      )
      .readonly(),
  })
  .readonly();
export type HouseReadings = z.infer<typeof houseReadings>;

export const orderReadings = z
  .object({
    v: z.literal(1),
    onSale: z.string(),
    countedAt: instant,
    currency: z.string(),
    orders: count.describe('Confirmed, and not cancelled.'),
    tickets: count,
    money: count.describe('Minor units: paid, and not given back.'),
    underWay: count.describe('A bank or the house has not answered yet.'),
    promised: count.describe('To be paid at the box office.'),
    failedRefunds: count,
    lately: z.object({ orders: count, tickets: count, money: count }).describe('Placed in the last minute.'),
  })
  .readonly();
export type OrderReadings = z.infer<typeof orderReadings>;

/** By the minute in which they were placed. */
export const orderHistory = z.object({ at: minutes, orders: counts, tickets: counts, money: counts }).readonly();
export type OrderHistory = z.infer<typeof orderHistory>;

/** A file as it lies in the bucket: what is now, and what was. */
export interface LineReadingsFile {
  readonly now: LineReadings;
  readonly history: LineHistory;
}

/** Sums of the orders that were placed in each stretch; `at` are the beginnings of the stretches. */
export type OrderColumns = Readonly<
  Record<'at' | 'orders' | 'tickets' | 'money' | 'underWay' | 'promised' | 'failedRefunds', readonly number[]>
>;

export interface OrderReadingsFile {
  readonly now: OrderReadings;
  readonly history: OrderColumns;
  /** Milliseconds since the epoch: orders that were placed before are in the history, later ones are not. */
  readonly upTo: number;
}

const parts = {
  onSale: z.string(),
  line: lineReadings.exactOptional(),
  house: houseReadings.exactOptional(),
  orders: orderReadings.exactOptional(),
};

/** What is known of one on-sale. A part that nobody has written yet is left out. */
export const onSaleReadings = z.object(parts).readonly();
export type OnSaleReadings = z.infer<typeof onSaleReadings>;

/** The same, for somebody who may see it. */
export const keyedReadings = z
  .object({
    ...parts,
    key: opaqueId.describe('Opens the shared address of these readings for some minutes. Ask for the next in time.'),
  })
  .readonly();
export type KeyedReadings = z.infer<typeof keyedReadings>;

/** Answer to `list-readings`: those that the asker may see, by their doors. */
export const allReadings = z.object({ onSales: z.array(onSaleReadings).readonly() }).readonly();
export type AllReadings = z.infer<typeof allReadings>;

export const readingsHistory = z
  .object({ onSale: z.string(), line: lineHistory.exactOptional(), orders: orderHistory.exactOptional() })
  .readonly();
export type ReadingsHistory = z.infer<typeof readingsHistory>;

/** Answer at the shared address. */
export const sharedReadings = z
  .object({
    ...parts,
    history: readingsHistory.exactOptional().describe('In the first step of each minute: what was.'),
  })
  .readonly();
export type SharedReadings = z.infer<typeof sharedReadings>;
