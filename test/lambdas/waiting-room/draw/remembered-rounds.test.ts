import { expect, test } from '@jest/globals';
import type { DrawSheet } from '../../../../contracts/line.ts';
import { rememberRounds } from '../../../../lambdas/waiting-room/draw/remembered-rounds.ts';

const sheet = (onSale: string, round: number, bank = 0): DrawSheet => ({
  v: 2,
  onSale,
  round,
  bank,
  closedAt: 0,
  drawnAt: 1,
  before: 0,
  counts: [1],
  size: 1,
  offset: round,
  seed: `${round}`,
});

/** Rounds that are all drawn but those named, and what was read of them. */
function counting(missing: ReadonlySet<number> = new Set()) {
  const reads: string[] = [];
  const read = async (onSale: string, round: number, bank: number) => {
    reads.push(`${onSale} ${round} ${bank}`);
    return missing.has(round) ? undefined : sheet(onSale, round, bank);
  };
  return { reads, memory: rememberRounds({ sheet: read }) };
}

test('a drawn round is read once, each line’s own', async () => {
  const { reads, memory } = counting();
  for (let times = 0; times < 2; times += 1)
    for (const onSale of ['friends', 'public']) expect(await memory.sheet(onSale, 1, 0)).toEqual(sheet(onSale, 1));
  expect(reads).toEqual(['friends 1 0', 'public 1 0']);
});

test('a round that is not drawn yet is asked for again', async () => {
  const missing = new Set([1]);
  const { memory } = counting(missing);
  expect(await memory.sheet('friends', 1, 0)).toBeUndefined();
  missing.clear();
  expect(await memory.sheet('friends', 1, 0)).toEqual(sheet('friends', 1));
});

test('the last 2,000 sheets are kept, and no more', async () => {
  const { reads, memory } = counting();
  for (let round = 0; round <= 2000; round += 1) await memory.sheet('friends', round, 0);
  reads.length = 0;
  await memory.sheet('friends', 1, 0);
  expect(reads).toEqual([]);
  await memory.sheet('friends', 0, 0);
  expect(reads).toEqual(['friends 0 0']);
});
