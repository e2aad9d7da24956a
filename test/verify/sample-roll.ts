import { createHash } from 'node:crypto';
import type { LineFile } from '../../contracts/line.ts';
import type { RollBank, RollCommitment, RollTile } from '../../contracts/roll.ts';

/* Rolls made for the tests, as docs/fairness.md has them. */

const sha = (data: string) => createHash('sha256').update(data).digest();

export const markOf = (onSale: string, round: number, shard: number, index: number) =>
  sha(`mark ${onSale} ${round}/${shard}/${index}`).subarray(0, 16).toString('base64url');

interface Roll {
  readonly banks: readonly RollBank[];
  readonly tiles: readonly RollTile[];
}

export const textHash = (file: unknown) => sha(JSON.stringify(file)).toString('base64url');

/** The files of one roll, from its counts. */
export function rollOf({ onSale, roll }: LineFile, round: number, counts: readonly number[]): Roll {
  const shards = counts.map((count, shard) =>
    Array.from({ length: count }, (_, index) => markOf(onSale, round, shard, index)),
  );
  return filesOfRoll({ onSale, roll }, round, shards);
}

/** The files of one roll, from its marks. */
export function filesOfRoll(
  { onSale, roll }: Pick<LineFile, 'onSale' | 'roll'>,
  round: number,
  shards: readonly (readonly string[])[],
): Roll {
  const tiles = inPieces(shards, roll.tile).map(
    (some, tile): RollTile => ({ v: 2, onSale, round, tile, shards: some }),
  );
  const banks = inPieces(shards, roll.bank).map((some, bank): RollBank => {
    const first = (bank * roll.bank) / roll.tile;
    const own = tiles.slice(first, first + Math.ceil(some.length / roll.tile));
    return { v: 2, onSale, round, bank, counts: some.map((marks) => marks.length), tiles: own.map(textHash) };
  });
  return { banks, tiles };
}

export function inPieces<One>(all: readonly One[], size: number): readonly (readonly One[])[] {
  return Array.from({ length: Math.ceil(all.length / size) }, (_, at) => all.slice(at * size, (at + 1) * size));
}

/** What a commitment says of a roll. */
export function factsOf({ banks }: Roll): Pick<RollCommitment, 'shards' | 'size' | 'banks'> {
  const counts = banks.flatMap((bank) => bank.counts);
  return { shards: counts.length, size: counts.reduce((sum, count) => sum + count, 0), banks: banks.map(textHash) };
}

/** Chains commitments, in the one order of fields. */
export function commit(
  { onSale, chain }: Pick<LineFile, 'onSale' | 'chain'>,
  all: readonly Omit<RollCommitment, 'v' | 'onSale' | 'n' | 'before'>[],
): readonly RollCommitment[] {
  let before = chain.anchor;
  return all.map(({ round, shards, size, banks, closedAt, committedAt, beacon }, at): RollCommitment => {
    const commitment = {
      ...{ v: 2 as const, onSale, round, n: at + 1, before, shards, size, banks, closedAt, committedAt },
      ...(beacon !== undefined && { beacon }),
    } satisfies RollCommitment;
    before = sha(before + JSON.stringify(commitment)).toString('hex');
    return commitment;
  });
}
