import { expect, test } from '@jest/globals';
import { exhaust } from '../../simulation/exhaust/exhaust.ts';
import { scenes } from '../../simulation/exhaust/scenes.ts';

const limit = 3000;

test.each(Object.entries(scenes))(`%s: ${limit} schedules, and no breach`, async (_, scene) => {
  const found = await exhaust(scene, { limit });
  expect(found.breach).toBeUndefined();
  expect(found.complete || found.schedules + found.cut === limit).toBe(true);
});
