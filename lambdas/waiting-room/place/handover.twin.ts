import { moved, written } from '../../foundation/write-outcome.ts';
import type { HandoverStore } from './handover-store.ts';
import { type Tries, triesAfter } from './tries.ts';

/** The store of codes in memory. */
export function handoverTwin(): HandoverStore {
  const codes = new Map<string, string>();
  const tried = new Map<string, Tries>();
  const keyOf = (onSale: string, of: string) => `${onSale}#${of}`;
  return {
    async look(onSale, { code, from }) {
      const fan = codes.get(keyOf(onSale, code));
      const tries = tried.get(keyOf(onSale, from));
      return { ...(fan !== undefined && { fan }), ...(tries && { tries }) };
    },
    async put(onSale, code, fan) {
      codes.set(keyOf(onSale, code), fan);
    },
    async countTry(onSale, from, limit) {
      const tries = triesAfter(tried.get(keyOf(onSale, from)), limit);
      if (!tries) return moved;
      tried.set(keyOf(onSale, from), tries);
      return written;
    },
  };
}
