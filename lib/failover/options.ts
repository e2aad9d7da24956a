import { type SwitchWay, switchWays } from '../../contracts/switch.ts';
import { givenOptions } from '../given-options.ts';

/** The options of `npm run failover`. */
export interface FailoverOptions {
  readonly act: SwitchWay | 'drill' | 'show';
  /** The stage's file, `stages/<stage>.json`. */
  readonly stage: string;
  /** A stage on this machine, by its folder; on AWS by its outputs, or by the name of the switch's bucket alone. */
  readonly at:
    | { readonly is: 'here'; readonly state: string }
    | { readonly is: 'aws'; readonly outputs?: string; readonly bucket?: string };
  readonly keepCalling: boolean;
  /** The run-up is told of a drill. */
  readonly report: boolean;
}

export const failoverUsage = `npm run failover -- [options]
  (nothing)              says how the switch stands, and where the name leads
  --to fallback          sends everyone to the fallback
  --to line-only         keeps the site and every place, calls nobody, and says that tickets are sold elsewhere
  --to primary           brings everyone back, with all lines paused
  --drill                turns the twin name there and back, and measures until every resolver follows

  --stage <stage>        the stage's file, stages/<stage>.json; on this machine example if left out
  --state <folder>       the stage that runs on this machine (.stampede)
  --outputs <file>       a stage on AWS: what npm run deploy -- --outputs-file wrote
  --bucket <name>        a stage on AWS by the switch's bucket alone, when there is nothing else
  --keep-calling         leaves lines as they are
  --report               with --drill: says its figure to the run-up
Status 0: done. 1: it was not turned, or the name does not follow. 2: it was called wrongly, or the stage cannot be reached. 3: the run-up was not told.`;

/** @returns a sentence if they are wrong. */
export function readFailoverOptions(args: readonly string[]): FailoverOptions | 'help' | string {
  const values = givenOptions(args, known);
  if (typeof values === 'string') return values;
  const { to, drill = false, stage, state, outputs, bucket, report = false, help } = values;
  const keepCalling = values['keep-calling'] ?? false;
  if (help) return 'help';
  const way = switchWays.find((one) => one === to);
  if (to !== undefined && !way) return `--to is ${switchWays.join(', ')}, not ${to}`;
  if (to !== undefined && drill) return '--drill turns the twin name alone: leave --to out';
  if (keepCalling && way !== 'primary' && way !== 'fallback')
    return '--keep-calling belongs to --to fallback and --to primary';
  if (report && !drill) return '--report belongs to --drill';
  if (state !== undefined && (outputs !== undefined || bucket !== undefined))
    return '--state is a stage on this machine, --outputs and --bucket are of one on AWS';
  if (report && bucket !== undefined && outputs === undefined) return '--report needs --outputs';
  const pauses = way === 'line-only' || (way === 'primary' && !keepCalling);
  if (pauses && bucket !== undefined && outputs === undefined)
    return 'Lines are paused by a function that --outputs names: give it, or come back with --to primary --keep-calling';
  const onAws = outputs !== undefined || bucket !== undefined;
  if (onAws && stage === undefined) return '--stage names the stage that --outputs or --bucket is of';
  return {
    act: drill ? 'drill' : (way ?? 'show'),
    stage: stage ?? 'example',
    at: onAws
      ? { is: 'aws', ...(outputs !== undefined && { outputs }), ...(bucket !== undefined && { bucket }) }
      : { is: 'here', state: state ?? '.stampede' },
    keepCalling,
    report,
  };
}

const known = {
  to: { type: 'string' },
  drill: { type: 'boolean' },
  stage: { type: 'string' },
  state: { type: 'string' },
  outputs: { type: 'string' },
  bucket: { type: 'string' },
  'keep-calling': { type: 'boolean' },
  report: { type: 'boolean' },
  help: { type: 'boolean' },
} as const;
