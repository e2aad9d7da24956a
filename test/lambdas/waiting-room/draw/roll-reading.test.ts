import { beforeEach, describe, expect, test } from '@jest/globals';
import { published } from '../../../../contracts/paths.ts';
import { rollTwin } from '../../../../lambdas/waiting-room/draw/roll.twin.ts';
import { type ReadingDeps, RollReading } from '../../../../lambdas/waiting-room/draw/roll-reading.ts';
import { roundTwin } from '../../../../lambdas/waiting-room/draw/round.twin.ts';
import { filesIn } from '../../../files-in.ts';
import { anOpening, onSale, opensAt, SmallStage } from '../small-stage.ts';

/* Reading a roll ahead of its doors. */

const roll = { cap: 2, tile: 2, bank: 4 };
const lobby = { round: 0, shards: 2 };
const key = { onSale, round: 0, offered: lobby.shards };
const t = 1_800_000_000_000;

let rolls: ReturnType<typeof rollTwin>;
let files: Map<string, unknown>;
let deps: ReadingDeps;
let reading: RollReading;
beforeEach(() => {
  rolls = rollTwin();
  files = new Map();
  deps = { rolls, rounds: roundTwin(), files: filesIn(files) };
  reading = new RollReading({ onSale, roll }, lobby);
});

const give = async (shards: number) => {
  for (let shard = lobby.shards; shard < shards; shard += 1) await rolls.allocate(key);
};
const fill = async (shard: number, marks = roll.cap) => {
  const { length } = (await rolls.read({ ...key, shard }, 'latest')).marks;
  for (let at = length; at < length + marks; at += 1)
    await rolls.append({ ...key, shard }, `${shard}.${at}`.padEnd(22, '_'), roll.cap);
};
const isSealed = async (shard: number) => (await rolls.read({ ...key, shard }, 'latest')).sealed;
const bankIsOut = (bank: number) => files.has(published.rollBank(onSale, 0, bank));

describe('a shard that its handler left part empty', () => {
  beforeEach(async () => {
    await give(6);
    for (const shard of [0, 1, 3]) await fill(shard);
    await fill(2, 1);
    await fill(4, 1);
  });

  test('is sealed ahead once nobody filled it for half a minute, and its bank is kept', async () => {
    await reading.read(deps, t);
    await reading.read(deps, t + 29_999);
    expect([await isSealed(2), bankIsOut(0)]).toEqual([false, false]);
    await reading.read(deps, t + 30_000);
    expect([await isSealed(2), bankIsOut(0)]).toEqual([true, true]);
    expect(reading.count).toBe(8);
    // Whoever takes over knows the bank, and need not read it.
    const asked: number[] = [];
    const readMany: typeof rolls.readMany = (name, round, shards) => {
      asked.push(...shards);
      return rolls.readMany(name, round, shards);
    };
    const next = new RollReading({ onSale, roll }, lobby);
    await next.read({ ...deps, rolls: { ...rolls, readMany } }, t + 35_000);
    expect([asked, next.count]).toEqual([[4, 5], 8]);
  });

  test('is left alone while somebody fills it, and while its bank is not given out', async () => {
    await reading.read(deps, t);
    await give(7);
    await reading.read(deps, t + 20_000);
    await rolls.append({ ...key, shard: 4 }, 'another'.padEnd(22, '_'), 99);
    await give(8);
    await reading.read(deps, t + 40_000);
    // Shard 2 of the first bank stood still, shard 5 of the second was empty for as long; shard 4 was filled lately.
    expect(await Promise.all([2, 4, 5].map(isSealed))).toEqual([true, false, true]);
    expect(bankIsOut(1)).toBe(false);
  });
});

test('the marks of a large lobby are never all in memory: they are published as they are read', async () => {
  const shards = 20_000;
  let unpublished = 0;
  let most = 0;
  const full = { marks: ['a'.repeat(22), 'b'.repeat(22)], sealed: false };
  const many: ReadingDeps = {
    rolls: {
      ...rolls,
      allocated: async () => shards,
      readMany: async (_onSale, _round, numbers) => {
        unpublished += numbers.length;
        most = Math.max(most, unpublished);
        return numbers.map(() => full);
      },
    },
    rounds: deps.rounds,
    files: {
      write: async (path) => {
        if (path.includes('/tiles/')) unpublished -= roll.tile;
      },
    },
  };
  await reading.read(many, t);
  expect(reading.count).toBe(shards * roll.cap);
  expect(unpublished).toBe(0);
  expect(most).toBeLessThanOrEqual(4096);
});

test('marks that wait long for the rest of their tile are read again, and never as a copy that is behind has them', async () => {
  const shards = 20_000;
  const wide = { cap: 2, tile: 8, bank: 16 };
  const large = new RollReading({ onSale, roll: wide }, lobby);
  const marksOf = (shard: number) => [`${shard}.0`.padEnd(22, '_'), `${shard}.1`.padEnd(22, '_')];
  let isDone = false;
  let behind = true;
  const again: number[] = [];
  const tiles = new Map<string, unknown>();
  const many: ReadingDeps = {
    ...deps,
    files: filesIn(tiles),
    rolls: {
      ...rolls,
      allocated: async () => shards,
      // Of each tile one is not full, until all are.
      readMany: async (_onSale, _round, numbers) =>
        numbers.map((shard) => {
          if (isDone && shard % 8 > 0) again.push(shard);
          const isFull = isDone ? shard !== 1 || !behind : shard % 8 > 0;
          return { marks: marksOf(shard).slice(0, isFull ? 2 : 1), sealed: false };
        }),
    },
  };
  await large.read(many, t);
  expect(tiles.size).toBe(0);
  isDone = true;
  await large.read(many, t + 5000);
  // Of 17,500 shards that were full 16,384 were held.
  expect(again.length).toBe(17_500 - 16_384);
  expect(tiles.has(published.rollTile(onSale, 0, 0))).toBe(false);
  behind = false;
  await large.read(many, t + 10_000);
  for (const tile of [0, 1, 1700, 2499]) {
    const eight = Array.from({ length: 8 }, (_, at) => marksOf(tile * 8 + at));
    expect(tiles.get(published.rollTile(onSale, 0, tile))).toMatchObject({ shards: eight });
  }
});

test('a fan whose shard was sealed ahead has a place on another one, and keeps it', async () => {
  const stage = new SmallStage();
  stage.now = opensAt - 60_000;
  await stage.open(anOpening());
  const { rolls: all } = stage.stores;
  for (let shard = 0; shard < 64; shard += 1) await all.seal({ onSale, round: 0, shard });
  const joined = await stage.join(1);
  const again = await stage.join(1);
  if (!joined.ok || !again.ok) throw new Error('The join was refused');
  expect(joined.joined.place).toMatchObject({ round: 0, shard: 64, index: 0 });
  expect(again.joined.place).toEqual(joined.joined.place);
});
