import { z } from 'zod';
import { seatId } from './ids.ts';
import type { HeldSeat } from './pass.ts';

/** Body of `POST /api/performances/{performance}/holds`: named seats, or the best available. */
export const holdRequest = z.union([
  z.object({
    seats: z
      .array(seatId)
      .min(1, 'name at least one seat')
      .max(50, 'name at most 50 seats')
      .refine((seats) => new Set(seats).size === seats.length, 'name each seat once'),
  }),
  z.object({
    best: z.object({
      count: z.number().int().min(1, 'ask for at least one seat').max(50, 'ask for at most 50 seats'),
      /** A price band of the plan; any if left out. */
      category: z.string().min(1).max(40).optional(),
      /** Only sections named here. */
      section: z.string().min(1).max(64).optional(),
      /**
       * Wheelchair places: a pair is the place and its companion's seat. Left out, it is what the fan said they
       * need when they joined; `none` asks for other seats all the same.
       */
      access: z.enum(['wheelchair', 'none']).optional(),
    }),
  }),
]);
export type HoldRequest = z.infer<typeof holdRequest>;

/** What a house may be asked through its queue. Group: the performance. Deduplication id: `<ask>-<id>`. */
export const houseAsk = z.discriminatedUnion('ask', [
  z.object({
    ask: z.literal('hold'),
    /** The hold's id. */
    id: z.string(),
    performance: z.string(),
    onSale: z.string(),
    fan: z.string(),
    wish: holdRequest,
    /** The fan needs more time: the hold lasts twice as long. */
    more: z.literal(true).optional(),
    /** Milliseconds since the epoch. */
    askedAt: z.number(),
  }),
  z.object({
    ask: z.literal('release'),
    id: z.string(),
    performance: z.string(),
    onSale: z.string(),
    fan: z.string(),
    hold: z.string(),
  }),
  z.object({
    ask: z.literal('sell'),
    /** `<order>-<hold>`. */
    id: z.string(),
    performance: z.string(),
    onSale: z.string(),
    fan: z.string(),
    hold: z.string(),
    order: z.string(),
    /** From the slip, so that a lapsed hold whose seats are still free can be sold all the same. */
    seats: z.array(z.string()),
  }),
]);
export type HouseAsk = z.infer<typeof houseAsk>;

/** What the house says of a sale, once the seats are sold or lost for good. */
export const houseOutcome = z.object({
  outcome: z.enum(['sold', 'lost']),
  order: z.string(),
  hold: z.string(),
  performance: z.string(),
  onSale: z.string(),
  fan: z.string(),
  seats: z.array(z.string()),
});
export type HouseOutcome = z.infer<typeof houseOutcome>;

/** Why a hold was refused. */
export type HoldRefusal =
  | 'seat-taken'
  | 'seat-unknown'
  | 'not-enough-seats'
  | 'over-limit'
  | 'access-only'
  | 'not-in-this-on-sale';

/** Answer to `GET …/holds/{hold}`, and one entry of the basket. */
export type HoldView =
  | { readonly state: 'pending'; readonly hold: string; readonly performance: string }
  | {
      readonly state: 'held' | 'sold';
      readonly hold: string;
      readonly performance: string;
      readonly seats: readonly HeldSeat[];
      /** Milliseconds since the epoch. */
      readonly expiresAt: number;
      /** Signed proof for ordering. */
      readonly slip: string;
    }
  | {
      readonly state: 'refused';
      readonly hold: string;
      readonly performance: string;
      readonly refusal: HoldRefusal;
      /** Ids of the seats that were taken, with `seat-taken`. */
      readonly taken: readonly string[];
      readonly detail: string;
    }
  | { readonly state: 'lapsed' | 'released'; readonly hold: string; readonly performance: string };

/** Answer to `GET /api/basket`: what the fan has now, and how many seats they may still have. */
export interface Basket {
  readonly holds: readonly HoldView[];
  readonly seatsLeft: number;
}

/** Answer to `GET /api/performances/{performance}/availability`. */
export interface Availability {
  readonly v: 1;
  readonly performance: string;
  readonly plan: string;
  /** Milliseconds since the epoch. */
  readonly at: number;
  readonly sections: Readonly<
    Record<
      string,
      {
        readonly free: number;
        /** base64 of a bit a seat in the section's order, most significant bit first; 1 is taken. */
        readonly taken: string;
      }
    >
  >;
}

/** What `seating/open-house` is given. Opening the same house again changes nothing. */
export const houseOpening = z.object({
  /** Ids of published performances, at most 50 a call. */
  performances: z.array(z.string()).min(1).max(50),
});
export type HouseOpening = z.infer<typeof houseOpening>;
