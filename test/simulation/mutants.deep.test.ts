import { describe, expect, test } from '@jest/globals';
import type { Mutant } from '../../simulation/mutant.ts';
import { type MutantName, mutants } from '../../simulation/mutants.ts';
import { type Run, simulate } from '../../simulation/simulate.ts';

/**
 * Every guard that is taken out must be missed. A simulation that finds nothing without a guard proves nothing with it.
 */
const mostSeeds = 120;

describe('with one guard taken out', () => {
  test.each(Object.entries(mutants) as [MutantName, Mutant][])(
    '%s: a breach is found',
    async (_, { breaches, spoils }) => {
      let run: Run | undefined;
      for (let seed = 1; !run?.breach && seed <= mostSeeds; seed += 1) run = await simulate({ seed, spoils: spoils() });
      expect(breaches).toContain(run?.breach?.invariant);
    },
  );
});
