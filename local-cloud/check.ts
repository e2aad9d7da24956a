/** Lists all that the local cloud would refuse of an assembly. Opens no port, writes no file and starts nothing. */
import { resolve } from 'node:path';
import { readAssembly } from './assembly/assembly.ts';
import { accountOf, emptyCloud } from './empty-cloud.ts';
import { awsApis } from './http/aws-apis.ts';
import { iamOf } from './iam/iam.ts';
import { type PolicyBook, plainBook } from './iam/policy-book.ts';
import { allKinds } from './kinds.ts';
import { usualMostThreads } from './lambda/functions.ts';
import { makeStacks, type Refusal } from './making.ts';

export interface CheckOptions {
  /** Folder of the cloud assembly (`cdk.out`). */
  readonly assembly: string;
  /** Data of an earlier run, such as the values of secrets, counts as it does at the start. It need not exist. */
  readonly state: string;
}

export interface Check {
  readonly stacks: number;
  readonly resources: number;
  /** In the order in which the start would have come upon them. */
  readonly refusals: readonly Refusal[];
}

const silent = (): void => undefined;

const makeAll = ({ assembly: path, state }: CheckOptions) => {
  const folder = resolve(path);
  const assembly = readAssembly(folder);
  const iam = iamOf('enforce', accountOf(assembly), silent);
  const cloud = emptyCloud(assembly, {
    folder,
    state: resolve(state),
    iam,
    apis: awsApis(iam.gate, silent),
    log: silent,
    portFor: async (name) => {
      throw new Error(`The port of ${name} was asked for while an assembly was only checked.`);
    },
  });
  // The choice of database changes nothing about what is refused.
  const kinds = allKinds({
    database: 'dynalite',
    dynamoDbLocalFolder: undefined,
    mostThreads: usualMostThreads,
    verbose: false,
    warm: false,
    variables: {},
    userPools: undefined,
  });
  return { stacks: assembly.stacks, iam, ...makeStacks(assembly.stacks, kinds, cloud) };
};

/** @throws an Error whose message is a sentence for whoever asked, if there is no assembly. */
export const checkAssembly = (options: CheckOptions): Check => {
  const { stacks, refusals } = makeAll(options);
  const resources = stacks.map(({ template }) => Object.keys(template.Resources ?? {}).length);
  return { stacks: resources.length, resources: resources.reduce((sum, count) => sum + count, 0), refusals };
};

/** The policies in the templates of an assembly. @throws as `checkAssembly`. */
export const policiesOf = (options: CheckOptions): PolicyBook => plainBook(makeAll(options).iam.book);

/** The text for a person: the refusals of each resource under its name, and their number. */
export const checkReport = (assembly: string, { stacks, resources, refusals }: Check): string => {
  if (refusals.length === 0) {
    return `The local cloud runs all of ${assembly}: ${counted(resources, 'resource')} in ${counted(stacks, 'stack')}.`;
  }
  const byPlace = Map.groupBy(refusals, ({ stack, logicalId }) => `${stack} / ${logicalId}`);
  return [
    ...[...byPlace].flatMap(([place, some]) => [place, ...some.map(({ sentence }) => `    ${sentence}`)]),
    '',
    `The local cloud would not start: it refuses ${counted(refusals.length, 'thing')} in ${assembly}.`,
  ].join('\n');
};

const counted = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? '' : 's'}`;
