import type { LedgerEntry } from '../../../contracts/ledger.ts';

export interface LedgerStore {
  /** Puts entry number `n` (from 1) if there is none; returns the one that stands. */
  put(onSale: string, n: number, entry: LedgerEntry): Promise<LedgerEntry>;
  /** All entries in order. */
  read(onSale: string): Promise<readonly LedgerEntry[]>;
}
