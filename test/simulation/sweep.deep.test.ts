import { beforeAll, expect, test } from '@jest/globals';
import { breachText } from '../../simulation/report.ts';
import { spared, sweep } from '../../simulation/sweep/sweep.ts';
import { runOf } from '../../simulation/worker.ts';

/** Calls that a crash seldom hits by chance. */
const rare = ['ledger.put', 'bank.capture', 'bank.refund', 'bank.void', 'door.mark'];

const fans = 3;
let seed = 0;

/** A morning in which all of them are made, whatever the seeds come to since the code last changed; the shortest of forty. */
beforeAll(async () => {
  const found: { readonly seed: number; readonly calls: number }[] = [];
  for (let next = 1; found.length < 1 || next <= 40; next += 1) {
    if (next > 300) throw new Error(`None of 300 seeds makes all of ${rare.join(', ')}`);
    const { called = [], calls } = await runOf({ seed: next, fans }, true);
    if (rare.every((name) => called.includes(name))) found.push({ seed: next, calls });
  }
  seed = found.sort((one, other) => one.calls - other.calls)[0]?.seed ?? 0;
});

test('a process that is killed at any kind of call of a seed breaches nothing, and no kind is spared', async () => {
  const swept = await sweep({ task: { seed, fans }, workers: 2, ofEach: 48 });
  expect(swept.breached && breachText(swept.breached.run, swept.breached.task)).toBeUndefined();
  for (const name of rare) expect([name, (swept.calls.get(name)?.killed ?? 0) > 0]).toEqual([name, true]);
  expect(spared(swept)).toEqual([]);
});

test('without a guard the sweep finds the harm', async () => {
  const swept = await sweep({ task: { seed, fans, mutant: 'sold-before-captured' }, workers: 2 });
  expect(swept.breached?.run.breach?.invariant).toBe('O1');
});
