import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, globSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

/*
 * Builds all that the cloud runs: edge functions, site, and from them the cloud assembly. The
 * assembly remembers the digest of what it was made from, so that a second start builds nothing.
 */

/** The project's folder, absolute. */
export const home = fileURLToPath(new URL('..', import.meta.url)).replace(/\/$/, '');

/** Everything that can change what the templates or their assets contain. */
const sources = [
  '{bin,lib,contracts,rules,lambdas,edge,site,stages,verify,words}/**/*.{ts,tsx,css,html,json,svg,woff2,webmanifest}',
  'local-cloud/cloudfront/function-runtime.ts',
  'docs/runbooks/*.md',
  'cdk.json',
  'package-lock.json',
];

/** Another stage than the example, or another place for what is made of it. */
export interface BuildOf {
  /** Folder of stages, absolute, of which `example` is built. */
  readonly stages: string;
  /** Folder for the cloud assembly, absolute. */
  readonly out: string;
}

const theExample: BuildOf = { stages: join(home, 'stages'), out: join(home, 'cdk.out') };

const stepsTo = ({ stages, out }: BuildOf) => [
  { name: 'edge functions', command: ['node', 'edge/build.ts'] },
  { name: 'verifier', command: ['node', 'verify/build.ts'] },
  { name: 'site', command: ['vite', 'build', '--config', 'site/vite.config.ts', '--logLevel', 'warn'] },
  { name: 'templates', command: ['cdk', 'synth', '--quiet', '--output', out, '-c', `stages=${stages}`] },
];

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
  const stamp = join(what.out, 'built-from.txt');
  const digest = digestOf([...sources, join(relative(home, what.stages), '*.json')]);
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === digest) return;
  for (const { name, command } of stepsTo(what)) {
    const from = performance.now();
    await run(command);
    say(`built ${name} in ${((performance.now() - from) / 1000).toFixed(1)} s`);
  }
  writeFileSync(stamp, digest);
}

function digestOf(patterns: readonly string[]): string {
  const hash = createHash('sha256');
  const files = globSync(patterns, { cwd: home, exclude: (name) => name === 'dist' || name === 'node_modules' });
  for (const file of files.sort())
    hash
      .update(file)
      .update('\0')
      .update(readFileSync(join(home, file)))
      .update('\0');
  return hash.digest('hex');
}

/** Runs a program of this project (its own or one in node_modules/.bin). */
function run([program, ...args]: readonly string[]): Promise<void> {
  return new Promise((resolve, reject) => {
    const bin = join(home, 'node_modules', '.bin');
    const child = spawn(program === 'node' ? process.execPath : join(bin, program ?? ''), args, {
      cwd: home,
      env: { ...process.env, PATH: `${bin}:${process.env.PATH ?? ''}` },
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
