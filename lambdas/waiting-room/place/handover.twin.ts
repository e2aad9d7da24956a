import { moved, written } from '../../foundation/write-outcome.ts';
import type { Tries } from './fan-store.ts';
import type { HandoverStore } from './handover-store.ts';

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
    async countTry(onSale, from, { now, endsAt, most }) {
      const standing = tried.get(keyOf(onSale, from));
      const live = standing && standing.endsAt > now ? standing : undefined;
      if (live && live.count >= most) return moved;
      tried.set(keyOf(onSale, from), live ? { ...live, count: live.count + 1 } : { count: 1, endsAt });
      return written;
    },
  };
}
