import { describe, expect, test } from '@jest/globals';
import type { RollBank, RollCommitment } from '../../../../contracts/roll.ts';
import type { Draw, RoundStore } from '../../../../lambdas/waiting-room/draw/round-store.ts';

let made = 0;

export const aBank = (
  onSale: string,
  round: number,
  bank: number,
  counts: readonly number[] = [2, 0, 1],
): RollBank => ({
  ...{ v: 2, onSale, round, bank, counts },
  tiles: ['h'.repeat(43)],
});

export const aDraw = (onSale: string, round: number, more: Partial<Draw> = {}): Draw => ({
  ...{ v: 2, onSale, round, closedAt: 4, drawnAt: 5, sizes: [3, 4], size: 7, offset: 9, seed: 'ab'.repeat(32) },
  ...more,
});

/** The duties of every round store. */
export function roundStoreContract(name: string, store: () => RoundStore): void {
  describe(`round store: ${name}`, () => {
    const onSale = () => {
      made += 1;
      return `rounds-${made}`;
    };
    const aCommitment = (line: string, round: number, more: Partial<RollCommitment> = {}): RollCommitment => ({
      ...{ v: 2, onSale: line, round, n: 1, before: 'ab', shards: 3, size: 3, banks: ['h'] },
      ...{ closedAt: 4, committedAt: 5, ...more },
    });

    test('banks come back in order, whatever is missing between them', async () => {
      const rounds = store();
      const line = onSale();
      expect(await rounds.banks(line, 0)).toEqual([]);
      for (const bank of [10, 1, 3]) await rounds.keepBank(aBank(line, 0, bank));
      await rounds.keepBank(aBank(line, 1, 0, [7]));
      const all = [1, 3, 10].map((bank) => aBank(line, 0, bank));
      expect(await rounds.banks(line, 0)).toEqual(all);
      await rounds.keepBank(aBank(line, 0, 1));
      expect(await rounds.banks(line, 0)).toEqual(all);
    });

    test('a bank of 1,024 shards and 128 tiles is kept whole', async () => {
      const rounds = store();
      const line = onSale();
      const counts = Array.from({ length: 1024 }, (_, shard) => shard % 41);
      const bank = { ...aBank(line, 0, 0, counts), tiles: Array.from({ length: 128 }, () => 'h'.repeat(43)) };
      await rounds.keepBank(bank);
      expect(await rounds.banks(line, 0)).toEqual([bank]);
    });

    test('of twenty commitments put at once one stands for all', async () => {
      const rounds = store();
      const line = onSale();
      expect(await rounds.committed(line, 2)).toBeUndefined();
      const stood = await Promise.all(
        Array.from({ length: 20 }, (_, n) => rounds.commit(aCommitment(line, 2, { committedAt: n, beacon: n }))),
      );
      expect(new Set(stood.map(({ committedAt }) => committedAt)).size).toBe(1);
      expect(await rounds.committed(line, 2)).toEqual(stood[0]);
      expect(stood[0]?.beacon).toBe(stood[0]?.committedAt);
      expect(await rounds.commit(aCommitment(line, 3))).toEqual(aCommitment(line, 3));
    });

    test('of twenty draws put at once one stands for all', async () => {
      const rounds = store();
      const line = onSale();
      await rounds.keepBank(aBank(line, 3, 0));
      const stood = await Promise.all(
        Array.from({ length: 20 }, (_, n) => rounds.draw(aDraw(line, 3, { drawnAt: n, sizes: [3], size: 3 }))),
      );
      expect(new Set(stood.map(({ drawnAt }) => drawnAt)).size).toBe(1);
      expect((await rounds.sheet(line, 3, 0))?.drawnAt).toBe(stood[0]?.drawnAt);
    });

    test('a sheet is the draw with its bank, the same bytes whoever reads it', async () => {
      const rounds = store();
      const line = onSale();
      await rounds.keepBank(aBank(line, 12, 0));
      await rounds.keepBank(aBank(line, 12, 1, [4]));
      expect(await rounds.sheet(line, 12, 0)).toBeUndefined();
      await rounds.draw(aDraw(line, 12));
      const said = (bank: number, counts: readonly number[], before: number) =>
        `{"v":2,"onSale":"${line}","round":12,"bank":${bank},"closedAt":4,"drawnAt":5,"counts":${JSON.stringify(counts)},` +
        `"before":${before},"size":7,"offset":9,"seed":"${'ab'.repeat(32)}"}`;
      expect(JSON.stringify(await rounds.sheet(line, 12, 0))).toBe(said(0, [2, 0, 1], 0));
      expect(JSON.stringify(await rounds.sheet(line, 12, 1))).toBe(said(1, [4], 3));
      expect(await rounds.sheet(line, 12, 2)).toBeUndefined();
    });

    test.each([
      { round: 5, randomness: 'cd'.repeat(32), signature: 'ef' },
      { unproved: 'the beacon was away for an hour' },
    ])('a draw with %j', async (beacon) => {
      const rounds = store();
      const line = onSale();
      await rounds.keepBank(aBank(line, 0, 0));
      const draw = aDraw(line, 0, { sizes: [3], size: 3, beacon });
      await rounds.draw(draw);
      const sheet = JSON.stringify(await rounds.sheet(line, 0, 0));
      expect(sheet.endsWith(`,"beacon":${JSON.stringify(beacon)}}`)).toBe(true);
      expect(JSON.stringify(await rounds.draw({ ...draw, drawnAt: 9 }))).toContain('"drawnAt":5');
    });
  });
}
