import type { LedgerEntry } from '../../../contracts/ledger.ts';
import type { LedgerStore } from './ledger-store.ts';

/** The ledger store in memory. */
export function ledgerTwin(): LedgerStore {
  const ledgers = new Map<string, Map<number, LedgerEntry>>();
  const ledgerOf = (onSale: string) => {
    const ledger = ledgers.get(onSale) ?? new Map<number, LedgerEntry>();
    ledgers.set(onSale, ledger);
    return ledger;
  };
  return {
    async put(onSale, n, entry) {
      const ledger = ledgerOf(onSale);
      if (!ledger.has(n)) ledger.set(n, { ...entry });
      return { ...(ledger.get(n) as LedgerEntry) };
    },
    async read(onSale, from, to) {
      return [...ledgerOf(onSale)]
        .filter(([n]) => n >= from && n <= to)
        .sort(([a], [b]) => a - b)
        .map(([, entry]) => ({ ...entry }));
    },
  };
}
