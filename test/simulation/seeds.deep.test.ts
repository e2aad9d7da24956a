import { expect, test } from '@jest/globals';
import { runMany } from '../../simulation/many.ts';
import type { Run } from '../../simulation/simulate.ts';
import { noFaults } from '../../simulation/stage/weather.ts';
import { fans, noBreachIn } from './many-seeds.ts';

const seeds = 200;

test(`${seeds} on-sales, and not one invariant is breached`, async () => {
  const faults = await noBreachIn(seeds);
  // Rough enough to mean something: every kind of fault struck, most of them often.
  // Five tries are seldom used up: dead letters have tests of their own.
  for (const kind of (Object.keys(noFaults()) as (keyof Run['faults'])[]).filter((one) => one !== 'set-aside'))
    expect([kind, faults[kind] > 0]).toEqual([kind, true]);
  expect(faults['dies-after'] + faults['dies-before']).toBeGreaterThan(500);
});

test('the first breach is the same on any number of threads', async () => {
  const tasks = Array.from({ length: 8 }, (_, at) => ({ seed: at + 1, fans, mutant: 'sold-before-captured' as const }));
  const breaches = await Promise.all([1, 3].map((workers) => runMany(tasks, { workers, done: () => {} })));
  expect(breaches[0]?.breach?.invariant).toBe('O1');
  expect(breaches[1]).toEqual(breaches[0]);
});
