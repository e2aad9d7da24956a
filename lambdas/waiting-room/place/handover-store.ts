import type { Written } from '../../foundation/write-outcome.ts';
import type { Tries, TriesLimit } from './tries.ts';

/** Codes by which another device may take a place, and the wrong ones that were typed. Both are keyed hashes. */
export interface HandoverStore {
  /** The fan whose place the code was made for, and the wrong codes that came from there lately. As of now. */
  look(
    onSale: string,
    asked: { readonly code: string; readonly from: string },
  ): Promise<{ readonly fan?: string; readonly tries?: Tries }>;
  /** Notes a code. Noted twice, it is noted once. */
  put(onSale: string, code: string, fan: string): Promise<void>;
  /** Counts one more wrong code, unless `most` are counted already, and keeps the count until the given time. */
  countTry(onSale: string, from: string, limit: TriesLimit): Promise<Written>;
}
