import { describe, expect, test } from '@jest/globals';
import type { RollStore } from '../../../../lambdas/waiting-room/draw/roll-store.ts';

let made = 0;

/** 22 letters, as marks are. */
export const aMark = (n: number) => `mark-${n}`.padEnd(22, '_');

/** The duties of every roll store. */
export function rollStoreContract(name: string, store: () => RollStore): void {
  describe(`roll store: ${name}`, () => {
    const cap = 5;
    const aShard = (shard = 3, round = 0) => {
      made += 1;
      return { onSale: `roll-${made}`, round, shard };
    };
    const marks = (count: number) => Array.from({ length: count }, (_, n) => aMark(n));

    test('a shard that nobody joined is empty and open', async () => {
      expect(await store().read(aShard(), 'latest')).toEqual({ marks: [], sealed: false });
    });

    test('marks stand in the order in which they joined, each at the index that was answered', async () => {
      const rolls = store();
      const shard = aShard();
      for (const [index, mark] of marks(3).entries())
        expect(await rolls.append(shard, mark, cap)).toEqual({ how: 'appended', index });
      expect(await rolls.read(shard, 'latest')).toEqual({ marks: marks(3), sealed: false });
      expect((await rolls.read(shard, 'recent')).marks).toEqual(marks(3));
    });

    test('a mark stands once, however often it is appended, also at the same time', async () => {
      const rolls = store();
      const shard = aShard();
      await rolls.append(shard, aMark(9), cap);
      const all = await Promise.all(Array.from({ length: 20 }, () => rolls.append(shard, aMark(1), cap)));
      expect(all.filter(({ how }) => how === 'appended')).toHaveLength(1);
      for (const one of all) expect(one).toMatchObject({ index: 1 });
      expect((await rolls.read(shard, 'latest')).marks).toEqual([aMark(9), aMark(1)]);
    });

    test('of more marks than a shard takes, joining at the same time, the others find it full', async () => {
      const rolls = store();
      const shard = aShard();
      const all = await Promise.all(marks(12).map((mark) => rolls.append(shard, mark, cap)));
      const stand = (await rolls.read(shard, 'latest')).marks;
      expect(stand).toHaveLength(cap);
      for (const [n, one] of all.entries()) {
        const index = stand.indexOf(aMark(n));
        expect(one).toEqual(index < 0 ? { how: 'full' } : { how: 'appended', index });
        expect(await rolls.append(shard, aMark(n), cap)).toEqual(index < 0 ? { how: 'full' } : { how: 'there', index });
      }
    });

    test('a sealed shard takes nobody more, and still says who stands there', async () => {
      const rolls = store();
      const shard = aShard();
      await rolls.append(shard, aMark(1), cap);
      expect(await rolls.seal(shard)).toEqual([aMark(1)]);
      expect(await rolls.append(shard, aMark(2), cap)).toEqual({ how: 'sealed' });
      expect(await rolls.append(shard, aMark(1), cap)).toEqual({ how: 'there', index: 0 });
      expect(await rolls.seal(shard)).toEqual([aMark(1)]);
      expect(await rolls.read(shard, 'latest')).toEqual({ marks: [aMark(1)], sealed: true });
    });

    test('a shard that nobody joined is sealed with none', async () => {
      const rolls = store();
      const shard = aShard();
      expect(await rolls.seal(shard)).toEqual([]);
      expect(await rolls.append(shard, aMark(1), cap)).toEqual({ how: 'sealed' });
    });

    test('a shard sealed by five while fifty join: who was appended stands in the final marks, and nobody else', async () => {
      const rolls = store();
      const shard = aShard();
      const joining = marks(50).map((mark) => rolls.append(shard, mark, 40));
      const sealing = Array.from({ length: 5 }, () => rolls.seal(shard));
      const joined = await Promise.all(joining);
      const finals = await Promise.all(sealing);
      for (const final of finals) expect(final).toEqual(finals[0]);
      for (const [n, one] of joined.entries())
        if ('index' in one) expect(finals[0]?.[one.index]).toBe(aMark(n));
        else expect(finals[0]).not.toContain(aMark(n));
    });

    test('shards, rounds and lines are kept apart, and many are read at once', async () => {
      const rolls = store();
      const { onSale } = aShard();
      await Promise.all([0, 99, 100, 255].map((shard) => rolls.append({ onSale, round: 1, shard }, aMark(shard), cap)));
      await rolls.seal({ onSale, round: 1, shard: 7 });
      const numbers = [255, ...Array.from({ length: 255 }, (_, shard) => shard)];
      const found = await rolls.readMany(onSale, 1, numbers);
      expect(found).toHaveLength(256);
      for (const [at, { marks: stand, sealed }] of found.entries()) {
        const shard = numbers[at] as number;
        expect(stand).toEqual([0, 99, 100, 255].includes(shard) ? [aMark(shard)] : []);
        expect(sealed).toBe(shard === 7);
      }
      expect((await rolls.read({ onSale, round: 0, shard: 0 }, 'latest')).marks).toEqual([]);
      expect((await rolls.read(aShard(0, 1), 'latest')).marks).toEqual([]);
    });

    test('gives out each number once, after those offered to all, until it is sealed', async () => {
      const rolls = store();
      const round = { onSale: aShard().onSale, round: 0, offered: 64 };
      expect(await rolls.allocated(round)).toBe(64);
      const given = await Promise.all(Array.from({ length: 20 }, () => rolls.allocate(round)));
      expect(given.map(Number).sort((a, b) => a - b)).toEqual(Array.from({ length: 20 }, (_, n) => 64 + n));
      expect(await rolls.allocated(round)).toBe(84);
      expect(await Promise.all([rolls.sealAllocation(round), rolls.sealAllocation(round)])).toEqual([84, 84]);
      expect(await rolls.allocate(round)).toBe('sealed');
      expect(await rolls.allocated(round)).toBe(84);
    });

    test('a round that gave out none has those that it offered', async () => {
      const rolls = store();
      const round = { onSale: aShard().onSale, round: 3, offered: 4 };
      expect(await rolls.sealAllocation(round)).toBe(4);
      expect(await rolls.allocate(round)).toBe('sealed');
    });
  });
}
