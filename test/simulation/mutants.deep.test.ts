import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { Thread } from '../../simulation/many.ts';
import type { Mutant } from '../../simulation/mutant.ts';
import { type MutantName, mutants } from '../../simulation/mutants.ts';
import type { Run } from '../../simulation/simulate.ts';

/**
 * Every guard that is taken out must be missed. A simulation that finds nothing without a guard proves nothing with it.
 * The seed that found it when this was written comes first: the histories of seeds change with the code.
 */
const mostSeeds = 120;

// Outside of Jest's own world of modules, where the same seed takes many times as long.
let thread: Thread;
beforeAll(() => {
  thread = new Thread();
});
afterAll(() => thread.end());

describe('with one guard taken out', () => {
  test.each(Object.entries(mutants) as [MutantName, Mutant][])(
    '%s: a breach is found',
    async (mutant, { breaches, foundBy = 1 }) => {
      let run: Run | undefined;
      const others = Array.from({ length: mostSeeds }, (_, at) => at + 1);
      for (const seed of [foundBy, ...others]) {
        run = await thread.run({ seed, mutant });
        if (run.breach) break;
      }
      expect(breaches).toContain(run?.breach?.invariant);
    },
  );
});
