import type { GateStore } from './gate-store.ts';

/** The gate store in memory. */
export function gateTwin(): GateStore {
  const counts = new Map<string, number>();
  return {
    async count(onSale, what, window) {
      const key = `${onSale}#${what}#${window}`;
      const count = (counts.get(key) ?? 0) + 1;
      counts.set(key, count);
      return count;
    },
  };
}
