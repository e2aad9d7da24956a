import { breachText } from '../report.ts';
import { runOf } from '../worker.ts';
import type { SweepOptions } from './options.ts';
import { type Swept, spared, sweep } from './sweep.ts';

/** @returns the status: 0 without a breach, 1 with one. */
export async function runSweep({ task, workers }: SweepOptions): Promise<0 | 1> {
  const begun = performance.now();
  let next = 5000;
  const done = (runs: number, of: number) => {
    const passed = performance.now() - begun;
    if (passed < next) return;
    next = passed + 5000;
    console.error(`${runs} of ${of} crashes, ${((runs / passed) * 1000).toFixed(1)} a second`);
  };
  const swept = await sweep({ task, workers, done });
  for (const line of linesOf(swept)) console.log(line);
  if (!swept.breached) {
    console.log(`No breach in ${swept.runs} runs of seed ${task.seed}`);
    return 0;
  }
  const { task: again } = swept.breached;
  console.log(breachText(await runOf(again, true), again));
  return 1;
}

function linesOf(swept: Swept): readonly string[] {
  const names = [...swept.calls].sort(([one], [other]) => (one < other ? -1 : 1));
  const missed = spared(swept);
  return [
    ...names.map(([name, { made, killed }]) => `${`${killed}`.padStart(7)} of ${`${2 * made}`.padStart(6)}  ${name}`),
    missed.length > 0 ? `Never hit: ${missed.join(', ')}` : 'Every call that the seed makes was hit',
  ];
}
