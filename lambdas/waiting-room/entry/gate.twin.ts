import type { Appeal } from '../../../contracts/line-operation.ts';
import type { GateStore } from './gate-store.ts';

/** The gate store in memory. */
export function gateTwin(): GateStore {
  const counts = new Map<string, number>();
  const lines = new Map<string, Map<string, Appeal>>();
  const listOf = (onSale: string) => {
    const list = lines.get(onSale) ?? new Map<string, Appeal>();
    lines.set(onSale, list);
    return list;
  };
  return {
    async count(onSale, what, window) {
      const key = `${onSale}#${what}#${window}`;
      const count = (counts.get(key) ?? 0) + 1;
      counts.set(key, count);
      return count;
    },
    async appeal(onSale, appeal) {
      listOf(onSale).set(appeal.fan, appeal);
    },
    async settle(onSale, fan) {
      listOf(onSale).delete(fan);
    },
    async appeals(onSale) {
      return [...listOf(onSale).values()].sort((a, b) => a.appealedAt - b.appealedAt);
    },
  };
}
