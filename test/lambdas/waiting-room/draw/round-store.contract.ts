import { describe, expect, test } from '@jest/globals';
import type { RoundStore } from '../../../../lambdas/waiting-room/draw/round-store.ts';

let made = 0;

/** The duties of every round store. */
export function roundStoreContract(name: string, store: () => RoundStore): void {
  describe(`round store: ${name}`, () => {
    const onSale = () => {
      made += 1;
      return `rounds-${made}`;
    };

    test('counts each fan of a shard once, also at the same time', async () => {
      const rounds = store();
      const line = onSale();
      const indices = await Promise.all(Array.from({ length: 20 }, () => rounds.count(line, 0, 3)));
      expect([...indices].sort((a, b) => Number(a) - Number(b))).toEqual(Array.from({ length: 20 }, (_, i) => i));
      expect(await rounds.counts(line, 0, 5)).toEqual([0, 0, 0, 20, 0]);
    });

    test('shards, rounds and lines are counted apart', async () => {
      const rounds = store();
      const line = onSale();
      await rounds.count(line, 0, 0);
      expect(await rounds.count(line, 0, 1)).toBe(0);
      expect(await rounds.count(line, 1, 0)).toBe(0);
      expect(await rounds.count(onSale(), 0, 0)).toBe(0);
    });

    test('nobody is counted in a closed shard, and its count is final', async () => {
      const rounds = store();
      const line = onSale();
      await rounds.count(line, 0, 0);
      await rounds.count(line, 0, 0);
      expect(await rounds.close(line, 0, 0)).toBe(2);
      expect(await rounds.count(line, 0, 0)).toBe('closed');
      expect(await rounds.close(line, 0, 0)).toBe(2);
      expect(await rounds.counts(line, 0, 1)).toEqual([2]);
    });

    test('a shard closed by five while fifty join: a counted fan is below the final count, and nobody else', async () => {
      const rounds = store();
      const line = onSale();
      const joining = Array.from({ length: 50 }, () => rounds.count(line, 0, 3));
      const closing = Array.from({ length: 5 }, () => rounds.close(line, 0, 3));
      const counted = (await Promise.all(joining)).filter((index) => index !== 'closed');
      const finals = await Promise.all(closing);
      expect(new Set(finals)).toEqual(new Set([counted.length]));
      expect([...counted].sort((a, b) => Number(a) - Number(b))).toEqual(counted.map((_, index) => index));
    });

    test('of twenty draws of one round put at once one stands for all', async () => {
      const rounds = store();
      const line = onSale();
      const draw = { v: 1, onSale: line, round: 3, drawnAt: 5, counts: [2], size: 2, offset: 0, seed: 'ab' } as const;
      const stood = await Promise.all(Array.from({ length: 20 }, (_, n) => rounds.draw({ ...draw, drawnAt: n })));
      expect(new Set(stood.map(({ drawnAt }) => drawnAt)).size).toBe(1);
      expect(await rounds.drawn(line, 3)).toEqual(stood[0]);
    });

    test('a shard that nobody joined closes with none', async () => {
      const rounds = store();
      const line = onSale();
      expect(await rounds.close(line, 4, 2)).toBe(0);
      expect(await rounds.count(line, 4, 2)).toBe('closed');
    });

    test('counts of more shards than one call reads', async () => {
      const rounds = store();
      const line = onSale();
      await Promise.all([0, 99, 100, 255].map((shard) => rounds.count(line, 0, shard)));
      const counts = await rounds.counts(line, 0, 256);
      expect(counts).toHaveLength(256);
      expect(counts.flatMap((count, shard) => (count === 0 ? [] : [shard]))).toEqual([0, 99, 100, 255]);
    });

    test('a draw is put once; the one that stands is returned, the same bytes', async () => {
      const rounds = store();
      const line = onSale();
      const draw = {
        v: 1,
        onSale: line,
        round: 12,
        drawnAt: 5,
        counts: [1, 0, 2],
        size: 3,
        offset: 9,
        seed: 'ab'.repeat(32),
      } as const;
      expect(await rounds.drawn(line, 12)).toBeUndefined();
      expect(JSON.stringify(await rounds.draw(draw))).toBe(JSON.stringify(draw));
      expect(JSON.stringify(await rounds.draw({ ...draw, drawnAt: 6 }))).toBe(JSON.stringify(draw));
      expect(JSON.stringify(await rounds.drawn(line, 12))).toBe(JSON.stringify(draw));
    });
  });
}
