import { expect, test } from '@jest/globals';
import { exhaust, replay } from '../../simulation/exhaust/exhaust.ts';
import { oneOrder } from '../../simulation/exhaust/scenes/one-order.ts';
import { scenes } from '../../simulation/exhaust/scenes.ts';
import { readSchedule } from '../../simulation/exhaust/schedule.ts';

const limit = 3000;

test.each(Object.entries(scenes))(`%s: ${limit} schedules, and no breach`, async (_, scene) => {
  const found = await exhaust(scene, { limit });
  expect(found.breach).toBeUndefined();
  expect(found.complete || found.schedules + found.cut === limit).toBe(true);
});

test('one-order: a guard whose absence shows in an unusual order alone is missed after hundreds of schedules', async () => {
  const found = await exhaust(oneOrder, { limit, mutant: 'late-outcome' });
  expect(found.breach?.invariant).toBe('O2');
  expect(found.schedules).toBeGreaterThan(100);
  const again = await replay(oneOrder, { mutant: 'late-outcome' }, readSchedule(found.over ?? '') ?? []);
  expect(again).toMatchObject({ breach: { message: found.breach?.message } });
});
