import type { LedgerEntry } from '../../../contracts/ledger.ts';

export interface LedgerStore {
  /** Puts entry number `n` (from 1) if there is none; returns the one that stands. */
  put(onSale: string, n: number, entry: LedgerEntry): Promise<LedgerEntry>;
  /** The entries from one number to another, both included, in order. */
  read(onSale: string, from: number, to: number): Promise<readonly LedgerEntry[]>;
}
