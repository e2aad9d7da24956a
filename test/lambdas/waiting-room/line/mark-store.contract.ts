import { describe, expect, test } from '@jest/globals';
import type { MarkStore } from '../../../../lambdas/waiting-room/line/mark-store.ts';

let made = 0;

/** The duties of every mark store. */
export function markStoreContract(name: string, store: () => MarkStore): void {
  describe(`mark store: ${name}`, () => {
    const onSale = () => {
      made += 1;
      return `marks-${made}`;
    };
    const key = (byte: number) => new Uint8Array(32).fill(byte);

    test('a line keeps the first key that it was given', async () => {
      const marks = store();
      const line = onSale();
      expect(await marks.read(line, 0)).toBeUndefined();
      const kept = await Promise.all([1, 2, 3].map((byte) => marks.keep(line, key(byte), 9000)));
      for (const one of kept) expect(one).toEqual(kept[0]);
      expect(await marks.read(line, 0)).toEqual(kept[0]);
      expect(await marks.read(onSale(), 0)).toBeUndefined();
    });

    test('it is gone once its time is over, also where it was not deleted yet', async () => {
      const marks = store();
      const line = onSale();
      await marks.keep(line, key(1), 9000);
      expect(await marks.read(line, 8999)).toEqual(key(1));
      expect(await marks.read(line, 9000)).toBeUndefined();
    });
  });
}
