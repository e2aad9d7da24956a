import { expect, test } from '@jest/globals';
import { rememberRounds } from '../../../../lambdas/waiting-room/draw/remembered-rounds.ts';
import type { DrawnRound } from '../../../../lambdas/waiting-room/draw/round-store.ts';

const sheet = (onSale: string, round: number): DrawnRound => ({
  v: 1,
  onSale,
  round,
  drawnAt: 1,
  counts: [1],
  size: 1,
  offset: round,
  seed: `${round}`,
});

/** Rounds that are all drawn but those named, and what was read of them. */
function counting(missing: ReadonlySet<number> = new Set()) {
  const reads: string[] = [];
  const drawn = async (onSale: string, round: number) => {
    reads.push(`${onSale} ${round}`);
    return missing.has(round) ? undefined : sheet(onSale, round);
  };
  return { reads, memory: rememberRounds({ drawn }) };
}

test('a drawn round is read once, each line’s own', async () => {
  const { reads, memory } = counting();
  for (let times = 0; times < 2; times += 1)
    for (const onSale of ['friends', 'public']) expect(await memory.drawn(onSale, 1)).toEqual(sheet(onSale, 1));
  expect(reads).toEqual(['friends 1', 'public 1']);
});

test('a round that is not drawn yet is asked for again', async () => {
  const missing = new Set([1]);
  const { memory } = counting(missing);
  expect(await memory.drawn('friends', 1)).toBeUndefined();
  missing.clear();
  expect(await memory.drawn('friends', 1)).toEqual(sheet('friends', 1));
});

test('the last 10,000 rounds are kept, and no more', async () => {
  const { reads, memory } = counting();
  for (let round = 0; round <= 10_000; round += 1) await memory.drawn('friends', round);
  reads.length = 0;
  await memory.drawn('friends', 1);
  expect(reads).toEqual([]);
  await memory.drawn('friends', 0);
  expect(reads).toEqual(['friends 0']);
});
