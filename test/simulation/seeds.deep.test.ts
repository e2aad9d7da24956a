import { expect, test } from '@jest/globals';
import type { Run } from '../../simulation/simulate.ts';
import { noFaults } from '../../simulation/stage/weather.ts';
import { noBreachIn } from './many-seeds.ts';

const seeds = 200;

test(`${seeds} on-sales, and not one invariant is breached`, async () => {
  const faults = await noBreachIn(seeds);
  // Rough enough to mean something: every kind of fault struck, most of them often.
  // Five tries are seldom used up: dead letters have tests of their own.
  for (const kind of (Object.keys(noFaults()) as (keyof Run['faults'])[]).filter((one) => one !== 'set-aside'))
    expect([kind, faults[kind] > 0]).toEqual([kind, true]);
  expect(faults['dies-after'] + faults['dies-before']).toBeGreaterThan(500);
});
