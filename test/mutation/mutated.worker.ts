import { readFileSync } from 'node:fs';
import { registerHooks, stripTypeScriptTypes } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parentPort, workerData } from 'node:worker_threads';
import { beginFile, type Collected, collected, run } from './jest-in-place.ts';
import { type Mutant, mutantsOf } from './mutants.ts';

/*
 * A thread that has loaded the mutated files and their tests once, and then runs the tests with one mutant after the
 * other switched on: only those that come past it, the quickest first, until one fails.
 */

export interface Given {
  readonly home: string;
  readonly targets: readonly string[];
  readonly tests: readonly string[];
  /** Switched on before anything loads: for what runs while a file loads. */
  readonly active?: number;
}

export interface MutantOf extends Mutant {
  readonly file: string;
}

export interface Ready {
  readonly mutants: readonly MutantOf[];
  /** How many tests come past a mutant; those that none does are not here. */
  readonly covered: ReadonlyMap<number, number>;
  /** Mutants in what runs while a file loads. */
  readonly whileLoading: ReadonlySet<number>;
  /** Tests that fail without any mutant. */
  readonly failing: readonly string[];
}

export interface Outcome {
  readonly mutant: number;
  readonly killedBy?: string;
  /** The test fails without the mutant too from now on: this thread is of no use any more. */
  readonly spoilt?: boolean;
}

const { home, targets, tests, active } = workerData as Given;

let on = active ?? 0;
let hits = new Set<number>();
let passes = 0;
let most = Number.POSITIVE_INFINITY;

/** Ends what a mutant made endless. No clock ends it: a busy machine is no mutant's fault. */
Object.assign(globalThis, {
  __at(id: number): boolean {
    hits.add(id);
    passes += 1;
    if (passes > most) throw new Error('It does not end');
    return id === on;
  },
});

const mutants: MutantOf[] = [];
const codes = new Map<string, string>();
for (const file of targets) {
  const source = stripTypeScriptTypes(readFileSync(join(home, file), 'utf8'));
  const made = mutantsOf(source, mutants.length + 1);
  mutants.push(...made.mutants.map((mutant) => ({ ...mutant, file })));
  codes.set(pathToFileURL(join(home, file)).href, made.code);
}
const inPlace = new URL('./jest-in-place.ts', import.meta.url).href;
registerHooks({
  resolve: (specifier, context, next) =>
    specifier === '@jest/globals' ? { url: inPlace, shortCircuit: true } : next(specifier, context),
  load: (url, context, next) => {
    const source = codes.get(url);
    return source === undefined ? next(url, context) : { format: 'module', source, shortCircuit: true };
  },
});

interface Known {
  readonly test: Collected;
  readonly hits: ReadonlySet<number>;
  readonly passes: number;
  readonly ms: number;
}

/** The test that fails, or undefined. */
async function firstFailing(known: readonly Known[], mutant: number): Promise<Known | undefined> {
  on = mutant;
  for (const one of known) {
    passes = 0;
    most = 100_000 + 5 * one.passes;
    const fault = await run(one.test);
    most = Number.POSITIVE_INFINITY;
    if (fault !== undefined) {
      on = 0;
      return one;
    }
  }
  on = 0;
  return undefined;
}

/** A test that never ends, or a file that does not load, is as good as one that fails. */
for (const file of tests) {
  beginFile(file);
  await import(pathToFileURL(join(home, file)).href);
}
const whileLoading = new Set(hits);

const known: Known[] = [];
const failing: string[] = [];
for (const test of collected) {
  hits = new Set();
  passes = 0;
  const from = performance.now();
  const fault = await run(test);
  if (fault !== undefined) failing.push(`${test.name}: ${fault instanceof Error ? fault.message : fault}`);
  known.push({ test, hits, passes, ms: performance.now() - from });
  if (active !== undefined && fault !== undefined) break;
}
known.sort((a, b) => a.ms - b.ms);
const covered = new Map<number, number>();
for (const one of known) for (const id of one.hits) covered.set(id, (covered.get(id) ?? 0) + 1);

parentPort?.on('message', async (mutant: number) => {
  const past = known.filter((one) => one.hits.has(mutant));
  const killer = await firstFailing(past, mutant);
  const spoilt = killer !== undefined && (await firstFailing([killer], 0)) !== undefined;
  const outcome: Outcome = { mutant, ...(killer && { killedBy: killer.test.name }), ...(spoilt && { spoilt }) };
  parentPort?.postMessage(outcome);
});
parentPort?.postMessage({ mutants, covered, whileLoading, failing } satisfies Ready);
