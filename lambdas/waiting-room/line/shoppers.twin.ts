import { partOf } from './room-parts.ts';
import {
  afterExpiryMs,
  type CountedPass,
  endOf,
  nameOf,
  type ShoppersStore,
  shoppersOf,
  wishAgeMs,
  wishStepMs,
} from './shoppers-store.ts';

interface Sets {
  readonly inUse: Set<string>;
  readonly ended: Set<string>;
  readonly vouchers: Set<string>;
}

/** The shoppers' store in memory. */
export function shoppersTwin(): ShoppersStore {
  const lines = new Map<string, Map<string, Sets & { readonly expiresAt: number; readonly part: number }>>();
  const devices = new Map<string, Set<string>>();
  const wished = new Map<string, Map<number, Set<string>>>();
  const bunchOf = (onSale: string, pass: CountedPass) => {
    const bunches = lines.get(onSale) ?? new Map();
    lines.set(onSale, bunches);
    const { expiresAt } = pass;
    const part = partOf(pass);
    const key = `${part}/${expiresAt}`;
    const bunch = bunches.get(key) ?? { expiresAt, part, inUse: new Set(), ended: new Set(), vouchers: new Set() };
    bunches.set(key, bunch);
    return bunch;
  };
  return {
    async count(onSale, pass, voucher) {
      const bunch = bunchOf(onSale, pass);
      bunch.inUse.add(nameOf(pass));
      if (voucher) bunch.vouchers.add(nameOf(pass));
    },
    async end(onSale, pass) {
      const bunch = bunchOf(onSale, pass);
      bunch.inUse.delete(nameOf(pass));
      bunch.ended.add(endOf(pass));
    },
    async endDevice(onSale, device) {
      devices.set(onSale, (devices.get(onSale) ?? new Set()).add(device));
    },
    async withdraw(onSale, pass) {
      const bunch = bunchOf(onSale, pass);
      bunch.inUse.delete(nameOf(pass));
      bunch.vouchers.delete(nameOf(pass));
    },
    async read(onSale, now, parts = 1) {
      const bunches = [...(lines.get(onSale)?.values() ?? [])];
      const lasting = bunches.filter(({ expiresAt, part }) => part < parts && expiresAt > now - afterExpiryMs);
      return shoppersOf([...lasting, { inUse: [], ended: [], vouchers: [], devices: devices.get(onSale) ?? [] }], now);
    },
    async wish(onSale, pass, now) {
      const wishes = wished.get(onSale) ?? new Map<number, Set<string>>();
      wished.set(onSale, wishes);
      const since = Math.floor(now / wishStepMs) * wishStepMs;
      wishes.set(since, (wishes.get(since) ?? new Set()).add(nameOf(pass)));
    },
    async wishes(onSale, now) {
      const fresh = [...(wished.get(onSale) ?? [])].filter(([since]) => since > now - wishAgeMs - wishStepMs);
      return new Set(fresh.flatMap(([, names]) => [...names]));
    },
  };
}
