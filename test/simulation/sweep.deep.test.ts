import { expect, test } from '@jest/globals';
import { breachText } from '../../simulation/report.ts';
import { spared, sweep } from '../../simulation/sweep/sweep.ts';

/** A short morning of three fans, in which money is taken, given back and let go of, and a ticket opens the door. */
const task = { seed: 24, fans: 3 };

test('a process that is killed at any call of a seed breaches nothing, and no call is spared', async () => {
  const swept = await sweep({ task, workers: 2 });
  expect(swept.breached && breachText(swept.breached.run, swept.breached.task)).toBeUndefined();
  for (const name of ['ledger.put', 'bank.capture', 'bank.refund', 'bank.void', 'door.mark'])
    expect([name, (swept.calls.get(name)?.killed ?? 0) > 0]).toEqual([name, true]);
  expect(spared(swept)).toEqual([]);
});

test('without a guard the sweep finds the harm', async () => {
  const swept = await sweep({ task: { ...task, mutant: 'sold-before-captured' }, workers: 2 });
  expect(swept.breached?.run.breach?.invariant).toBe('O1');
});
