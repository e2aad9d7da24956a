import { createHash } from 'node:crypto';
import { globSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { equivalents } from './equivalents.ts';
import { type Group, groups, isMutated } from './groups.ts';
import { Mutated } from './mutated.ts';
import type { MutantOf } from './mutated.worker.ts';

/*
 * `npm run mutation`: changes one thing in a rule, runs the tests that come past it, and says which changes none of
 * them noticed. `-- --sample 100` tries so many of each group, others with another `--seed`; `-- --group rules` one group.
 */

const home = join(import.meta.dirname, '../..');

const { values } = parseArgs({
  options: {
    group: { type: 'string' },
    sample: { type: 'string' },
    seed: { type: 'string', default: '1' },
    file: { type: 'string' },
  },
});

/** In an order that a seed gives, so that a sample is from everywhere. */
const order = ({ id }: MutantOf) => createHash('sha256').update(`${values.seed} ${id}`).digest('hex');
const chosen = (mutants: readonly MutantOf[]): readonly MutantOf[] => {
  const wanted = values.file === undefined ? mutants : mutants.filter(({ file }) => file.includes(values.file ?? ''));
  if (values.sample === undefined) return wanted;
  return [...wanted].sort((a, b) => order(a).localeCompare(order(b))).slice(0, Number(values.sample));
};

const found = (patterns: readonly string[]) => globSync(patterns, { cwd: home }).sort();

const isEquivalent = ({ file, within, was, becomes }: MutantOf) =>
  equivalents.some(
    (one) => file === one.file && within.includes(one.within) && one.was === was && one.becomes === becomes,
  );

async function tryGroup({ name, targets, tests }: Group): Promise<{ readonly tried: number; readonly killed: number }> {
  const mutated = new Mutated({ home, targets: found(targets).filter(isMutated), tests: found(tests) });
  const { mutants } = await mutated.ready();
  const survivors: { readonly mutant: MutantOf; readonly seen: boolean }[] = [];
  const sample = chosen(mutants).filter((mutant) => !isEquivalent(mutant));
  for (const [at, mutant] of sample.entries()) {
    const fate = await mutated.try(mutant.id);
    if (fate !== 'killed') survivors.push({ mutant, seen: fate === 'survived' });
    if ((at + 1) % 100 === 0) console.log(`${name}: ${at + 1} of ${sample.length}, ${survivors.length} survive`);
  }
  await mutated.stop();
  for (const { mutant, seen } of survivors) {
    const { file, line, was, becomes } = mutant;
    const brief = (text: string) => text.replace(/\s+/g, ' ').slice(0, 90);
    console.log(`${file}:${line} ${brief(was)} → ${brief(becomes)}${seen ? '' : ' (no test comes past it)'}`);
  }
  const killed = sample.length - survivors.length;
  console.log(
    `${name}: ${killed} of ${sample.length} mutants killed, ${((100 * killed) / sample.length).toFixed(1)} %`,
  );
  return { tried: sample.length, killed };
}

const wanted = groups.filter(({ name }) => values.group === undefined || name === values.group);
if (wanted.length === 0) throw new Error(`--group is one of: ${groups.map(({ name }) => name).join('; ')}`);
for (const group of wanted) await tryGroup(group);
