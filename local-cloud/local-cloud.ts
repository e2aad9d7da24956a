/** Runs a cloud assembly on this machine: makes what its templates say, starts it, and stops it again. */
import { randomUUID } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { readAssembly } from './assembly/assembly.ts';
import { type UserPoolClient, userPoolClients } from './cognito/kinds.ts';
import type { DatabaseName } from './dynamodb/kinds.ts';
import { accountOf, emptyCloud } from './empty-cloud.ts';
import { type AwsApisListener, awsApis } from './http/aws-apis.ts';
import type { IamMode } from './iam/gate.ts';
import { iamOf } from './iam/iam.ts';
import { usageText } from './iam/usage.ts';
import type { Address, Cloud, Host, Made } from './kind.ts';
import { allKinds } from './kinds.ts';
import { usualMostThreads } from './lambda/functions.ts';
import { unknownVariables } from './lambda/given-variables.ts';
import { makeStacks, type Outputs } from './making.ts';
import { stopSharedServices } from './once-a-cloud.ts';
import { Ports } from './ports.ts';
import { State } from './state.store.ts';

export interface LocalCloudOptions {
  /** Folder of the cloud assembly (`cdk.out`). */
  readonly assembly: string;
  /** Folder that survives a restart (`.stampede`). */
  readonly state: string;
  /** Preferred port of the first distribution. @default 0, any free ports */
  readonly port?: number | undefined;
  /** @default 'dynalite' */
  readonly database?: DatabaseName | undefined;
  /** Folder of DynamoDBLocal.jar. @default that of the npm package amplify-dynamodb-simulator */
  readonly dynamoDbLocalFolder?: string | undefined;
  /** How many threads a function may have at most. @default two a core */
  readonly mostThreads?: number | undefined;
  /** Everything that is logged goes to the terminal as well. @default false */
  readonly verbose?: boolean | undefined;
  /** Functions behind HTTP APIs are loaded before it is ready, for a rush that comes soon. @default false */
  readonly warm?: boolean | undefined;
  /**
   * Values of functions' variables in place of those of the templates: the address of a stand-in, which is another each
   * time. A name that no function has stops the start. @default {}
   */
  readonly variables?: Readonly<Record<string, string>> | undefined;
  /**
   * Address of an OpenID provider on this machine, without a slash at its end. It stands for every user pool and its pages.
   * @default nobody can sign in
   */
  readonly userPools?: string | undefined;
  /**
   * Addresses of others that run on this machine, by the names that records of Route 53 lead to: a stand-in for an old site.
   * @default {}
   */
  readonly others?: Readonly<Record<string, string>> | undefined;
  /** Whether calls that IAM would refuse are refused, only noted, or not looked at. @default 'enforce' */
  readonly iam?: IamMode | undefined;
  /** File that is told at the end what was refused, and which permissions no call needed. @default none */
  readonly iamReport?: string | undefined;
  /** Forget what an earlier run left. @default false */
  readonly fresh?: boolean | undefined;
}

export interface RunningCloud {
  readonly addresses: readonly Address[];
  /** Values of the stacks' outputs, by the stack's name and the output's key. */
  readonly outputs: Outputs;
  /** By the SDK's service id in upper snake case, e.g. `DYNAMODB`. */
  readonly endpoints: Readonly<Record<string, string>>;
  /** Answers by domain name, without a listener between. */
  readonly hosts: ReadonlyMap<string, Host>;
  /** The programs that people sign in to by a user pool, with the addresses that they have here. */
  readonly userPoolClients: readonly UserPoolClient[];
  /** Data that kinds keep for one another, e.g. the counters of distributions. */
  readonly registry: ReadonlyMap<string, unknown>;
  /** Finishes work in flight, keeps everything on disk, and stops. May be called twice. */
  readonly stop: () => Promise<void>;
}

const identityPath = '/local-cloud';
/** Says what was refused, and which permissions were needed, until now. */
const iamPath = '/iam.json';

/** Everything that was made stops, the last made first, and then what they shared. */
const stopAll = async (cloud: Cloud, apis: AwsApisListener, made: readonly Made[], state: State): Promise<void> => {
  const problems: unknown[] = [];
  for (const one of [...made].reverse()) await one.stop?.().catch((problem: unknown) => problems.push(problem));
  await stopSharedServices(cloud).catch((problem: unknown) => problems.push(problem));
  await apis.close();
  state.release();
  if (problems.length > 0) throw new AggregateError(problems, 'The local cloud did not stop cleanly.');
};

/** @throws an Error whose message is a sentence for whoever started it. */
export const startLocalCloud = async (options: LocalCloudOptions): Promise<RunningCloud> => {
  const folder = resolve(options.assembly);
  const assembly = readAssembly(folder);
  const variables = options.variables ?? {};
  const unknown = unknownVariables(assembly.stacks, variables);
  if (unknown !== undefined) throw new Error(unknown);
  const state = new State(resolve(options.state));
  const verbose = options.verbose ?? false;
  const log = (source: string, line: string): void => {
    state.log(source, line);
    if (verbose) console.log(`[${source}] ${line}`);
  };
  const ports = new Ports(options.port ?? 0);
  const iam = iamOf(options.iam ?? 'enforce', accountOf(assembly), (line) => log('iam', line));
  const apis = awsApis(iam.gate, (line) => log('local-cloud', line));
  await apis.listen(await ports.portFor('aws-apis'));
  const cloud = emptyCloud(assembly, {
    folder,
    state: state.folder,
    apis,
    iam,
    log,
    portFor: (name) => ports.portFor(name),
  });
  const instance = randomUUID();
  apis.servePage(identityPath, async () => ({
    status: 200,
    headers: { 'content-type': 'text/plain' },
    body: instance,
  }));
  apis.servePage(iamPath, async () => ({
    status: 200,
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(iam.usage.report(iam.book)),
  }));
  const taken = await state.take({ pid: process.pid, instance, url: `${apis.url}${identityPath}` });
  if (taken !== undefined) {
    await apis.close();
    throw new Error(taken);
  }
  let made: readonly Made[] = [];
  try {
    if (options.fresh === true) state.clear();
    const kinds = allKinds({
      database: options.database ?? 'dynalite',
      dynamoDbLocalFolder: options.dynamoDbLocalFolder,
      mostThreads: options.mostThreads ?? usualMostThreads,
      verbose,
      warm: options.warm ?? false,
      variables,
      userPools: options.userPools,
      others: options.others,
    });
    const { outputs, refusals, ...all } = makeStacks(assembly.stacks, kinds, cloud);
    if (refusals.length > 0) throw new Error(refusals.map(({ sentence }) => sentence).join('\n'));
    made = all.made;
    for (const one of made) await one.open?.();
    for (const one of made) await one.start?.();
    const endpoints = Object.fromEntries(cloud.endpoints);
    state.publish({ pid: process.pid, addresses: cloud.addresses, outputs, endpoints });
    const report = (): void => {
      if (options.iamReport !== undefined) writeFileSync(options.iamReport, usageText(iam.usage.report(iam.book)));
    };
    let stopped: Promise<void> | undefined;
    return {
      addresses: cloud.addresses,
      outputs,
      endpoints,
      hosts: cloud.hosts,
      userPoolClients: userPoolClients(cloud),
      registry: cloud.registry,
      stop: () => {
        stopped ??= stopAll(cloud, apis, made, state).finally(report);
        return stopped;
      },
    };
  } catch (error) {
    await stopAll(cloud, apis, made, state);
    throw error;
  }
};
