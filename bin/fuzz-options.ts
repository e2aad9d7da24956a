import { givenOptions } from '../lib/given-options.ts';

/** The options of `npm run fuzz`. */
export interface FuzzOptions {
  readonly requests: number;
  readonly seed: number;
  readonly atOnce: number;
  /** Folder of the cloud that runs, or of the one that is started. */
  readonly state: string;
  readonly world: string;
  readonly json: boolean;
}

export const fuzzUsage = `npm run fuzz -- [options]
  --requests 100000   how many
  --seed 1            the same seed, the same requests
  --at-once 16        how many wait for their answer at a time
  --state .stampede   folder of the cloud that runs here; if none does, one is started in fuzz/ below it
  --world festival    what it was loaded with
  --json              the report as JSON
Status 0: every answer was right. 1: some were not. 2: it could not be done.`;

const bounds = { requests: 10_000_000, seed: 2 ** 31 - 1, 'at-once': 128 } as const;

const known = {
  requests: { type: 'string', default: '100000' },
  seed: { type: 'string', default: '1' },
  'at-once': { type: 'string', default: '16' },
  state: { type: 'string', default: '.stampede' },
  world: { type: 'string', default: 'festival' },
  json: { type: 'boolean', default: false },
  help: { type: 'boolean' },
} as const;

/** A sentence if they are wrong. */
export function readFuzzOptions(args: readonly string[]): FuzzOptions | 'help' | string {
  const values = givenOptions(args, known);
  if (typeof values === 'string') return values;
  if (values.help) return 'help';
  for (const name of ['requests', 'seed', 'at-once'] as const)
    if (!/^[1-9]\d*$/.test(values[name]) || Number(values[name]) > bounds[name])
      return `--${name} is a whole number from 1 to ${bounds[name]}, not ${values[name]}`;
  const { state, world, json } = values;
  return {
    ...{ state, world, json },
    requests: Number(values.requests),
    seed: Number(values.seed),
    atOnce: Number(values['at-once']),
  };
}
