import { describe, expect, test } from '@jest/globals';
import {
  afterExpiryMs,
  nobody,
  type ShoppersStore,
  wishAgeMs,
  wishStepMs,
} from '../../../../lambdas/waiting-room/line/shoppers-store.ts';

let made = 0;

/** The duties of every room store. */
export function roomStoreContract(name: string, store: () => ShoppersStore): void {
  describe(`shoppers store: ${name}`, () => {
    const onSale = () => {
      made += 1;
      return `room-${made}`;
    };
    const pass = (position: number, expiresAt = 1_000_000, number = 1) => ({ position, expiresAt, number });
    const ended = (position: number, endedAt: number) => ({ ...pass(position), endedAt });
    const names = (...positions: readonly number[]) => new Set(positions.map((position) => `${position}.1`));

    test('is empty at first', async () => {
      expect(await store().read(onSale(), 0)).toEqual(nobody);
      expect(await store().wishes(onSale(), 0)).toEqual(new Set());
    });

    test('tells of devices that were ended, once each, for as long as it is asked, and as no shoppers', async () => {
      const shoppers = store();
      const line = onSale();
      await Promise.all(['phone', 'phone', 'tablet'].map((device) => shoppers.endDevice(line, device)));
      for (const now of [0, 2_000_000_000_000])
        expect(await shoppers.read(line, now)).toEqual({ ...nobody, endedDevices: new Set(['phone', 'tablet']) });
      expect(await shoppers.read(onSale(), 0)).toEqual(nobody);
    });

    test('counts passes until they end, and until an extension that began before cannot be written any more', async () => {
      const shoppers = store();
      const line = onSale();
      await Promise.all([1, 2, 3, 17, 18].map((position) => shoppers.count(line, pass(position), false)));
      await shoppers.count(line, pass(4, 1_010_000), true);
      const all = await shoppers.read(line, 1_000_000 + afterExpiryMs - 1);
      expect(all).toMatchObject({
        inUse: names(1, 2, 3, 17, 18, 4),
        vouchers: 1,
        claimed: new Set([1, 2, 3, 17, 18, 4]),
      });
      const later = await shoppers.read(line, 1_000_000 + afterExpiryMs);
      expect(later).toMatchObject({ inUse: names(4), vouchers: 1, claimed: new Set([4]) });
      expect(await shoppers.read(line, 1_010_000 + afterExpiryMs)).toEqual(nobody);
    });

    test('of several parts is one room: what is counted, extended, withdrawn and ended by any position is seen', async () => {
      const shoppers = store();
      const line = onSale();
      const of = (position: number, expiresAt = 1_000_000) => ({ ...pass(position, expiresAt), parts: 9 });
      const all = Array.from({ length: 40 }, (_, at) => at + 1);
      await Promise.all(all.map((position) => shoppers.count(line, of(position), position % 2 === 0)));
      await shoppers.count(line, of(7, 1_060_000), false);
      await shoppers.withdraw(line, of(7));
      await shoppers.withdraw(line, of(8));
      await shoppers.end(line, { ...of(9), endedAt: 900_000 });
      const seen = await shoppers.read(line, 940_000, 9);
      const stay = all.filter((position) => position !== 8 && position !== 9);
      expect(seen.inUse).toEqual(names(...stay));
      expect(seen.claimed).toEqual(new Set([...stay, 9]));
      expect(seen.ended).toEqual(new Map([['9.1', 900_000]]));
      expect(seen.vouchers).toBe(19);
      expect((await shoppers.read(line, 1_000_000 + afterExpiryMs, 9)).inUse).toEqual(names(7));
      // A look that does not know of the parts misses people: whoever writes and whoever reads take them from the line.
      expect((await shoppers.read(line, 940_000)).inUse.size).toBeLessThan(stay.length);
    });

    test('counting the same pass twice counts it once, also with another end', async () => {
      const shoppers = store();
      const line = onSale();
      await shoppers.count(line, pass(1), false);
      await shoppers.count(line, pass(1), false);
      await shoppers.count(line, pass(1, 1_010_000), false);
      expect((await shoppers.read(line, 0)).inUse).toEqual(names(1));
    });

    test('of fifty who count, and end, one pass at once it is one; fifty passes at once are fifty', async () => {
      const shoppers = store();
      const line = onSale();
      await Promise.all(Array.from({ length: 50 }, () => shoppers.count(line, pass(7), false)));
      expect((await shoppers.read(line, 0)).inUse).toEqual(names(7));
      await Promise.all(Array.from({ length: 50 }, (_, n) => shoppers.end(line, ended(7, 900_000 + 1000 * n))));
      expect(await shoppers.read(line, 940_000)).toEqual({
        ...{ inUse: new Set(), claimed: new Set([7]), vouchers: 0, endedDevices: new Set() },
        ended: new Map([['7.1', 900_000]]),
      });
      await Promise.all(
        Array.from({ length: 50 }, (_, n) =>
          shoppers.count(line, pass(100 + n, 1_000_000 + 10_000 * (n % 3)), n % 2 === 0),
        ),
      );
      const { inUse, vouchers } = await shoppers.read(line, 940_000);
      expect([inUse.size, vouchers]).toEqual([50, 25]);
    });

    test('a pass that has ended stays counted for half a minute, once, and its position stays claimed', async () => {
      const shoppers = store();
      const line = onSale();
      await shoppers.count(line, pass(1), false);
      await shoppers.count(line, pass(2), true);
      await shoppers.end(line, ended(1, 900_000));
      await shoppers.end(line, ended(1, 905_000));
      await shoppers.end(line, ended(2, 904_001));
      const at = (now: number) => shoppers.read(line, now);
      expect(await at(929_999)).toMatchObject({ inUse: names(1, 2), vouchers: 1, claimed: new Set([1, 2]) });
      expect(await at(930_000)).toMatchObject({ inUse: names(2), vouchers: 1, claimed: new Set([1, 2]) });
      expect(await at(935_000)).toMatchObject({ inUse: new Set(), vouchers: 0, claimed: new Set([1, 2]) });
      expect((await at(935_000)).ended).toEqual(
        new Map([
          ['1.1', 900_000],
          ['2.1', 905_000],
        ]),
      );
    });

    test('the second pass of a fan is another one', async () => {
      const shoppers = store();
      const line = onSale();
      await shoppers.count(line, pass(1), false);
      await shoppers.end(line, ended(1, 900_000));
      await shoppers.count(line, pass(1, 1_000_000, 2), true);
      await shoppers.end(line, ended(1, 900_000));
      expect(await shoppers.read(line, 940_000)).toMatchObject({ inUse: new Set(['1.2']), vouchers: 1 });
    });

    test('a pass that has ended is not counted by a later end that an extension left', async () => {
      const shoppers = store();
      const line = onSale();
      await shoppers.count(line, pass(1), false);
      await shoppers.count(line, pass(1, 1_010_000), false);
      await shoppers.end(line, ended(1, 900_000));
      expect((await shoppers.read(line, 940_000)).inUse).toEqual(new Set());
    });

    test('a pass withdrawn was never there', async () => {
      const shoppers = store();
      const line = onSale();
      await shoppers.count(line, pass(1), true);
      await shoppers.withdraw(line, pass(1));
      await shoppers.withdraw(line, pass(1));
      expect(await shoppers.read(line, 0)).toEqual(nobody);
    });

    test('wishes count once, are nobody else’s, and are forgotten unless they are repeated', async () => {
      const shoppers = store();
      const line = onSale();
      const now = 1_000_000;
      await shoppers.wish(line, pass(1), now);
      await shoppers.wish(line, pass(1), now + 500);
      await shoppers.wish(line, pass(17, 0, 2), now + 20_000);
      expect(await shoppers.wishes(onSale(), now)).toEqual(new Set());
      expect(await shoppers.wishes(line, now + wishAgeMs)).toEqual(new Set(['1.1', '17.2']));
      expect(await shoppers.wishes(line, now + wishAgeMs + wishStepMs)).toEqual(new Set(['17.2']));
      await shoppers.wish(line, pass(1), now + wishAgeMs);
      expect(await shoppers.wishes(line, now + 2 * wishAgeMs)).toEqual(new Set(['1.1']));
      expect(await shoppers.read(line, now)).toEqual(nobody);
    });
  });
}
