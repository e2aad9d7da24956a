import { z } from 'zod';
import { seatId } from './ids.ts';
import { heldSeat } from './pass.ts';

/* Long because every ask of a house and every answer is here. */

/** Body of `hold-seats`: named seats, or the best available. */
export const holdRequest = z.union([
  z.strictObject({
    seats: z
      .array(seatId)
      .min(1, 'name at least one seat')
      .max(50, 'name at most 50 seats')
      .refine((seats) => new Set(seats).size === seats.length, 'name each seat once'),
  }),
  z.strictObject({
    best: z.strictObject({
      count: z.number().int().min(1, 'ask for at least one seat').max(50, 'ask for at most 50 seats'),
      category: z.string().min(1).max(40).optional().describe('A price band of the plan; any if left out.'),
      bands: z
        .array(z.string().min(1).max(40))
        .min(1)
        .max(20)
        .optional()
        .describe(
          'Price bands of the plan, the most wanted first: a later one only where an earlier has nothing. Not with `category`.',
        ),
      together: z
        .literal(true)
        .optional()
        .describe(
          'Side by side in one row or not at all: without it a party may be split into groups of at least two.',
        ),
      section: z.string().min(1).max(64).optional().describe('Only the section of this name.'),
      access: z
        .enum(['wheelchair', 'none'])
        .optional()
        .describe(
          'Wheelchair places: a pair is the place and its companion’s seat. Left out, it is what the fan said they ' +
            'need when they joined; `none` asks for other seats all the same.',
        ),
      near: seatId
        .optional()
        .describe('A wheelchair place of the plan: it or the one nearest to it. Only with `access: "wheelchair"`.'),
    }),
  }),
]);
export type HoldRequest = z.infer<typeof holdRequest>;

/**
 * How long an ask may take, in milliseconds. The house decides no hold, release or extension that is older than `decideMs`, by the time that the ask itself bears. A fan has an answer after `answerMs` at the latest: 15 s more, for an
 * allocator that began in time (it has 5 s), and for clocks that differ. So an answer of that time stands for good,
 * whatever becomes of the message. Two minutes are four tries of a batch whose allocator died.
 *
 * Sales and exchanges may take until `orderMs`: ordering asks again every two minutes while the house does not answer.
 * Seats are given back at any time.
 */
export const askTimes = { decideMs: 120_000, answerMs: 135_000, orderMs: 1_800_000 } as const;

const share = z.number().int().min(0).max(15).optional();

/** The fields of every ask: whose it is, of which performance, and in which share of it. */
const common = { share, performance: z.string(), onSale: z.string(), fan: z.string() };

/**
 * The asks that a house takes through its queue. Group: the performance, and in a large house the fan's share in it
 * (`share`, 0 if left out). So a fan's asks stay in order. The queue drops what is sent twice within seconds
 * (lambdas/foundation/house-group.ts); that an ask is done once is the house's own duty, by the ask's names.
 *
 * `askedAt`, milliseconds since the epoch, is the time of the first request, and the same in each repeat. Messages of
 * before it was sent have none, and are never too old.
 */
export const houseAsk = z.discriminatedUnion('ask', [
  z.object({
    ask: z.literal('hold'),
    ...common,
    /** The hold's. */
    id: z.string(),
    hold: z.string(),
    wish: holdRequest,
    /** The fan needs more time: the hold lasts twice as long. */
    more: z.literal(true).optional(),
    /** Milliseconds since the epoch. */
    askedAt: z.number(),
  }),
  z.object({
    ask: z.literal('release'),
    ...common,
    id: z.string(),
    hold: z.string(),
    askedAt: z.number().optional(),
  }),
  z.object({
    ask: z.literal('sell'),
    ...common,
    /** `<order>-<hold>`. */
    id: z.string(),
    hold: z.string(),
    order: z.string(),
    /** From the slip, so that a lapsed hold whose seats are still free can be sold all the same. */
    seats: z.array(z.string()),
    /** Milliseconds since the epoch: when the order could first ask, as its payment was decided. The same in each repeat. */
    askedAt: z.number().optional(),
  }),
  z.object({
    ask: z.literal('extend'),
    ...common,
    /** The same for all holds of one timer, so that it is extended once. */
    id: z.string(),
    /** Milliseconds since the epoch, whole seconds: every hold of the fan here lasts until then. */
    lapsesAt: z.number(),
    askedAt: z.number().optional(),
  }),
  z.object({
    /** The bank asks the buyer of an order that is to be paid: its hold waits for the answer (rules/bank-time.ts). */
    ask: z.literal('await-bank'),
    ...common,
    /** `<order>-<hold>-bank`. */
    id: z.string(),
    hold: z.string(),
    order: z.string(),
    /** Milliseconds since the epoch: when the bank was first seen to ask. */
    askedAt: z.number(),
  }),
  z.object({
    /** Sold seats become others, or fewer, or none. */
    ask: z.literal('change'),
    ...common,
    /** `<order>-<hold>-<change>`. */
    id: z.string(),
    hold: z.string(),
    order: z.string(),
    /** Counted from 1 over the changes of this hold; the next is asked only when the one before was answered. */
    change: z.number().int().min(1),
    /** The seats that the hold has now. */
    from: z.array(z.string()),
    /** The seats that it is to have; at most as many. Empty: all are given back. */
    to: z.array(z.string()),
    /** Of an exchange; seats are given back at any time. */
    askedAt: z.number().optional(),
  }),
  z.object({
    /**
     * Seats in place of those that an order had of another performance, which was cancelled: the best that are free, for
     * all parties or for none, and sold at once. Nothing older than `decideMs` is sold.
     */
    ask: z.literal('seat-anew'),
    ...common,
    /** `<order>-<hold>-<change>`. */
    id: z.string(),
    /** A new one for each try. */
    hold: z.string(),
    order: z.string(),
    /** The first change of the hold: those after it follow on. */
    change: z.literal(1),
    parties: z
      .array(
        z.object({
          count: z.number().int().min(1),
          category: z.string().optional(),
          access: z.literal('wheelchair').optional(),
        }),
      )
      .min(1),
    askedAt: z.number(),
  }),
]);
export type HouseAsk = z.infer<typeof houseAsk>;

/**
 * Why a sale was lost. The first three follow from what the fan did, or did too late: another order of theirs has the
 * hold, they gave it back, or the order asked only after its time was over. With `performance-cancelled`
 * nobody gets them any more. The last is ours: the order asked in time,
 * and the seats were gone when the house decided.
 */
export const saleLoss = z.enum([
  'hold-sold-already',
  'hold-released',
  'hold-lapsed',
  'performance-cancelled',
  'seat-lost',
]);
export type SaleLoss = z.infer<typeof saleLoss>;

/**
 * The house's outcome of a sale, once the seats are sold or lost for good. Of a change it is `changed`, or `kept` if a
 * seat asked for was not free.
 */
export const houseOutcome = z.object({
  outcome: z.enum(['sold', 'lost', 'changed', 'kept']),
  order: z.string(),
  hold: z.string(),
  performance: z.string(),
  onSale: z.string(),
  fan: z.string(),
  /** The seats that the hold has now; of a lost one, those that it had. */
  seats: z.array(z.string()),
  /** With `changed` and `kept`: the number of the change. */
  change: z.number().int().optional(),
  /** With seats that the house chose for an order: what ordering writes down of them. */
  named: z.array(heldSeat).optional(),
  /** With `lost`. Messages of before there was a reason have none. */
  why: saleLoss.optional(),
});
export type HouseOutcome = z.infer<typeof houseOutcome>;

/** Why a hold was refused. `lost`: the house did not get to decide it in time, and never will. */
export const holdRefusal = z.enum([
  'seat-taken',
  'seat-unknown',
  'not-enough-seats',
  'over-limit',
  'wheelchair-over-limit',
  'access-only',
  'not-in-this-on-sale',
  'performance-cancelled',
  'performance-stopped',
  'lost',
]);
export type HoldRefusal = z.infer<typeof holdRefusal>;

const which = { hold: z.string(), performance: z.string() };
const pendingHold = z.object({ state: z.literal('pending'), ...which }).readonly();
const releasedHold = z.object({ state: z.literal('released'), ...which }).readonly();
const lapsedHold = z
  .object({
    state: z.literal('lapsed'),
    ...which,
    seats: z
      .array(heldSeat)
      .readonly()
      .exactOptional()
      .describe(
        'In the basket: the seats that it had, if all of them are still free and are for anyone. Named in a new ask they are held anew.',
      ),
  })
  .readonly();

/** Answer to `show-hold`, and one entry of the basket. */
export const holdView = z.discriminatedUnion('state', [
  pendingHold,
  z
    .object({
      state: z.enum(['held', 'sold']),
      ...which,
      seats: z.array(heldSeat).readonly(),
      expiresAt: z.number().int().describe('Milliseconds since the epoch.'),
      slip: z.string().describe('Signed proof of what is held, for ordering.'),
    })
    .readonly(),
  z
    .object({
      state: z.literal('refused'),
      ...which,
      refusal: holdRefusal,
      taken: z.array(z.string()).readonly().describe('Ids of the seats that were taken, with `seat-taken`.'),
      detail: z.string(),
    })
    .readonly(),
  lapsedHold,
  releasedHold,
]);
export type HoldView = z.infer<typeof holdView>;
/** A hold that has its seats: for a while, or for good. */
export type Held = Extract<HoldView, { readonly state: 'held' | 'sold' }>;

/** Answer to `release-hold`: `pending` until the house has decided. */
export const releaseView = z.discriminatedUnion('state', [pendingHold, lapsedHold, releasedHold]);

/**
 * Answer to `show-basket`: the seats that the fan has now, and how many they may still have. Holds that lapsed are among
 * them for half an hour, if nothing became of the fan's seats since.
 */
export const basket = z
  .object({
    holds: z.array(holdView).readonly(),
    seatsLeft: z.number().int(),
    timer: z
      .object({ lapsesAt: z.number().int().describe('Milliseconds since the epoch.'), extendable: z.boolean() })
      .readonly()
      .exactOptional()
      .describe(
        'One clock for all that is held: it starts with the first seats, those held later take it over, and it may be ' +
          'extended once. Absent while nothing is held.',
      ),
  })
  .readonly();
export type Basket = z.infer<typeof basket>;

/** Answer to `show-availability`. */
export const availability = z
  .object({
    v: z.literal(1),
    performance: z.string(),
    plan: z.string(),
    readAt: z.number().int().describe('Milliseconds since the epoch.'),
    turned: z
      .record(
        z.string(),
        z
          .object({ stopped: z.literal(true).exactOptional(), seatsPerFan: z.number().int().exactOptional() })
          .readonly(),
      )
      .readonly()
      .exactOptional()
      .describe(
        'What staff turned while it sells, by on-sale: nothing new of it is held for now (`stopped`), or one fan may ' +
          'have another number of seats than was published. Left out: nothing.',
      ),
    sections: z
      .record(
        z.string(),
        z
          .object({
            free: z.number().int(),
            taken: z
              .string()
              .describe('base64 of a bit a seat in the section’s order, most significant bit first; 1 is taken.'),
          })
          .readonly(),
      )
      .readonly(),
  })
  .readonly();
export type Availability = z.infer<typeof availability>;

/** The input of `seating/house/open-house`. Opening the same house again changes nothing. */
export const houseOpening = z.strictObject({
  /** Ids of published performances, at most 50 a call. */
  performances: z.array(z.string()).min(1).max(50),
});
export type HouseOpening = z.infer<typeof houseOpening>;
