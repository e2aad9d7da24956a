import { readOptions } from '../options.ts';
import type { Task } from '../worker.ts';

export interface SweepOptions {
  readonly task: Omit<Task, 'crash'>;
  readonly workers: number;
}

export const usage = `npm run simulate -- --sweep 4711 [options]
  once for each call of that seed, a process is killed just before it takes effect, and once just after
  --fans, --tries, --workers, --mutant   as without --sweep`;

/** Options as typed, or a sentence on what is wrong with them. `cores`: of this machine. */
export function readSweepOptions(args: readonly string[], cores: number): SweepOptions | string {
  const read = readOptions(
    args.map((arg) => arg.replace(/^--sweep(?==|$)/, '--seed')),
    cores,
  );
  if (typeof read === 'string') return read.replaceAll('--seed ', '--sweep ');
  const { from, fans, tries, mutant, crash, history, workers } = read;
  if (crash || history) return '--crash and --history go with --seed';
  return {
    task: {
      seed: from,
      ...(fans !== undefined && { fans }),
      ...(tries !== undefined && { tries }),
      ...(mutant && { mutant }),
    },
    workers: args.some((arg) => arg.startsWith('--workers')) ? workers : cores,
  };
}
