/**
 * `npm run simulate`: whole on-sales in virtual time, each from its seed, with everything going wrong that can.
 * Status 0: no breach. 1: a breach. 2: the options are wrong, with a sentence on stderr.
 */
import { availableParallelism } from 'node:os';
import { readExhaustOptions, usage as usageOfScenes } from './exhaust/options.ts';
import { runScenes } from './exhaust/program.ts';
import { runMany } from './many.ts';
import { readOptions, type SimulationOptions, usage } from './options.ts';
import { breachText, SeedProgress } from './report.ts';
import type { Run } from './simulate.ts';
import { readSweepOptions, usage as usageOfSweep } from './sweep/options.ts';
import { runSweep } from './sweep/program.ts';
import { runOf, type Task } from './worker.ts';

const args = process.argv.slice(2);
process.exitCode = await main();

async function main(): Promise<0 | 1 | 2> {
  if (args.includes('--help')) {
    console.log([usage, usageOfSweep, usageOfScenes].join('\n\n'));
    return 0;
  }
  const names = args.map((arg) => arg.split('=')[0]);
  if (names.includes('--exhaust')) {
    const options = readExhaustOptions(args);
    return typeof options === 'string' ? wrong(options, usageOfScenes) : runScenes(options);
  }
  if (names.includes('--sweep')) {
    const options = readSweepOptions(args, availableParallelism());
    return typeof options === 'string' ? wrong(options, usageOfSweep) : runSweep(options);
  }
  const options = readOptions(args, availableParallelism());
  if (typeof options === 'string') return wrong(options, usage);
  return (await (options.single ? runOne(options) : runAll(options))) ? 1 : 0;
}

function wrong(sentence: string, howTo: string): 2 {
  console.error(`${sentence}\n\n${howTo}`);
  return 2;
}

function taskOf({ fans, tries, mutant, crash }: SimulationOptions): Omit<Task, 'seed'> {
  return {
    ...(fans !== undefined && { fans }),
    ...(tries !== undefined && { tries }),
    ...(mutant && { mutant }),
    ...(crash && { crash }),
  };
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
