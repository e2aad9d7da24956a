import { parentPort } from 'node:worker_threads';
import type { Mutant } from './mutant.ts';
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
  const taken: Mutant | undefined = mutant && mutants[mutant];
  return simulate({ ...task, kept, kind: taken?.kind, ...(taken && { spoils: taken.spoils() }) });
}

parentPort?.on('message', (task: Task) => {
  void runOf(task, false).then((run) => parentPort?.postMessage(run));
});
