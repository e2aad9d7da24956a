/** The options of `npm run chaos`. */
export interface ChaosOptions<Id extends string = string> {
  readonly ask: 'run' | 'list' | 'help';
  /** All if left out. */
  readonly only?: readonly Id[];
  /** Two faults at a time, by the seed. */
  readonly pairs: boolean;
  readonly seed: number;
  readonly fans: number;
  /** Folder of the clouds that it starts. */
  readonly state: string;
  /** Writes what was measured into docs/resilience.md. */
  readonly write: boolean;
  readonly json: boolean;
}

export const chaosUsage = `npm run chaos -- [options]
  --list               the faults: what each does, how long it lasts, what it must ring
  --only a,b           these alone, one after another; all if left out
  --pairs              two at a time, which two by the seed
  --seed 1             the same seed: the same audience, the same pairs
  --fans 150           how many come to each round
  --state .stampede    folder; each round has a cloud of its own in it
  --write              writes what was measured into docs/resilience.md
  --json               the results as JSON on stdout, all else on stderr
  --help               this`;

export const chaosOptions = {
  list: { type: 'boolean' },
  only: { type: 'string' },
  pairs: { type: 'boolean' },
  seed: { type: 'string' },
  fans: { type: 'string' },
  state: { type: 'string' },
  write: { type: 'boolean' },
  json: { type: 'boolean' },
  help: { type: 'boolean' },
} as const;

interface ChaosValues {
  readonly list?: boolean | undefined;
  readonly only?: string | undefined;
  readonly pairs?: boolean | undefined;
  readonly seed?: string | undefined;
  readonly fans?: string | undefined;
  readonly state?: string | undefined;
  readonly write?: boolean | undefined;
  readonly json?: boolean | undefined;
  readonly help?: boolean | undefined;
}

const usual = { seed: '1', fans: '150', state: '.stampede' } as const;

/** Options as they are meant, or a sentence on what is wrong with them. */
export function readChaosOptions<Id extends string>(
  values: ChaosValues,
  ids: readonly Id[],
): ChaosOptions<Id> | string {
  const { list, help, pairs = false, write = false, json = false } = values;
  const { seed = usual.seed, fans = usual.fans, state = usual.state, only } = values;
  if (!isWhole(seed, 0, 2 ** 31)) return `--seed must be a whole number from 0 to 2147483648, not ${seed}.`;
  if (!isWhole(fans, 20, 10_000)) return `--fans must be a whole number from 20 to 10000, not ${fans}.`;
  const asked = only?.split(',').map((id) => id.trim());
  const isKnown = (id: string): id is Id => ids.some((one) => one === id);
  const unknown = asked?.find((id) => !isKnown(id));
  if (unknown !== undefined) return `--only must name faults of --list, not ${unknown || 'nothing'}.`;
  if (pairs && asked?.length === 1) return '--pairs needs two faults at least.';
  return {
    ask: help ? 'help' : list ? 'list' : 'run',
    ...(asked && { only: asked.filter(isKnown) }),
    ...{ pairs, write, json, state },
    seed: Number(seed),
    fans: Number(fans),
  };
}

const isWhole = (text: string, least: number, most: number): boolean =>
  /^\d+$/.test(text) && Number(text) >= least && Number(text) <= most;
