import { describe, expect, test } from '@jest/globals';
import type { AppealStore } from '../../../../lambdas/waiting-room/place/appeal-store.ts';

let made = 0;

/** The duties of every appeal store. */
export function appealStoreContract(name: string, store: () => AppealStore): void {
  describe(`appeal store: ${name}`, () => {
    const line = () => {
      made += 1;
      return `appeals-${made}`;
    };

    test('lists appeals, the oldest first, a later one of a fan in the place of the one before, until decided', async () => {
      const appeals = store();
      const onSale = line();
      const appeal = (fan: string, appealedAt: number, message = `said at ${appealedAt}`) =>
        ({ fan, against: 'slower', why: 'staff', appealedAt, message }) as const;
      const [last, first, second] = [appeal('a', 30), appeal('b', 10), appeal('c', 20)];
      for (const one of [last, first, second]) await appeals.lodge(onSale, one);
      expect(await appeals.open(onSale)).toEqual([first, second, last]);

      await appeals.lodge(onSale, appeal('b', 40, 'once more'));
      await appeals.settle(onSale, 'c', 50);
      await appeals.settle(onSale, 'nobody', 50);
      expect((await appeals.open(onSale)).map(({ message }) => message)).toEqual(['said at 30', 'once more']);
      await appeals.lodge(onSale, appeal('c', 60));
      expect(await appeals.open(onSale)).toHaveLength(3);
      expect(await appeals.open(line())).toEqual([]);
      expect(await appeals.find(onSale, 'a')).toEqual(last);
      await appeals.settle(onSale, 'a', 70);
      expect(await appeals.find(onSale, 'a')).toBeUndefined();
      expect(await appeals.find(onSale, 'nobody')).toBeUndefined();
    });

    test('lists more appeals than one answer holds', async () => {
      const appeals = store();
      const onSale = line();
      const message = 'x'.repeat(30_000);
      const fans = Array.from({ length: 40 }, (_, n) => `fan-${n}`);
      await Promise.all(
        fans.map((fan, n) => appeals.lodge(onSale, { fan, against: 'slower', why: 'staff', appealedAt: n, message })),
      );
      expect((await appeals.open(onSale)).map(({ fan }) => fan)).toEqual(fans);
    });
  });
}
