import { describe, expect, test } from '@jest/globals';
import { exhaust, replay } from '../../simulation/exhaust/exhaust.ts';
import { readExhaustOptions } from '../../simulation/exhaust/options.ts';
import { scenes } from '../../simulation/exhaust/scenes.ts';
import { readSchedule, scheduleText } from '../../simulation/exhaust/schedule.ts';

const all = Object.entries(scenes);

test.each(all)('%s: the first schedules, and no breach', async (_, scene) => {
  const found = await exhaust(scene, { limit: 20 });
  expect(found.breach).toBeUndefined();
  expect(found.complete || found.schedules + found.cut === 20).toBe(true);
  expect(found.pruned).toBeGreaterThan(0);
});

describe('with one guard taken out', () => {
  // Those that need an unusual order are found by exhaust.deep.test.ts.
  const mutants = all.flatMap(([name, { mutants: own }]) =>
    Object.keys(own).flatMap((mutant) =>
      ['late-outcome', 'sealed-shard'].includes(mutant) ? [] : [[name, mutant] as const],
    ),
  );

  test.each(mutants)('%s without %s: a breach is found, and its schedule shows it again', async (name, mutant) => {
    const scene = scenes[name];
    if (!scene) throw new Error(`There is no scene ${name}`);
    const found = await exhaust(scene, { limit: 1000, mutant });
    expect(found.breach).toBeDefined();
    const again = await replay(scene, { mutant }, readSchedule(found.over ?? '') ?? []);
    expect(again).toMatchObject({ breach: { message: found.breach?.message } });
    expect(await replay(scene, {}, [{ nth: 99, fate: 'well' }])).toMatch(/does not fit/);
  });
});

test('a schedule is written and read again', () => {
  const steps = [
    { nth: 0, fate: 'well' },
    { nth: 2, fate: 'dies-after' },
    { nth: 1, fate: 'never' },
  ] as const;
  expect(scheduleText([...steps, { nth: 0, fate: 'well' }])).toBe('0,2x,1n');
  expect(readSchedule('0,2x,1n')).toEqual(steps);
  expect(readSchedule('0,2q')).toBeUndefined();
  expect(scheduleText([])).toBe('0');
});

test('options, and what is wrong with them', () => {
  expect(readExhaustOptions(['--exhaust', 'sealing', '--limit', '10', '--mishaps', '1'])).toEqual({
    scenes: ['sealing'],
    limit: 10,
    mishaps: 1,
  });
  expect(readExhaustOptions(['--exhaust', 'all'])).toEqual({ scenes: Object.keys(scenes), limit: 1_000_000 });
  expect(readExhaustOptions(['--exhaust', 'nothing'])).toMatch(/There is no scene nothing/);
  expect(readExhaustOptions(['--exhaust', 'sealing', '--limit', 'x'])).toMatch(/--limit/);
  expect(readExhaustOptions(['--exhaust', 'sealing', '--schedule', 'x'])).toMatch(/--schedule/);
  expect(readExhaustOptions(['--exhaust', 'sealing', '--mutant', 'x'])).toMatch(/has no mutant/);
});
