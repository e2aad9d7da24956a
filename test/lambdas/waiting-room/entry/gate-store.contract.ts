import { describe, expect, test } from '@jest/globals';
import type { GateStore } from '../../../../lambdas/waiting-room/entry/gate-store.ts';

let made = 0;

/** The duties of every gate store. */
export function gateStoreContract(name: string, store: () => GateStore): void {
  describe(`gate store: ${name}`, () => {
    const line = () => {
      made += 1;
      return `gate-${made}`;
    };

    test('counts anew in each window, for each thing and on-sale', async () => {
      const gate = store();
      const onSale = line();
      const counts = await Promise.all(Array.from({ length: 50 }, () => gate.count(onSale, 'x', 5)));
      expect(counts.sort((a, b) => a - b)).toEqual(Array.from({ length: 50 }, (_, n) => n + 1));
      expect(await gate.count(onSale, 'x', 6)).toBe(1);
      expect(await gate.count(onSale, 'xx', 5)).toBe(1);
      expect(await gate.count(line(), 'x', 5)).toBe(1);
      expect(await gate.count(onSale, 'x', 5)).toBe(51);
    });
  });
}
