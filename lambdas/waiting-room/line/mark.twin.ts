import type { MarkStore } from './mark-store.ts';

/** The mark store in memory. */
export function markTwin(): MarkStore {
  const keys = new Map<string, { readonly key: Uint8Array; readonly until: number }>();
  return {
    async keep(onSale, key, until) {
      if (!keys.has(onSale)) keys.set(onSale, { key: Uint8Array.from(key), until: Math.ceil(until / 1000) * 1000 });
      return Uint8Array.from(keys.get(onSale)?.key ?? key);
    },
    async read(onSale, now) {
      const kept = keys.get(onSale);
      return kept && kept.until > now ? Uint8Array.from(kept.key) : undefined;
    },
  };
}
