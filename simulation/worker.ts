import { parentPort } from 'node:worker_threads';
import { type MutantName, mutants } from './mutants.ts';
import { type Run, simulate } from './simulate.ts';
import type { Crash } from './stage/cloud.ts';

/** One thread: asked for a seed, it answers with the run. */
export interface Task {
  readonly seed: number;
  readonly fans?: number;
  readonly tries?: number;
  readonly mutant?: MutantName;
  readonly crash?: Crash;
}

export function runOf({ mutant, ...task }: Task, kept: boolean): Promise<Run> {
  return simulate({ ...task, kept, ...(mutant && { spoils: mutants[mutant].spoils() }) });
}

parentPort?.on('message', (task: Task) => {
  void runOf(task, false).then((run) => parentPort?.postMessage(run));
});
