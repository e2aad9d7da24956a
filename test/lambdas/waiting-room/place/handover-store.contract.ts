import { describe, expect, test } from '@jest/globals';
import type { HandoverStore } from '../../../../lambdas/waiting-room/place/handover-store.ts';

let made = 0;

/** The duties of every store of codes. */
export function handoverStoreContract(name: string, store: () => HandoverStore): void {
  describe(`handover store: ${name}`, () => {
    const line = () => {
      made += 1;
      return `handover-${made}`;
    };

    test('finds the fan of a code in its own on-sale, and nobody for another', async () => {
      const codes = store();
      const onSale = line();
      expect(await codes.look(onSale, { code: 'c1', from: 'a' })).toEqual({});
      await Promise.all([codes.put(onSale, 'c1', 'ada'), codes.put(onSale, 'c1', 'ada')]);
      expect(await codes.look(onSale, { code: 'c1', from: 'a' })).toEqual({ fan: 'ada' });
      expect(await codes.look(onSale, { code: 'c2', from: 'a' })).toEqual({});
      expect(await codes.look(line(), { code: 'c1', from: 'a' })).toEqual({});
    });

    test('counts wrong codes of each address up to the most, until their time is over', async () => {
      const codes = store();
      const onSale = line();
      const limit = { now: 1000, endsAt: 2000, most: 5 };
      const counted = await Promise.all(Array.from({ length: 20 }, () => codes.countTry(onSale, 'a', limit)));
      expect(counted.filter(({ ok }) => ok)).toHaveLength(5);
      expect(await codes.look(onSale, { code: 'c', from: 'a' })).toEqual({ tries: { count: 5, endsAt: 2000 } });
      expect(await codes.look(onSale, { code: 'c', from: 'b' })).toEqual({});
      expect(await codes.countTry(onSale, 'a', { ...limit, now: 1999, endsAt: 2999 })).toMatchObject({ ok: false });
      expect(await codes.countTry(onSale, 'a', { ...limit, now: 2000, endsAt: 3000 })).toMatchObject({ ok: true });
      expect(await codes.look(onSale, { code: 'c', from: 'a' })).toEqual({ tries: { count: 1, endsAt: 3000 } });
    });

    test('a code and an address of the same name are two things', async () => {
      const codes = store();
      const onSale = line();
      await codes.put(onSale, 'same', 'ada');
      expect(await codes.look(onSale, { code: 'same', from: 'same' })).toEqual({ fan: 'ada' });
      await codes.countTry(onSale, 'same', { now: 1, endsAt: 2, most: 5 });
      expect(await codes.look(onSale, { code: 'same', from: 'same' })).toMatchObject({
        fan: 'ada',
        tries: { count: 1 },
      });
    });
  });
}
