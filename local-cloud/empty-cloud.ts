/** A cloud before anything is made in it: of an assembly, on what it is given of this machine. */
import type { Assembly } from './assembly/assembly.ts';
import type { Cloud } from './kind.ts';

export interface Ground extends Pick<Cloud, 'state' | 'apis' | 'iam' | 'portFor' | 'log'> {
  /** Of the assembly. */
  readonly folder: string;
}

/** All stacks are of one account. */
export const accountOf = ({ stacks }: Assembly): string => stacks[0]?.account ?? '';

export const emptyCloud = (assembly: Assembly, { folder, ...ground }: Ground): Cloud => ({
  ...ground,
  assembly: folder,
  account: accountOf(assembly),
  hosts: new Map(),
  registry: new Map(),
  addresses: [],
  endpoints: new Map(),
  assetPath: (hash) => assembly.assets.get(hash),
});
