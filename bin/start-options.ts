import { durationOf } from '../examples/when.ts';
import { givenOptions } from '../lib/given-options.ts';
import { type IamMode, isIamMode } from '../local-cloud/iam/gate.ts';

/** The options of `npm start`. */
export interface StartOptions {
  /** Folder that survives a restart. */
  readonly state: string;
  /** Folder under `examples/`, or the path of a world's file. */
  readonly world: string;
  /** ISO 8601 duration from the banner to the opening of the first on-sale's doors, e.g. `PT30S`. */
  readonly doorsIn?: string;
  /** Preferred port of the site; any free one if it is taken. 0 asks for any. */
  readonly port: number;
  readonly database: 'dynalite' | 'dynamodb-local';
  /** Forget what an earlier run left. */
  readonly fresh: boolean;
  readonly verbose: boolean;
  /** Load every function at once, and not when a first visitor comes: for a rush that comes soon. */
  readonly warm: boolean;
  /** Offer payment by card, with a pretend Stripe. */
  readonly stripe: boolean;
  /** Whether a call that IAM would refuse is refused, only noted, or not looked at. */
  readonly iam: IamMode;
  /** File that is told at the end which permissions no call needed. */
  readonly iamReport?: string;
  /** How many simulated fans come by themselves; 0 for none. */
  readonly fans: number;
}

/** The state alone must be named where a program starts it. */
export type SomeStartOptions = Partial<StartOptions> & Pick<StartOptions, 'state'>;

export const usage = `npm start -- [options]
  --fans 300            simulated fans come as soon as it runs, so that there is a line to stand in
  --world festival      folder under examples/, or the path of a world's file
  --doors-in PT2M       when the first doors open, from the banner on, instead of what the world says
  --port 8787           of the fan site; 0 for any
  --state .stampede     folder that survives a restart
  --fresh               forget what an earlier run left
  --stripe              offer payment by card, with a pretend Stripe
  --database dynalite   or dynamodb-local, Amazon's own (needs Java 17)
  --iam enforce         refuse what IAM would refuse; observe only notes it, off does neither
  --iam-report <file>   write there, at the end, which permissions no call needed
  --verbose             show every log here
  --warm                load all functions at once, for a rush that comes soon; --fans does as well
  --help                this`;

export const usualOptions: StartOptions = {
  state: '.stampede',
  world: 'festival',
  port: 8787,
  database: 'dynalite',
  fresh: false,
  verbose: false,
  warm: false,
  stripe: false,
  iam: 'enforce',
  fans: 0,
};

/** The request: a start, or the usage alone; or a sentence on its fault. */
export type StartRequest =
  | { readonly ok: true; readonly ask: 'start'; readonly options: StartOptions }
  | { readonly ok: true; readonly ask: 'help' }
  | { readonly ok: false; readonly problem: string };

const refused = (problem: string): StartRequest => ({ ok: false, problem });

export function readStartOptions(args: readonly string[]): StartRequest {
  const values = givenOptions(args, known);
  // Node's own sentences; those after the first tell how to escape a dash.
  if (typeof values === 'string') return refused(`${values.split(/\. |\n/)[0]?.replace(/\.$/, '')}.`);
  if (values.help) return { ok: true, ask: 'help' };
  const { state, world, database, fresh, verbose, warm, stripe, iam } = { ...usualOptions, ...values };
  const iamReport = values['iam-report'];
  const doorsIn = values['doors-in'];
  const port = wholeNumber(values.port, usualOptions.port, 65_535);
  const fans = wholeNumber(values.fans, usualOptions.fans, 100_000);
  if (port === undefined) return refused(`--port must be a whole number from 0 to 65535, not ${values.port}.`);
  if (fans === undefined) return refused(`--fans must be a whole number from 0 to 100000, not ${values.fans}.`);
  if (!isDatabase(database)) return refused(`--database must be dynalite or dynamodb-local, not ${database}.`);
  if (!isIamMode(iam)) return refused(`--iam must be enforce, observe or off, not ${iam}.`);
  if (doorsIn !== undefined && durationOf(doorsIn) === undefined)
    return refused(`--doors-in must be a duration such as PT30S or PT2M, not ${doorsIn}.`);
  const given = { ...(doorsIn && { doorsIn }), ...(iamReport && { iamReport }) };
  const options = { state, world, port, database, fresh, verbose, warm, stripe, iam, fans, ...given };
  return { ok: true, ask: 'start', options };
}

const known = {
  state: { type: 'string' },
  world: { type: 'string' },
  'doors-in': { type: 'string' },
  port: { type: 'string' },
  database: { type: 'string' },
  fans: { type: 'string' },
  fresh: { type: 'boolean' },
  verbose: { type: 'boolean' },
  warm: { type: 'boolean' },
  stripe: { type: 'boolean' },
  iam: { type: 'string' },
  'iam-report': { type: 'string' },
  help: { type: 'boolean' },
} as const;

function isDatabase(name: string): name is StartOptions['database'] {
  return name === 'dynalite' || name === 'dynamodb-local';
}

function wholeNumber(text: string | undefined, usual: number, most: number): number | undefined {
  if (text === undefined) return usual;
  return /^\d+$/.test(text) && Number(text) <= most ? Number(text) : undefined;
}

/** The arguments that say what these options say. */
export function argumentsOf(options: SomeStartOptions): string[] {
  const { state, world, doorsIn, port, database, fans, fresh, verbose, warm, stripe, iam, iamReport } = options;
  return [
    ...['--state', state],
    ...(world === undefined ? [] : ['--world', world]),
    ...(doorsIn === undefined ? [] : ['--doors-in', doorsIn]),
    ...(port === undefined ? [] : ['--port', `${port}`]),
    ...(database === undefined ? [] : ['--database', database]),
    ...(fans === undefined ? [] : ['--fans', `${fans}`]),
    ...(iam === undefined ? [] : ['--iam', iam]),
    ...(iamReport === undefined ? [] : ['--iam-report', iamReport]),
    ...(fresh ? ['--fresh'] : []),
    ...(verbose ? ['--verbose'] : []),
    ...(warm ? ['--warm'] : []),
    ...(stripe ? ['--stripe'] : []),
  ];
}
