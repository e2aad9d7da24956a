import { expect, test } from '@jest/globals';
import { mutants } from '../../simulation/mutants.ts';
import { breachText } from '../../simulation/report.ts';
import { type Run, simulate } from '../../simulation/simulate.ts';
import { fans, noBreachIn } from './many-seeds.ts';

/** Two hundred are held by seeds.deep.test.ts. */
const few = 8;

test(`${few} on-sales, and not one invariant is breached`, async () => {
  const faults = await noBreachIn(few);
  expect(faults['dies-after'] + faults['dies-before']).toBeGreaterThan(20);
});

test('a seed gives the same history, byte for byte, kept or not, however often', async () => {
  const first = await simulate({ seed: 4711, fans, kept: true });
  const second = await simulate({ seed: 4711, fans, kept: true });
  const unkept = await simulate({ seed: 4711, fans });
  expect(second.lines?.join('\n')).toBe(first.lines?.join('\n'));
  expect(second.digest).toBe(first.digest);
  expect([unkept.steps, unkept.calls, unkept.faults]).toEqual([first.steps, first.calls, first.faults]);
  const other = await simulate({ seed: 4712, fans, kept: true });
  expect(other.digest).not.toBe(first.digest);
});

test('a breach is described so that a person can follow it, and run it again', async () => {
  const spoils = mutants['section-version'].spoils;
  let run: Run | undefined;
  for (let seed = 1; !run?.breach && seed < 30; seed += 1) run = await simulate({ seed, kept: true, spoils: spoils() });
  if (!run?.breach) throw new Error('No breach was found');
  const text = breachText(run, { mutant: 'section-version' });
  expect(text).toMatch(/^BREACH of [WSO]\d, seed \d+, \d+ fans, step \d+, \+\d\d:\d\d\.\d{3} from the doors\n/);
  expect(text).toContain(`npm run simulate -- --seed ${run.seed} --mutant section-version`);
  // When, who, and what of the hold or seat that it is about; and nothing of a person.
  expect(text).toMatch(/\+\d\d:\d\d\.\d{3} {2}allocator \d+ .*seats\.writeSection: evening-\d .* written: /);
  expect(text).not.toContain('@example.org');
  expect((await simulate({ seed: run.seed, spoils: spoils() })).breach?.sentence).toBe(run.breach.sentence);
});
