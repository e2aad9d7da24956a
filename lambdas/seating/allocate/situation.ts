import type { HoldRefusal } from '../../../contracts/house.ts';
import type { BasketRecord } from '../house/basket-record.ts';
import type { RulesNow } from '../house/sale-levers.ts';
import type { SectionState } from '../house/section-codec.ts';
import type { PlanIndex } from '../plan/plan-index.ts';

/** All that the decisions of one batch are taken from. */
export interface Situation {
  readonly plan: PlanIndex;
  /** Of this house's on-sales, by id, as they stand now. */
  readonly rules: ReadonlyMap<string, RulesNow>;
  /** Of these on-sales: those in which nothing new of it is held. */
  readonly stoppedIn: ReadonlySet<string>;
  readonly sections: ReadonlyMap<string, SectionState>;
  /** By `basketName`: of every fan who asks. */
  readonly baskets: ReadonlyMap<string, BasketRecord>;
  /** The performance does not take place: nothing of it is held or sold any more. */
  readonly isCancelled: boolean;
  /** Milliseconds since the epoch. */
  readonly now: number;
}

/** The decision on an ask; `again` is one that was answered before. */
export type Decision =
  | 'held'
  | 'extended'
  | 'sold'
  | 'lost'
  | 'changed'
  | 'kept'
  | 'released'
  | 'too-late'
  | 'again'
  | HoldRefusal;
