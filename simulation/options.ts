import { parseArgs } from 'node:util';
import { type MutantName, mutants } from './mutants.ts';
import type { Crash } from './stage/cloud.ts';

/** The run to simulate. */
export interface SimulationOptions {
  readonly from: number;
  readonly seeds: number;
  /** As many as each seed says if left out. */
  readonly fans?: number;
  /** After so many a message is set aside; as in the real queues if left out. */
  readonly tries?: number;
  readonly workers: number;
  readonly mutant?: MutantName;
  /** With a single seed: a process is killed at this call. */
  readonly crash?: Crash;
  /** All that happened, of a single seed. */
  readonly history: boolean;
  /** A single seed was asked for: its digest is printed. */
  readonly single: boolean;
}

export const usage = `npm run simulate -- [options]
  --seeds 1000    so many on-sales, each from its own seed
  --from 1        the first seed
  --seed 4711     this one alone, with a digest of its whole history
  --history       with --seed: all of that history
  --crash 12-after with --seed: a process is killed at its twelfth call, before or after the effect
  --fans 30       at every on-sale; left out: 12 to 40, every hundredth 1,000 and more
  --tries 5       after so many a message is set aside; fewer are harsher
  --workers 2     threads
  --mutant name   with one guard taken out; names: ${Object.keys(mutants).join(', ')}`;

/** Options as typed, or a sentence on what is wrong with them. `cores`: of this machine. */
export function readOptions(args: readonly string[], cores: number): SimulationOptions | string {
  let values: Readonly<Record<string, string | boolean | undefined>>;
  try {
    ({ values } = parseArgs({
      args: [...args],
      options: {
        seeds: { type: 'string' },
        from: { type: 'string' },
        seed: { type: 'string' },
        fans: { type: 'string' },
        tries: { type: 'string' },
        workers: { type: 'string' },
        mutant: { type: 'string' },
        crash: { type: 'string' },
        history: { type: 'boolean', default: false },
      },
    }));
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
  const number = (name: string, least: number, most: number, otherwise: number): number | string => {
    if (values[name] === undefined) return otherwise;
    const value = Number(values[name]);
    const good = Number.isInteger(value) && value >= least && value <= most && values[name] !== '';
    return good ? value : `--${name} must be a whole number from ${least} to ${most}, not ${values[name]}`;
  };
  const numbers = {
    from: number('from', 0, 2 ** 31, 1),
    seeds: number('seeds', 1, 1_000_000, 1000),
    seed: number('seed', 0, 2 ** 31, -1),
    fans: number('fans', 1, 20_000, 0),
    tries: number('tries', 1, 100, 0),
    workers: number('workers', 1, 64, cores),
  };
  for (const value of Object.values(numbers)) if (typeof value === 'string') return value;
  const { from, seeds, seed, fans, tries, workers } = numbers as Record<keyof typeof numbers, number>;
  const single = seed >= 0;
  if (single && (values.seeds !== undefined || values.from !== undefined))
    return 'Give either --seed, or --seeds and --from';
  if (values.history && !single) return '--history goes with --seed';
  const crash = crashIn(`${values.crash ?? ''}`);
  if (values.crash !== undefined && !crash) return `--crash must be like 12-before or 12-after, not ${values.crash}`;
  if (crash && !single) return '--crash goes with --seed';
  const { mutant } = values;
  if (mutant !== undefined && !Object.hasOwn(mutants, `${mutant}`))
    return `There is no mutant ${mutant}. There are: ${Object.keys(mutants).join(', ')}`;
  return {
    from: single ? seed : from,
    seeds: single ? 1 : seeds,
    ...(fans > 0 && { fans }),
    ...(tries > 0 && { tries }),
    workers: single ? (values.workers === undefined ? 1 : workers) : Math.min(workers, seeds),
    ...(mutant !== undefined && { mutant: mutant as MutantName }),
    ...(crash && { crash }),
    history: values.history === true,
    single,
  };
}

function crashIn(text: string): Crash | undefined {
  const [, call, when] = /^([1-9]\d{0,8})-(before|after)$/.exec(text) ?? [];
  return call === undefined ? undefined : { call: Number(call), when: when as Crash['when'] };
}
