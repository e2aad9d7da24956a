import type { PersonRole } from '../../../contracts/ledger.ts';
import type { PaymentMethod } from '../../../contracts/order.ts';
import type { SaleRules } from './sale-rules.ts';

/*
 * What staff turned while an on-sale sells: its limit of seats a fan, performances of which nothing more is sold, and the
 * ways to pay. What was never turned is as it was when the on-sale's houses were opened. Allocators, and whoever takes
 * asks, may remember it for a moment; so for that long they may still go by what stood before.
 */

export interface SaleLevers {
  readonly onSale: string;
  /** Grows by one with every write; 0 was never written. */
  readonly version: number;
  /** Left out: the limit that was published. */
  readonly seatsPerFan?: number;
  /** Performances of which nothing new is held in this on-sale. */
  readonly stopped: readonly string[];
  /** Ways to pay that are offered in this on-sale. Left out: those of the stage. */
  readonly methods?: readonly PaymentMethod[];
  /** Seats set aside that are free for everybody, or will be. Left out: none. */
  readonly releases?: readonly Release[];
  /** The last turns, the newest last. */
  readonly turns: readonly LeverTurn[];
}

/**
 * The seats of one partner become free for everybody. One that has begun is carried out, whoever does it
 * (`levers/carry-releases.ts`), and is never taken back: its seats may be sold in the same second.
 *
 *     planned ──its time──▶ begun ──every house──▶ carried out
 *        └──withdrawn──▶ gone
 */
export interface Release {
  /** The version of the turn that asked for it. */
  readonly turn: number;
  readonly partner: string;
  readonly performances: readonly string[];
  /** Seats that were set aside, of all these performances. */
  readonly seats: number;
  /** Milliseconds since the epoch. */
  readonly dueAt: number;
  readonly begun?: true;
  readonly by: string;
  readonly role: PersonRole;
  readonly reason: string;
}

/** Who turned what, and why. */
export interface LeverTurn {
  /** The caller's, against doing it twice. */
  readonly key: string;
  /** The act as it was asked for, as JSON. */
  readonly asked: string;
  readonly act: string;
  readonly by: string;
  /** As the public ledger names them. Turns of before it was kept have none, and are not in the ledger. */
  readonly role?: PersonRole;
  readonly reason: string;
  /** Milliseconds since the epoch. */
  readonly turnedAt: number;
}

/** A handler may remember them for so long. */
export const leversAgeMs = 2000;

export const untouchedLevers = (onSale: string): SaleLevers => ({ onSale, version: 0, stopped: [], turns: [] });

/** The rules as they stand now. */
export interface RulesNow extends SaleRules {
  /** The limit that was published, if another one holds now. */
  readonly publishedLimit?: number;
}

export function rulesNow(rules: SaleRules, { seatsPerFan }: Pick<SaleLevers, 'seatsPerFan'>): RulesNow {
  if (seatsPerFan === undefined || seatsPerFan === rules.seatsPerFan) return rules;
  return { ...rules, seatsPerFan, publishedLimit: rules.seatsPerFan };
}

/** For what a fan was promised before the limit was turned down: seats of a cancelled performance elsewhere. */
export function limitEver({ seatsPerFan, publishedLimit = seatsPerFan }: RulesNow): number {
  return Math.max(seatsPerFan, publishedLimit);
}
