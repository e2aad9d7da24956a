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

    test('lists appeals, the oldest first, a later one of a fan in the place of the one before, until decided', async () => {
      const gate = store();
      const onSale = line();
      const appeal = (fan: string, appealedAt: number, message = `said at ${appealedAt}`) =>
        ({ fan, lane: 'slower', why: 'staff', appealedAt, message }) as const;
      const [last, first, second] = [appeal('a', 30), appeal('b', 10), appeal('c', 20)];
      for (const one of [last, first, second]) await gate.appeal(onSale, one);
      expect(await gate.appeals(onSale)).toEqual([first, second, last]);

      await gate.appeal(onSale, appeal('b', 40, 'once more'));
      await gate.settle(onSale, 'c', 50);
      await gate.settle(onSale, 'nobody', 50);
      expect((await gate.appeals(onSale)).map(({ message }) => message)).toEqual(['said at 30', 'once more']);
      await gate.appeal(onSale, appeal('c', 60));
      expect(await gate.appeals(onSale)).toHaveLength(3);
      expect(await gate.appeals(line())).toEqual([]);
    });

    test('lists more appeals than one answer holds', async () => {
      const gate = store();
      const onSale = line();
      const message = 'x'.repeat(30_000);
      const fans = Array.from({ length: 40 }, (_, n) => `fan-${n}`);
      await Promise.all(
        fans.map((fan, n) => gate.appeal(onSale, { fan, lane: 'slower', why: 'staff', appealedAt: n, message })),
      );
      expect((await gate.appeals(onSale)).map(({ fan }) => fan)).toEqual(fans);
    });
  });
}
