import { givenOptions } from '../given-options.ts';
import { type KeptFiles, keptFiles, keptFilesNames } from './kept-files.ts';

/** The options of `npm run put-back`. */
export interface PutBackOptions {
  readonly files: KeptFiles;
  /** Milliseconds since the epoch. */
  readonly moment: number;
  readonly onlyGone: boolean;
  readonly under?: string;
  /** The stage's file, `stages/<stage>.json`. */
  readonly stage: string;
  /** A stage on this machine, by its folder; on AWS by its outputs. */
  readonly at: { readonly is: 'here'; readonly state: string } | { readonly is: 'aws'; readonly outputs: string };
  /** Only says what it would do. */
  readonly look: boolean;
}

export const putBackUsage = `npm run put-back -- --files pages|published --to <moment> [options]
  --files pages          the site's own files: pages, scripts, pictures
  --files published      what the platform publishes: season, shows, plans, boards, draws
  --to <moment>          as all was at this second: 2027-03-01T08:59:00Z
  --only-gone            brings back what was deleted, and leaves everything else
  --under <path>         only files whose key begins so, such as catalogue/ or lines/friends/
  --look                 says what it would do, and does nothing

  --stage <stage>        the stage's file, stages/<stage>.json; on this machine example if left out
  --state <folder>       the stage that runs on this machine (.stampede)
  --outputs <file>       a stage on AWS: what npm run deploy -- --outputs-file wrote
Status 0: all is as it was. 1: some of it is not. 2: it was called wrongly, or the stage cannot be reached.`;

const dayMs = 86_400_000;
/** With its zone: a moment without one would be another on each machine. */
const isMoment = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d)$/;

/** @returns a sentence if they are wrong. `now` in milliseconds since the epoch. */
export function readPutBackOptions(args: readonly string[], now: number): PutBackOptions | 'help' | string {
  const values = givenOptions(args, known);
  if (typeof values === 'string') return values;
  const { to, under, stage, state, outputs, look = false, help } = values;
  if (help) return 'help';
  const files = keptFilesNames.find((name) => name === values.files);
  if (!files) return `--files is ${keptFilesNames.join(' or ')}, not ${values.files ?? 'left out'}`;
  const moment = isMoment.test(to ?? '') ? Date.parse(to ?? '') : Number.NaN;
  if (Number.isNaN(moment))
    return `--to is a moment with its zone, such as 2027-03-01T08:59:00Z, not ${to ?? 'left out'}`;
  if (moment > now) return `--to is a moment of the past, and ${to} is to come`;
  const { days } = keptFiles[files];
  // What is older was forgotten, and would look as if it had never been there.
  if (moment < now - days * dayMs) return `--to is at most ${days} days ago: so long what was there is kept`;
  if (state !== undefined && outputs !== undefined)
    return '--state is a stage on this machine, --outputs is of one on AWS';
  if (outputs !== undefined && stage === undefined) return '--stage names the stage that --outputs is of';
  return {
    ...{ files, moment, look },
    onlyGone: values['only-gone'] ?? false,
    ...(under !== undefined && { under }),
    stage: stage ?? 'example',
    at: outputs === undefined ? { is: 'here', state: state ?? '.stampede' } : { is: 'aws', outputs },
  };
}

const known = {
  files: { type: 'string' },
  to: { type: 'string' },
  'only-gone': { type: 'boolean' },
  under: { type: 'string' },
  look: { type: 'boolean' },
  stage: { type: 'string' },
  state: { type: 'string' },
  outputs: { type: 'string' },
  help: { type: 'boolean' },
} as const;
