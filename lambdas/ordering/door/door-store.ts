import type { Written } from '../../foundation/write-outcome.ts';

/*
 * The door's memory of a ticket: nothing, that it was used, or that it is void. One mark a ticket, written once and
 * never changed. The second to come learns what the first one wrote.
 */

export type DoorMark =
  | {
      readonly state: 'used';
      readonly usedAt: number;
      readonly door: string;
      /** Minor units that were owed for the order when it was let in. */
      readonly unpaid?: number;
    }
  /** Cancelled or exchanged. */
  | { readonly state: 'void' };

export interface DoorStore {
  /** Marks the ticket unless it is marked; else says how. */
  mark(performance: string, ticket: string, mark: DoorMark): Promise<Written<{ readonly mark: DoorMark }>>;
  /** The marks of these tickets, by ticket; unmarked ones are missing. As they stand now. */
  marksOf(performance: string, tickets: readonly string[]): Promise<ReadonlyMap<string, DoorMark>>;
  /** Every mark of a performance, by ticket. */
  marks(performance: string): Promise<ReadonlyMap<string, DoorMark>>;
  /** Notes that this order has tickets of the performance, or had some once. Noting it twice is noting it once. */
  expect(performance: string, order: string): Promise<void>;
  /** Ids of the orders that were noted. May be a second behind. */
  expected(performance: string): Promise<readonly string[]>;
}
