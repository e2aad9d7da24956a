import { expect, test } from '@jest/globals';
import { exhaust, replay } from '../../simulation/exhaust/exhaust.ts';
import { oneOrder } from '../../simulation/exhaust/scenes/one-order.ts';
import { sealing } from '../../simulation/exhaust/scenes/sealing.ts';
import { scenes } from '../../simulation/exhaust/scenes.ts';
import { readSchedule } from '../../simulation/exhaust/schedule.ts';

const limit = 1500;

test.each(Object.entries(scenes))(`%s: ${limit} schedules, and no breach`, async (_, scene) => {
  const found = await exhaust(scene, { limit });
  expect(found.breach).toBeUndefined();
  expect(found.complete || found.schedules + found.cut === limit).toBe(true);
});

test.each([
  ['one-order', oneOrder, 'late-outcome', 'O2'],
  ['sealing', sealing, 'sealed-shard', 'answered'],
] as const)(
  '%s: a guard whose absence shows in an unusual order alone is missed after many schedules',
  async (_, scene, mutant, invariant) => {
    const found = await exhaust(scene, { limit, mutant });
    expect(found.breach?.invariant).toBe(invariant);
    expect(found.schedules).toBeGreaterThan(20);
    const again = await replay(scene, { mutant }, readSchedule(found.over ?? '') ?? []);
    expect(again).toMatchObject({ breach: { message: found.breach?.message } });
  },
);
