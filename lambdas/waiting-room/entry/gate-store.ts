import type { Appeal } from '../../../contracts/line-operation.ts';

/** The gate's books: how many suspect joins there were, and what fans say against being suspected. */
export interface GateStore {
  /** Adds one to a count that begins anew in each window, and returns it. */
  count(onSale: string, what: string, window: number): Promise<number>;
  /** Lists the appeal, in the place of an earlier one of that fan. */
  appeal(onSale: string, appeal: Appeal): Promise<void>;
  /** Takes the fan's appeal off the list: it was decided. */
  settle(onSale: string, fan: string, at: number): Promise<void>;
  /** The undecided ones, the oldest first. */
  appeals(onSale: string): Promise<readonly Appeal[]>;
}
