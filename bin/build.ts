import { spawn } from 'node:child_process';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { type BuiltFrom, isStillGood, readStamp } from './built-from.ts';
import { contextOfApp } from './cdk-context.ts';
import { digestOf, digestOfAssembly } from './digest.ts';

/*
 * Builds all that the cloud runs: edge functions, site, and from them the cloud assembly. The
 * assembly remembers what it was made from (built-from.ts), so that a second start builds nothing.
 */

/** The project's folder, absolute. */
export const home = fileURLToPath(new URL('..', import.meta.url)).replace(/\/$/, '');

/** Everything that can change what the templates or their assets contain. */
const sources = [
  '{bin,lib,contracts,rules,lambdas,edge,site,stages,verify,words}/**/*.{ts,tsx,css,html,json,svg,woff2,webmanifest}',
  'rehearsal/{site.ts,trial/*.ts}',
  'local-cloud/cloudfront/function-runtime.ts',
  'docs/runbooks/*.md',
  'cdk.json',
  'package-lock.json',
];

/** A stage to build, and how well. */
export interface BuildOf {
  /** Folder of stages, absolute, of which `example` is built. */
  readonly stages: string;
  /** Folder for the cloud assembly, absolute. */
  readonly out: string;
  /**
   * Whether its templates are checked against AWS's rules. A build that runs on this machine alone goes without: the
   * check takes most of the time.
   */
  readonly validated: boolean;
}

export const theExample: BuildOf = { stages: join(home, 'stages'), out: join(home, 'cdk.out'), validated: true };

interface BuildStep {
  readonly name: string;
  readonly command: readonly string[];
  readonly env?: NodeJS.ProcessEnv;
}

/** They need nothing of one another. */
const parts: readonly BuildStep[] = [
  { name: 'edge functions', command: ['node', 'edge/build.ts'] },
  { name: 'verifier', command: ['node', 'verify/build.ts'] },
  { name: 'site', command: ['vite', 'build', '--config', 'site/vite.config.ts', '--logLevel', 'warn'] },
];

/** Contains the parts. Where nothing is checked, the app is run without `cdk`, whose start alone takes a second. */
function templates({ stages, out, validated }: BuildOf): BuildStep {
  if (validated)
    return { name: 'templates', command: ['cdk', 'synth', '--quiet', '--output', out, '-c', `stages=${stages}`] };
  const context = contextOfApp(readFileSync(join(home, 'cdk.json'), 'utf8'), { stages });
  return {
    name: 'templates',
    command: ['node', 'bin/app.ts'],
    env: {
      CDK_OUTDIR: out,
      CDK_CONTEXT_JSON: JSON.stringify(context),
      CDK_VALIDATION: 'false',
      NODE_COMPILE_CACHE: join(home, 'node_modules', '.cache', 'stampede'),
    },
  };
}

/**
 * Builds what has changed since the last build; `say` is told each step. Throws with the output of a step that
 * failed. Of several builds at once one works and the others wait for it.
 */
export async function build(say: (line: string) => void, what = theExample): Promise<void> {
  const lock = join(home, 'node_modules', '.stampede-build');
  while (!taken(lock)) await wait(200);
  try {
    await buildWhatChanged(say, what);
  } finally {
    rmSync(lock, { force: true });
  }
}

/** Takes the lock, also from a build that is no longer running. */
function taken(lock: string): boolean {
  try {
    writeFileSync(lock, `${process.pid}`, { flag: 'wx' });
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
  if (!isAlive(Number(existsSync(lock) && readFileSync(lock, 'utf8')))) rmSync(lock, { force: true });
  return false;
}

/** Signal 0 asks whether a process is there and does nothing to it. A lock that says nothing yet is being written. */
function isAlive(pid: number): boolean {
  if (pid === 0) return true;
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

async function buildWhatChanged(say: (line: string) => void, what: BuildOf): Promise<void> {
  const { out, validated } = what;
  const file = join(out, 'built-from.json');
  const sourcesNow = digestOf(home, [...sources, join(relative(home, what.stages), '*.json')]);
  const stampOf = (): BuiltFrom => ({ sources: sourcesNow, assembly: digestOfAssembly(out), validated });
  const stamp = readStamp(existsSync(file) ? readFileSync(file, 'utf8') : undefined);
  if (isStillGood(stamp, stampOf())) return;
  // A build that fails, or is cut short, leaves nothing that looks whole.
  rmSync(file, { force: true });
  const take = async (step: BuildStep) => {
    const from = performance.now();
    await run(step);
    say(`built ${step.name} in ${((performance.now() - from) / 1000).toFixed(1)} s`);
  };
  say(`building ${parts.map(({ name }) => name).join(', ')}`);
  await Promise.all(parts.map(take));
  say(`building templates${validated ? ' and checking them against the rules of AWS' : ''}`);
  await take(templates(what));
  writeFileSync(file, JSON.stringify(stampOf()));
}

/** Runs a program of this project (its own or one in node_modules/.bin). */
function run({ command: [program, ...args], env }: BuildStep): Promise<void> {
  return new Promise((resolve, reject) => {
    const bin = join(home, 'node_modules', '.bin');
    const child = spawn(program === 'node' ? process.execPath : join(bin, program ?? ''), args, {
      cwd: home,
      env: { ...process.env, ...env, PATH: `${bin}:${process.env.PATH ?? ''}` },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (chunk: Buffer) => (output += chunk.toString()));
    child.once('error', reject);
    child.once('close', (code) =>
      code === 0 ? resolve() : reject(new Error(`${program} ${args.join(' ')} failed (status ${code}):\n${output}`)),
    );
  });
}

if (import.meta.main) await build(console.log);
