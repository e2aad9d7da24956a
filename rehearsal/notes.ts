import type { Place } from '../contracts/line.ts';
import type { OrderView } from '../contracts/order.ts';
import type { Watch } from './audit/polls.ts';

/**
 * Everything that the fans of a rehearsal got and heard. Afterwards the audit holds it against the tables and the
 * published files. It is written as it happens and belongs to the driver alone.
 */

/** How a fan's day ended. Every one but `unanswered` is an order or an answer. */
export type Ending =
  | { readonly how: 'ordered' }
  /** Left the line before their turn. */
  | { readonly how: 'gave-up-waiting' }
  /** Was called, and did not come. */
  | { readonly how: 'never-came' }
  /** Was refused every wish they had. */
  | { readonly how: 'no-seats' }
  | { readonly how: 'changed-mind' }
  /** Had an order, and gave it back. */
  | { readonly how: 'gave-back' }
  /** Left seats to lapse. */
  | { readonly how: 'walked-away' }
  | { readonly how: 'card-declined' }
  | { readonly how: 'seats-lost' }
  | { readonly how: 'ran-out-of-time' }
  | { readonly how: 'line-closed' }
  /** Another refusal, by its code. */
  | { readonly how: 'refused'; readonly refusal: string }
  /** No answer, or one that no fan could make sense of. */
  | { readonly how: 'unanswered'; readonly step: string; readonly said: string };

export interface ReceiptGiven {
  readonly fan: number;
  readonly receipt: string;
  readonly place: Place;
  /** As the fan computed it from the draw sheet; undefined if they left before the draw. */
  position?: number;
  /** Joined again after everything was over, with what they were given. */
  again?: string;
  gaveUp?: true;
}

export interface PassGiven {
  readonly fan: number;
  /** The fan's key within the on-sale. */
  readonly fanKey: string;
  readonly position: number;
  /** Milliseconds since the epoch: when the answer arrived. */
  readonly givenAt: number;
  /** When they gave it back; else its expiry. */
  endsAt: number;
}

export interface HoldSeen {
  readonly hold: string;
  readonly performance: string;
  readonly asked: number;
  readonly seats: readonly string[];
  /** Milliseconds since the epoch. */
  readonly expiresAt: number;
  /** Given back or ordered: no longer expected to be live. */
  ended?: 'released' | 'ordered';
}

export interface OrderSeen {
  readonly fan: number;
  view: OrderView;
  readonly key: string;
}

/** A line of a board as some fan saw it; one a `board.writtenAt`. */
export interface BoardSeen {
  readonly writtenAt: number;
  readonly phase: string;
  /** Why nobody is called though people wait. */
  readonly halt?: string;
  readonly waiting: number;
  readonly calledUpTo: number;
  readonly drawn: number;
}

export class Notes {
  readonly receipts: ReceiptGiven[] = [];
  readonly passes: PassGiven[] = [];
  readonly holds: HoldSeen[] = [];
  readonly orders: OrderSeen[] = [];
  /** How long and how often each fan looked at the board. */
  readonly watches: Watch[] = [];
  readonly boards = new Map<number, BoardSeen>();
  readonly endings = new Map<number, Ending>();
  /** Two answers that cannot both be true, or one that must not be given, by the rule they break. */
  readonly contradictions: { readonly rule: string; readonly said: string }[] = [];
  /** Names and member numbers that fans typed, each of letters, digits and hyphens: no log, URL or published file may tell one. */
  readonly personal = new Set<string>();
  /** Every path and query that was asked for, without repetition. */
  readonly paths = new Set<string>();
  /** When a fault that somebody brought about may have stopped the line: milliseconds since the epoch. */
  readonly outages: { readonly from: number; readonly until: number }[] = [];
  /** How often each way of misbehaving was tried, so that the report can say that it was. */
  readonly tried = new Map<string, number>();

  contradict(rule: string, said: string): void {
    this.contradictions.push({ rule, said });
  }

  trying(what: string): void {
    this.tried.set(what, (this.tried.get(what) ?? 0) + 1);
  }

  count(how: Ending['how']): number {
    return [...this.endings.values()].filter((ending) => ending.how === how).length;
  }
}
