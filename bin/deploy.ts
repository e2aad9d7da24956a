import { spawn } from 'node:child_process';
import { join, resolve } from 'node:path';
import type { FreezeFile } from '../contracts/freeze.ts';
import { published } from '../contracts/paths.ts';
import { type DeployOptions, deployUsage, readDeployOptions } from '../lib/deployment/deploy-options.ts';
import { type DeployDoors, deploySafely, type StackToDeploy } from '../lib/deployment/safe-deployment.ts';
import { readAssembly } from '../local-cloud/assembly/assembly.ts';
import { build } from './build.ts';
import { changesIn, dropChangeSet, templateOf } from './cloudformation.ts';
import { linesSeen, readFile } from './lines-seen.ts';
import { readStage } from './stage-settings.ts';

/*
 * `npm run deploy`: deploys a stage, and refuses what would lose data, break an index, meet a live line, or change a house that is frozen.
 * Status 0: deployed. 1: refused, and the reasons are printed. 2: something failed.
 */

const root = join(import.meta.dirname, '..');

async function main(args: readonly string[]): Promise<number> {
  if (args.includes('--help')) {
    console.log(deployUsage);
    return 0;
  }
  const options = readDeployOptions(args);
  if (typeof options === 'string') return stop(`${options}\n\n${deployUsage}`);
  const read = readStage(options.stage);
  if (!read.ok) return stop(read.faults.join('\n'));
  // The SDK has no option of that name.
  if (options.profile !== undefined) process.env.AWS_PROFILE = options.profile;

  const { although, stage, given } = options;
  if (given === undefined) await build(console.log);
  const named = given ? readAssembly(resolve(root, given.assembly)).stacks : await synthesized(options, []);
  const strange = named.filter(({ name }) => !name.startsWith(`Stampede-${stage}-`)).map(({ name }) => name);
  if (strange.length > 0) return stop(`${given?.assembly} is not of ${stage}: it has ${strange.join(', ')}`);
  const there = await Promise.all(named.map(async (stack) => [stack.name, await templateOf(stack)] as const));
  const deployed = new Map(there.flatMap(([name, template]) => (template ? [[name, template] as const] : [])));
  const firstTime = new Set(named.map(({ name }) => name).filter((name) => !deployed.has(name)));
  if (firstTime.size > 0 && given && given.forNew === undefined)
    return stop(`${[...firstTime].join(', ')}: not there yet. Give what is made with -c firstTime=… by --for-new`);
  const made = (name: string) => ['--app', (firstTime.has(name) && given?.forNew) || (given?.assembly ?? 'cdk.out')];
  const stacks = firstTime.size === 0 ? named : await withNew(named, firstTime, options);
  const live = `https://live.${read.settings.domainName}`;
  // A name of its own for each deployment: one that was broken off may have left its look.
  const changeSet = `stampede-look-${Date.now()}`;
  const cloud: DeployDoors = {
    deployed: async ({ name }) => deployed.get(name),
    changes: async (stack) => {
      const prepare = ['--method', 'prepare-change-set', '--change-set-name', changeSet, '--require-approval', 'never'];
      await cdk(['deploy', stack.name, '--exclusively', ...made(stack.name), ...options.forCdk, ...prepare]);
      try {
        return await changesIn(stack, changeSet);
      } finally {
        // What was seen counts. Credentials that may not delete it are no reason to stop.
        await dropChangeSet(stack, changeSet).catch((error: Error) =>
          console.warn(`${stack.name}: the change set ${changeSet} stays, delete it by hand: ${error.message}`),
        );
      }
    },
    deploy: ({ name }) => cdk(['deploy', name, '--exclusively', ...made(name), ...options.forCdk]),
    now: Date.now,
    linesSeen: (now) => linesSeen(live, now),
    freezeSeen: () => readFile<FreezeFile>(live + published.freeze()),
    finish: async (protect) => {
      if (protect && !given) await synthesized(options, []);
      const all = ['--app', given?.assembly ?? 'cdk.out'];
      await cdk(['deploy', '--all', ...all, ...options.forCdk, ...options.forOutputs]);
    },
  };
  const outcome = await deploySafely(cloud, { stage, stacks, firstTime, although }, console.log);
  if (outcome.ok) return 0;
  console.error(outcome.why);
  return 1;
}

/** Stacks that are not there yet are made without protection: a roll-back could not take them away. */
async function withNew(
  named: readonly StackToDeploy[],
  firstTime: ReadonlySet<string>,
  options: DeployOptions,
): Promise<readonly StackToDeploy[]> {
  const { given } = options;
  if (!given?.forNew) return await synthesized(options, [...firstTime]);
  const unprotected = new Map(readAssembly(resolve(root, given.forNew)).stacks.map((stack) => [stack.name, stack]));
  return named.map((stack) => (firstTime.has(stack.name) && unprotected.get(stack.name)) || stack);
}

async function synthesized({ forCdk }: DeployOptions, firstTime: readonly string[]): Promise<readonly StackToDeploy[]> {
  const context = forCdk.filter((each, at) => each === '-c' || forCdk[at - 1] === '-c');
  await cdk(['synth', '--quiet', ...context, ...(firstTime.length > 0 ? ['-c', `firstTime=${firstTime}`] : [])]);
  return readAssembly(join(root, 'cdk.out')).stacks;
}

/** Runs the project's own `cdk`, which prints what it does. */
async function cdk(args: readonly string[]): Promise<void> {
  const program = join(root, 'node_modules', 'aws-cdk', 'bin', 'cdk');
  const child = spawn(process.execPath, [program, ...args], { cwd: root, stdio: 'inherit' });
  const status = await new Promise<number | null>((done, fail) => child.on('close', done).on('error', fail));
  if (status !== 0) throw new Error(`cdk ${args.slice(0, 2).join(' ')} ended with ${status}`);
}

function stop(sentence: string): number {
  console.error(sentence);
  return 2;
}

if (import.meta.main) {
  process.exitCode = await main(process.argv.slice(2)).catch((error: unknown) =>
    stop(error instanceof Error ? error.message : `${error}`),
  );
}
