import { expect } from '@jest/globals';
import { runMany } from '../../simulation/many.ts';
import { breachText, SeedProgress } from '../../simulation/report.ts';
import type { Run } from '../../simulation/simulate.ts';

/** Small on-sales, so that many of them are quick; `npm run simulate` has those of every size. */
export const fans = 14;

/** Holds the on-sales of so many seeds, of which none may breach an invariant. @returns what struck them. */
export async function noBreachIn(seeds: number): Promise<Run['faults']> {
  const progress = new SeedProgress();
  const runs: number[] = [];
  const breached = await runMany(
    Array.from({ length: seeds }, (_, at) => ({ seed: at + 1, fans })),
    {
      workers: 2,
      done(run) {
        runs.push(run.seed);
        progress.add(run);
      },
    },
  );
  expect(breached && breachText(breached, { fans })).toBeUndefined();
  expect(runs).toEqual(Array.from({ length: seeds }, (_, at) => at + 1));
  return progress.faults;
}
