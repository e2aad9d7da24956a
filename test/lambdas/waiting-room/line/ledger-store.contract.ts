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
      expect(await ledger.read(line, 1, 100)).toEqual([put[0]]);
    });

    test('reads the entries of a segment in order, past the hundredth and the tenth alike', async () => {
      const ledger = store();
      const line = onSale();
      const numbers = Array.from({ length: 120 }, (_, at) => at + 1);
      for (const n of numbers.toReversed()) await ledger.put(line, n, entry(`${n}`));
      await ledger.put(onSale(), 1, entry('elsewhere'));
      const texts = async (from: number, to: number) => (await ledger.read(line, from, to)).map(({ text }) => text);
      expect(await texts(1, 100)).toEqual(numbers.slice(0, 100).map(String));
      expect(await texts(101, 200)).toEqual(numbers.slice(100).map(String));
      expect(await texts(9, 11)).toEqual(['9', '10', '11']);
      expect(await ledger.read(onSale(), 1, 100)).toEqual([]);
    });
  });
}
