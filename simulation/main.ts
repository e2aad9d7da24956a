/**
 * `npm run simulate`: whole on-sales in virtual time, each from its seed, with everything going wrong that can.
 * Status 0: no breach. 1: a breach. 2: the options are wrong, with a sentence on stderr.
 */
import { availableParallelism } from 'node:os';
import { runMany } from './many.ts';
import { readOptions, type SimulationOptions, usage } from './options.ts';
import { breachText, SeedProgress } from './report.ts';
import type { Run } from './simulate.ts';
import { runOf, type Task } from './worker.ts';

const options = readOptions(process.argv.slice(2), availableParallelism());
if (typeof options === 'string') {
  console.error(`${options}\n\n${usage}`);
  process.exitCode = 2;
} else {
  process.exitCode = (await (options.single ? runOne(options) : runAll(options))) ? 1 : 0;
}

function taskOf({ fans, tries, mutant }: SimulationOptions): Omit<Task, 'seed'> {
  return { ...(fans !== undefined && { fans }), ...(tries !== undefined && { tries }), ...(mutant && { mutant }) };
}

/** Whether it was breached. */
async function runOne(asked: SimulationOptions): Promise<boolean> {
  const task = taskOf(asked);
  const run = await runOf({ ...task, seed: asked.from }, true);
  if (asked.history) for (const line of run.lines ?? []) console.log(line);
  if (run.breach) console.log(breachText(run, task));
  console.log(`seed ${run.seed}: ${run.fans} fans, ${run.steps} steps, ${run.calls} calls, digest ${run.digest}`);
  return run.breach !== undefined;
}

async function runAll(asked: SimulationOptions): Promise<boolean> {
  const task = taskOf(asked);
  const progress = new SeedProgress();
  const begun = performance.now();
  const tell = () => console.error(progress.text((performance.now() - begun) / 1000));
  const often = setInterval(tell, 5000);
  const breached = await runMany(tasksOf(asked, task), {
    workers: asked.workers,
    done: (run: Run) => progress.add(run),
  });
  clearInterval(often);
  tell();
  if (breached) {
    // The same run again, and this time its history is kept.
    console.log(breachText(await runOf({ ...task, seed: breached.seed }, true), task));
  } else console.log(`No breach in ${progress.seeds} seeds, ${asked.from} to ${asked.from + progress.seeds - 1}`);
  return breached !== undefined;
}

function* tasksOf({ from, seeds }: SimulationOptions, task: Omit<Task, 'seed'>): Iterable<Task> {
  for (let seed = from; seed < from + seeds; seed += 1) yield { ...task, seed };
}
