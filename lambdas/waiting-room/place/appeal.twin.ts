import type { Appeal } from '../../../contracts/line-operation.ts';
import type { AppealStore } from './appeal-store.ts';

/** The appeal store in memory. */
export function appealTwin(): AppealStore {
  const lines = new Map<string, Map<string, Appeal>>();
  const listOf = (onSale: string) => {
    const list = lines.get(onSale) ?? new Map<string, Appeal>();
    lines.set(onSale, list);
    return list;
  };
  return {
    async lodge(onSale, appeal) {
      listOf(onSale).set(appeal.fan, appeal);
    },
    async settle(onSale, fan) {
      listOf(onSale).delete(fan);
    },
    async find(onSale, fan) {
      return listOf(onSale).get(fan);
    },
    async open(onSale) {
      return [...listOf(onSale).values()].sort((a, b) => a.appealedAt - b.appealedAt);
    },
  };
}
