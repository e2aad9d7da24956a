import { describe, expect, test } from '@jest/globals';
import type { LedgerStore } from '../../../../lambdas/waiting-room/line/ledger-store.ts';

let made = 0;

/** The duties of every ledger store. */
export function ledgerStoreContract(name: string, store: () => LedgerStore): void {
  describe(`ledger store: ${name}`, () => {
    const onSale = () => {
      made += 1;
      return `ledger-${made}`;
    };
    const entry = (text: string) => ({ text, hash: text.padEnd(64, '0') });

    test('puts an entry once: the one that stands is returned, also when two put at the same time', async () => {
      const ledger = store();
      const line = onSale();
      const put = await Promise.all(Array.from({ length: 20 }, (_, n) => ledger.put(line, 1, entry(`${n}`))));
      expect(new Set(put.map(({ text }) => text)).size).toBe(1);
      expect(await ledger.read(line)).toEqual([put[0]]);
    });

    test('reads all entries of a line in order, past the hundredth and the tenth alike', async () => {
      const ledger = store();
      const line = onSale();
      const numbers = Array.from({ length: 120 }, (_, at) => at + 1);
      for (const n of numbers.toReversed()) await ledger.put(line, n, entry(`${n}`));
      await ledger.put(onSale(), 1, entry('elsewhere'));
      expect((await ledger.read(line)).map(({ text }) => text)).toEqual(numbers.map(String));
      expect(await ledger.read(onSale())).toEqual([]);
    });
  });
}
