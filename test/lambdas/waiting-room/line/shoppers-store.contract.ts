import { describe, expect, test } from '@jest/globals';
import type { ShoppersStore } from '../../../../lambdas/waiting-room/line/shoppers-store.ts';

let made = 0;

/** The duties of every room store. */
export function roomStoreContract(name: string, store: () => ShoppersStore): void {
  describe(`shoppers store: ${name}`, () => {
    const onSale = () => {
      made += 1;
      return `room-${made}`;
    };
    const pass = (position: number, expiresAt = 1_000_000, number = 1) => ({ position, expiresAt, number });

    test('is empty at first', async () => {
      expect(await store().read(onSale(), 0)).toEqual({ inUse: 0, late: 0, claimed: new Set() });
    });

    test('counts passes until they end, to the second', async () => {
      const shoppers = store();
      const line = onSale();
      await Promise.all([1, 2, 3, 17, 18].map((position) => shoppers.count(line, pass(position), false)));
      await shoppers.count(line, pass(4, 1_010_000), true);
      expect(await shoppers.read(line, 999_999)).toEqual({ inUse: 6, late: 1, claimed: new Set([1, 2, 3, 4, 17, 18]) });
      expect(await shoppers.read(line, 1_000_000)).toEqual({ inUse: 1, late: 1, claimed: new Set([4]) });
      expect(await shoppers.read(line, 1_010_000)).toEqual({ inUse: 0, late: 0, claimed: new Set() });
    });

    test('counting the same pass twice counts it once, also with another end', async () => {
      const shoppers = store();
      const line = onSale();
      await shoppers.count(line, pass(1), false);
      await shoppers.count(line, pass(1), false);
      await shoppers.count(line, pass(1, 1_010_000), false);
      expect((await shoppers.read(line, 0)).inUse).toBe(1);
    });

    test('of fifty who count, and give back, one pass at once it is one; fifty passes at once are fifty', async () => {
      const shoppers = store();
      const line = onSale();
      await Promise.all(Array.from({ length: 50 }, () => shoppers.count(line, pass(7), false)));
      expect((await shoppers.read(line, 0)).inUse).toBe(1);
      await Promise.all(Array.from({ length: 50 }, () => shoppers.giveBack(line, pass(7))));
      expect(await shoppers.read(line, 0)).toEqual({ inUse: 0, late: 0, claimed: new Set([7]) });
      await Promise.all(
        Array.from({ length: 50 }, (_, n) =>
          shoppers.count(line, pass(100 + n, 1_000_000 + 10_000 * (n % 3)), n % 2 === 0),
        ),
      );
      expect(await shoppers.read(line, 0)).toMatchObject({ inUse: 50, late: 25 });
    });

    test('a pass given back is free once, however often, and its position stays claimed', async () => {
      const shoppers = store();
      const line = onSale();
      await shoppers.count(line, pass(1), false);
      await shoppers.count(line, pass(2), false);
      await shoppers.giveBack(line, pass(1));
      await shoppers.giveBack(line, pass(1));
      expect(await shoppers.read(line, 0)).toEqual({ inUse: 1, late: 0, claimed: new Set([1, 2]) });
    });

    test('the second pass of a fan is another one', async () => {
      const shoppers = store();
      const line = onSale();
      await shoppers.count(line, pass(1), false);
      await shoppers.giveBack(line, pass(1));
      await shoppers.count(line, pass(1, 1_000_000, 2), true);
      await shoppers.giveBack(line, pass(1));
      expect(await shoppers.read(line, 0)).toEqual({ inUse: 1, late: 1, claimed: new Set([1]) });
    });

    test('a pass withdrawn was never there', async () => {
      const shoppers = store();
      const line = onSale();
      await shoppers.count(line, pass(1), true);
      await shoppers.withdraw(line, pass(1));
      await shoppers.withdraw(line, pass(1));
      expect(await shoppers.read(line, 0)).toEqual({ inUse: 0, late: 0, claimed: new Set() });
    });
  });
}
