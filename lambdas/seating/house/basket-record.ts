import type { HoldRefusal, SaleLoss } from '../../../contracts/house.ts';

/**
 * Everything that one fan has, or was answered, in one on-sale. The fan polls this record. It is the one place where
 * the limit of seats is kept, for any number of performances and of allocators at work on them. An entry *counts* its
 * seats while it is held and live, or sold; the count never exceeds the limit. Seats are counted before they are taken
 * in their sections, and until they are given back there. So a basket may for a moment count more than the fan has, and
 * never less.
 *
 *      ┌──▶ refused
 *   ask ──▶ held ──▶ sold ──▶ returned   held and past its time is lapsed, without being written
 *      │      ├────▶ released            lost: a sale came too late, and somebody else has the seats
 *      │      └────▶ lost                returned: the order gave all its seats back
 *      └──▶ lapsed                       the ask itself came too late
 */
export type BasketEntry =
  | (Counted & {
      readonly state: 'held';
      /** Its time was extended, or it took over a time that was. */
      readonly extended?: true;
      /** The order whose bank asks: it waits for the answer, for longer than all else that the fan holds. */
      readonly bank?: string;
    })
  | (Counted & {
      readonly state: 'sold';
      readonly order: string;
      /** The last change of it that was decided, counted from 1. */
      readonly change?: number;
      /** That change could not be made, and the seats stayed. */
      readonly kept?: true;
    })
  | (Settled & { readonly state: 'returned'; readonly order: string; readonly change: number })
  | (Settled & { readonly state: 'refused'; readonly refusal: HoldRefusal; readonly taken: readonly string[] })
  | (Settled & {
      readonly state: 'lost';
      /** One of before there was a reason has none. */
      readonly why?: SaleLoss;
    })
  | (Settled & { readonly state: 'released' | 'lapsed' });

export type HeldEntry = Extract<BasketEntry, { readonly state: 'held' }>;

export interface Settled {
  readonly hold: string;
  readonly performance: string;
  /** Milliseconds since the epoch: when this was decided. */
  readonly decidedAt: number;
}

export interface Counted extends Settled {
  readonly seats: number;
  /** Wheelchair places among them, or companions' seats if those are more. Left out: none. */
  readonly wheelchair?: number;
  /** Sections in which the seats lie, or may lie while a decision is on its way. */
  readonly sections: readonly string[];
  /** Milliseconds since the epoch. */
  readonly expiresAt: number;
  /** Several sections are being written for it. Their content is not final before this is gone. */
  readonly open?: true;
}

export interface BasketKey {
  readonly onSale: string;
  readonly fan: string;
}

export interface BasketRecord extends BasketKey {
  /** Grows by one with every write; 0 was never written. */
  readonly version: number;
  readonly entries: readonly BasketEntry[];
}
