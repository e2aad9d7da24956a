import type { Appeal } from '../../../contracts/line-operation.ts';

/** Keeps the appeals of fans against the slower lane and against a removal. */
export interface AppealStore {
  /** Lists the appeal, in the place of an earlier one of that fan. */
  lodge(onSale: string, appeal: Appeal): Promise<void>;
  /** Takes the fan's appeal off the list: it was decided. */
  settle(onSale: string, fan: string, settledAt: number): Promise<void>;
  /** The fan's appeal, if it is not decided. */
  find(onSale: string, fan: string): Promise<Appeal | undefined>;
  /** The appeals that are not decided, the oldest first. */
  open(onSale: string): Promise<readonly Appeal[]>;
}
