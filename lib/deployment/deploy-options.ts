import { parseArgs } from 'node:util';

/** The options of `npm run deploy`. Those that are not its own go to `cdk deploy` as they are. */
export interface DeployOptions {
  readonly stage: string;
  /** Phrases that were typed. */
  readonly although: readonly string[];
  /** For `cdk synth` and for `cdk deploy`: `-c …`, `--profile …`, `--require-approval …`. */
  readonly forCdk: readonly string[];
  /** For the last `cdk deploy` alone, which has the outputs of all stacks. */
  readonly forOutputs: readonly string[];
  readonly profile?: string;
  /** What was made and looked at beforehand. Nothing is built or made anew then, with credentials at hand. */
  readonly given?: GivenAssemblies;
}

export interface GivenAssemblies {
  /** Folder of the assembly of all stacks. */
  readonly assembly: string;
  /** Of the same with `-c firstTime=…`, for stacks that are not there yet. */
  readonly forNew?: string;
}

/** @returns a sentence if they are none. */
export function readDeployOptions(args: readonly string[]): DeployOptions | string {
  const parsed = parse(args);
  if (typeof parsed === 'string') return parsed;
  const { although = [], context = [], profile, 'outputs-file': outputs, 'require-approval': approval } = parsed;
  const { assembly, 'for-new': forNew } = parsed;
  if (forNew !== undefined && assembly === undefined) return '--for-new belongs to --assembly';
  const late = context.find((each) => !each.startsWith('stage='));
  if (assembly !== undefined && late !== undefined)
    return `-c ${late} comes too late: the assembly is made already. Say it to the synthesis`;
  const stage = context.findLast((each) => each.startsWith('stage='))?.slice('stage='.length) ?? 'example';
  return {
    stage,
    although,
    forCdk: [
      ...context.flatMap((each) => ['-c', each]),
      ...(profile === undefined ? [] : ['--profile', profile]),
      ...(approval === undefined ? [] : ['--require-approval', approval]),
    ],
    forOutputs: outputs === undefined ? [] : ['--outputs-file', outputs],
    ...(profile !== undefined && { profile }),
    ...(assembly !== undefined && { given: { assembly, ...(forNew !== undefined && { forNew }) } }),
  };
}

export const deployUsage = `npm run deploy -- [options]
  -c stage=<stage>          the stage's file, stages/<stage>.json
  -c canary=off             all at once, for the deployment that mends what an alarm rings of
  --although "<phrase>"     does what was refused; the refusal says its phrase. As often as there are refusals
  --outputs-file <file>     writes the outputs of all stacks
  --profile <name>          of your AWS credentials
  --assembly <folder>       deploys what \`cdk synth --output <folder>\` made, and makes nothing anew
  --for-new <folder>        with it, for stacks that are not there yet: the same made with -c firstTime=<their names>
  --require-approval <when> never, any-change, broadening, destructive: as \`cdk deploy\` has it`;

const options = {
  although: { type: 'string', multiple: true },
  context: { type: 'string', short: 'c', multiple: true },
  profile: { type: 'string' },
  assembly: { type: 'string' },
  'for-new': { type: 'string' },
  'outputs-file': { type: 'string', short: 'O' },
  'require-approval': { type: 'string' },
} as const;

function parse(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options }).values;
  } catch (error) {
    return (error as Error).message;
  }
}
