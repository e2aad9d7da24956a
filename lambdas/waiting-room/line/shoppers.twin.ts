import { passName, type ShoppersStore, shoppersOf } from './shoppers-store.ts';

/** The shoppers' store in memory. */
export function shoppersTwin(): ShoppersStore {
  const lines = new Map<string, Map<number, { inUse: Set<string>; done: Set<string>; late: Set<string> }>>();
  const bunchOf = (onSale: string, expiresAt: number) => {
    const shoppers = lines.get(onSale) ?? new Map();
    lines.set(onSale, shoppers);
    const bunch = shoppers.get(expiresAt) ?? { inUse: new Set(), done: new Set(), late: new Set() };
    shoppers.set(expiresAt, bunch);
    return bunch;
  };
  return {
    async count(onSale, pass, late) {
      const bunch = bunchOf(onSale, pass.expiresAt);
      bunch.inUse.add(passName(pass));
      if (late) bunch.late.add(passName(pass));
    },
    async giveBack(onSale, pass) {
      const bunch = bunchOf(onSale, pass.expiresAt);
      bunch.inUse.delete(passName(pass));
      bunch.done.add(passName(pass));
    },
    async withdraw(onSale, pass) {
      const bunch = bunchOf(onSale, pass.expiresAt);
      bunch.inUse.delete(passName(pass));
      bunch.late.delete(passName(pass));
    },
    async read(onSale, now) {
      const bunches = [...(lines.get(onSale) ?? [])];
      return shoppersOf(bunches.filter(([expiresAt]) => expiresAt > now).map(([, bunch]) => bunch));
    },
  };
}
